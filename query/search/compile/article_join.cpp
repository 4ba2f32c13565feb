// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/article_join.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/search/compile/compiler.h"
#include "query/search/postings/matches.h"

namespace nutgraf::search::compile {
namespace {

ArticleSet everything() {
  return ArticleSet({}, ArticleSet::Sense::AllButThese);
}

/// Terms of which any one is enough: of a word, or of a field.
bool append_terms_of(const BoundNode& node, std::vector<std::string>& terms) {
  if (node.kind == BoundKind::Terms) {
    terms = node.terms;
    return true;
  }
  if (node.kind != BoundKind::Unit || node.unit.is_phrase()) {
    return false;
  }
  for (const Form& form : node.unit.parts.front().forms) {
    if (form.positions() > 1 || !form.language.empty()) {
      return false;
    }
    terms.push_back(form.terms.front());
  }
  return true;
}

ArticleSet::Keys articles_with(const Shards& shards, const std::vector<std::string>& terms) {
  ArticleSet::Keys articles;
  for (const Xapian::Database& shard : shards) {
    postings::add_articles(postings::IndexReader{shard}, postings::documents_with(shard, terms), articles);
  }
  return articles;
}

ArticleSet meeting_any(const Shards& shards, const std::vector<const BoundNode*>& nodes) {
  ArticleSet found;
  for (const BoundNode* node : nodes) {
    found = std::move(found).either(articles_meeting(shards, *node));
  }
  return found;
}

/// Required, excluded and filtering children decide; without a required one also the optional ones.
ArticleSet best_of(const Shards& shards, const BoundNode& best) {
  ArticleSet found = everything();
  std::vector<const BoundNode*> optional;
  bool required = false;
  for (const BoundNode& child : best.children) {
    if (child.role == Role::Optional) {
      optional.push_back(&child);
      continue;
    }
    ArticleSet some = articles_meeting(shards, child);
    found = std::move(found).both(child.role == Role::Excluded ? std::move(some).without_these() : std::move(some));
    required = required || child.role == Role::Required;
  }
  if (!required && !optional.empty()) {
    found = std::move(found).both(meeting_any(shards, optional));
  }
  return found;
}

}  // namespace

ArticleSet::Keys articles_of_matches(const Shards& shards, const Xapian::Query& query) {
  ArticleSet::Keys articles;
  for (const Xapian::Database& shard : shards) {
    postings::add_articles(postings::IndexReader{shard}, postings::matching_documents(shard, query), articles);
  }
  return articles;
}

ArticleSet articles_meeting(const Shards& shards, const BoundNode& node) {
  switch (node.kind) {
    case BoundKind::And: {
      ArticleSet found = everything();
      for (const BoundNode& child : node.children) {
        found = std::move(found).both(articles_meeting(shards, child));
      }
      return found;
    }
    case BoundKind::Or: {
      std::vector<const BoundNode*> children;
      for (const BoundNode& child : node.children) {
        children.push_back(&child);
      }
      return meeting_any(shards, children);
    }
    case BoundKind::Not:
      return articles_meeting(shards, node.children.front()).without_these();
    case BoundKind::Best:
      return best_of(shards, node);
    case BoundKind::Within:
      if (node.text_unit == TextUnit::Article) {
        return *node.articles;
      }
      break;
    case BoundKind::Everything:
      return everything();
    case BoundKind::Nothing:
      return ArticleSet();
    case BoundKind::Unit:
    case BoundKind::Title:
    case BoundKind::Terms:
    case BoundKind::Range:
    case BoundKind::Near:
      break;
  }
  if (std::vector<std::string> terms; append_terms_of(node, terms)) {
    return ArticleSet(articles_with(shards, terms));
  }
  const BoundQuery nothing_ranks;
  return ArticleSet(articles_of_matches(shards, Compiler(nothing_ranks).matching(node)));
}

void join_articles(const Shards& shards, BoundNode& node) {
  for (BoundNode& child : node.children) {
    join_articles(shards, child);
  }
  if (node.kind == BoundKind::Within && node.text_unit == TextUnit::Article) {
    node.articles = std::make_shared<const ArticleSet>(articles_meeting(shards, node.children.front()));
  }
}

}  // namespace nutgraf::search::compile
