// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/explain_places.h"

#include <fmt/format.h>

#include "query/match/article_set.h"
#include "query/search/compile.h"

namespace nutgraf {
namespace {

class Explainer {
 public:
  explicit Explainer(const Plan& plan) : plan_(plan), compiler_(plan.bound) {}

  std::string lines(const BoundNode& node) {
    std::string out = line(node);
    if (!out.empty() && node.kind != BoundKind::Within) {
      return out;
    }
    for (const BoundNode& child : node.children) {
      out += node.proximity ? std::string() : lines(child);
    }
    return out;
  }

 private:
  std::string line(const BoundNode& node) {
    if (node.articles) {
      const bool these = node.articles->sense() == ArticleSet::Sense::These;
      return fmt::format("{}: all passages of {}{} articles\n", node.text, these ? "" : "all but ",
                         fmt::group_digits(node.articles->size()));
    }
    if (!node.proximity) {
      return {};
    }
    const std::string& text = node.kind == BoundKind::Unit ? node.unit.text : node.text;
    if (Compiler::has_own_operator(node)) {
      return fmt::format("{}: Xapian's own operator\n", text);
    }
    return fmt::format("{}: positions read in up to {} passages that hold its words\n", text,
                       fmt::group_digits(candidates(node)));
  }

  Xapian::doccount candidates(const BoundNode& node) {
    Xapian::Enquire enquire(plan_.database);
    enquire.set_query(compiler_.candidates(node));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, plan_.database.get_doccount()).get_matches_estimated();
  }

  const Plan& plan_;
  Compiler compiler_;
};

}  // namespace

std::string explain_places(const Plan& plan) {
  return Explainer(plan).lines(plan.bound.root);
}

}  // namespace nutgraf
