// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/explain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/match/article_set.h"
#include "query/parse/parse.h"
#include "query/search/compile/compiler.h"
#include "query/search/compile/words.h"
#include "query/search/planner.h"
#include "query/search/rank/feedback.h"

namespace nutgraf::search {
namespace {

class Explainer {
 public:
  explicit Explainer(const compile::Plan& plan) : plan_(plan), compiler_(plan.bound) {}

  /// One line per part that its text, not its words alone, decides; not for what a condition has inside.
  std::string lines(const bind::BoundNode& node) {
    return bind::visit_node(
        node,
        [&](const bind::ClauseNode& leaf) {
          return leaf.condition ? condition(node, leaf.clause.text) : std::string();
        },
        [&](const bind::OneOf<bind::NearNode, bind::WithinNode> auto& placed) { return condition(node, placed.text); },
        [&](const bind::WithinArticleNode& within) { return articles(within) + lines(within.children); },
        [&](const bind::OneOf<bind::AndNode, bind::OrNode, bind::NotNode, bind::BestMatchNode> auto& group) {
          return lines(group.children);
        },
        [](const bind::OneOf<bind::MatchAll, bind::MatchNone, bind::TitleNode, bind::TermsNode, bind::RangeNode> auto&
           /*leaf*/) { return std::string(); });
  }

 private:
  std::string lines(const std::vector<bind::BoundNode>& nodes) {
    std::string out;
    for (const bind::BoundNode& node : nodes) {
      out += lines(node);
    }
    return out;
  }

  static std::string articles(const bind::WithinArticleNode& within) {
    const bool these = within.articles->sense() == match::ArticleSet::Sense::These;
    return fmt::format("{}: all passages of {}{} articles\n", within.text, these ? "" : "all but ",
                       fmt::group_digits(within.articles->size()));
  }

  std::string condition(const bind::BoundNode& node, const std::string& text) {
    if (compile::Compiler::has_own_operator(node)) {
      return fmt::format("{}: Xapian's own operator\n", text);
    }
    return fmt::format("{}: positions read in up to {} passages that hold its words\n", text,
                       fmt::group_digits(candidates(node)));
  }

  Xapian::doccount candidates(const bind::BoundNode& node) {
    Xapian::Enquire enquire(plan_.reader.database);
    enquire.set_query(compiler_.candidates(node));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, plan_.reader.database.get_doccount()).get_matches_estimated();
  }

  const compile::Plan& plan_;
  compile::Compiler compiler_;
};

std::string indented(const std::string& lines) {
  std::string out;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    out += "  " + lines.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::string explain(const Request& request, const compile::Plan& plan) {
  const parse::AstPtr ast = parse_query(request);
  std::string out = fmt::format("query   {}\nread as {}\ntree    {}\nwords\n{}", request.query, print(*ast),
                                parse::tree(*ast), indented(describe(plan.bound)));
  if (const std::string places = Explainer(plan).lines(plan.bound.root); !places.empty()) {
    out += fmt::format("places\n{}", indented(places));
  }
  out += fmt::format("matches\n  {}\n", plan.query.get_description());
  if (!plan.full_phrase.empty()) {
    out += fmt::format("whole query as a phrase\n  {}\n",
                       compile::phrase_query(plan.bound.full_phrase, compile::Mixtures::SomeIfMany).get_description());
  }
  if (!plan.feedback.empty()) {
    out += fmt::format("feedback, weighted {}\n  {}\n", rank::kFeedbackWeight, fmt::join(plan.feedback, " "));
  }
  return out;
}

}  // namespace nutgraf::search
