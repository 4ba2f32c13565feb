// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/article_join.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "query/search/compile/compiler.h"
#include "query/search/compile/words.h"
#include "query/search/postings/matches.h"

namespace nutgraf::search::compile {
namespace {

match::ArticleSet everything() {
  return match::ArticleSet({}, match::ArticleSet::Sense::AllButThese);
}

/// Terms of which any one is enough: of a word, or of a field.
std::optional<std::vector<std::string>> terms_of(const bind::BoundNode& node) {
  if (const auto* const any = bind::as<bind::TermsNode>(node)) {
    return any->terms;
  }
  const bind::Clause* const clause = bind::clause_of(node);
  return clause == nullptr ? std::nullopt : alternative_terms(*clause);
}

match::ArticleSet::Keys articles_with(const Shards& shards, const std::vector<std::string>& terms) {
  match::ArticleSet::Keys articles;
  for (const Xapian::Database& shard : shards) {
    postings::add_articles(postings::IndexReader{shard}, postings::documents_with(shard, terms), articles);
  }
  return articles;
}

match::ArticleSet meeting_all(const Shards& shards, const bind::AndNode& group) {
  match::ArticleSet found = everything();
  for (const bind::BoundNode& child : group.children) {
    found = std::move(found).both(articles_meeting(shards, child));
  }
  return found;
}

match::ArticleSet meeting_any(const Shards& shards, const bind::OrNode& group) {
  match::ArticleSet found;
  for (const bind::BoundNode& child : group.children) {
    found = std::move(found).either(articles_meeting(shards, child));
  }
  return found;
}

/// Required, excluded and filtering children decide; without a required one also the optional ones.
match::ArticleSet meeting_best(const Shards& shards, const bind::BestMatchNode& best) {
  match::ArticleSet found = everything();
  bind::OrNode optional;
  bool has_required = false;
  for (const bind::BoundNode& child : best.children) {
    if (child.role == bind::Role::Optional) {
      optional.children.push_back(child);
      continue;
    }
    match::ArticleSet some = articles_meeting(shards, child);
    found =
        std::move(found).both(child.role == bind::Role::Excluded ? std::move(some).without_these() : std::move(some));
    has_required = has_required || child.role == bind::Role::Required;
  }
  return has_required || optional.children.empty() ? found : std::move(found).both(meeting_any(shards, optional));
}

/// A leaf, or what positions decide: in one passage.
match::ArticleSet meeting_in_passage(const Shards& shards, const bind::BoundNode& node) {
  if (const auto terms = terms_of(node)) {
    return match::ArticleSet(articles_with(shards, *terms));
  }
  const bind::BoundQuery nothing_ranks;
  return match::ArticleSet(articles_of_matches(shards, Compiler(nothing_ranks).matching(node)));
}

}  // namespace

match::ArticleSet::Keys articles_of_matches(const Shards& shards, const Xapian::Query& query) {
  match::ArticleSet::Keys articles;
  for (const Xapian::Database& shard : shards) {
    postings::add_articles(postings::IndexReader{shard}, postings::matching_documents(shard, query), articles);
  }
  return articles;
}

match::ArticleSet articles_meeting(const Shards& shards, const bind::BoundNode& node) {
  return bind::visit_node(
      node, [&](const bind::AndNode& group) { return meeting_all(shards, group); },
      [&](const bind::OrNode& group) { return meeting_any(shards, group); },
      [&](const bind::NotNode& inverse) { return articles_meeting(shards, inverse.children.front()).without_these(); },
      [&](const bind::BestMatchNode& group) { return meeting_best(shards, group); },
      [](const bind::WithinArticleNode& within) { return *within.articles; },
      [](const bind::MatchAll& /*node*/) { return everything(); },
      [](const bind::MatchNone& /*node*/) { return match::ArticleSet(); },
      [&](const bind::OneOf<bind::ClauseNode, bind::TitleNode, bind::TermsNode, bind::RangeNode, bind::NearNode,
                            bind::WithinNode> auto& /*node*/) { return meeting_in_passage(shards, node); });
}

void join_articles(const Shards& shards, bind::BoundNode& node) {
  for (bind::BoundNode& child : bind::children_of(node)) {
    join_articles(shards, child);
  }
  if (auto* const within = std::get_if<bind::WithinArticleNode>(&node.payload)) {
    within->articles = std::make_shared<const match::ArticleSet>(articles_meeting(shards, within->children.front()));
  }
}

}  // namespace nutgraf::search::compile
