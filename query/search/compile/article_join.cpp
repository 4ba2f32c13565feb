// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/article_join.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/search/compile/compiler.h"
#include "query/search/postings/matches.h"

namespace nutgraf::search::compile {
namespace {

match::ArticleSet everything() {
  return match::ArticleSet({}, match::ArticleSet::Sense::AllButThese);
}

/// Terms of which any one is enough: of a word, or of a field.
bool append_terms_of(const bind::BoundNode& node, std::vector<std::string>& terms) {
  if (node.kind == bind::BoundKind::Terms) {
    terms = node.terms;
    return true;
  }
  if (node.kind != bind::BoundKind::Unit || node.unit.is_phrase()) {
    return false;
  }
  for (const bind::Form& form : node.unit.parts.front().forms) {
    if (form.positions() > 1 || !form.language.empty()) {
      return false;
    }
    terms.push_back(form.terms.front());
  }
  return true;
}

match::ArticleSet::Keys articles_with(const Shards& shards, const std::vector<std::string>& terms) {
  match::ArticleSet::Keys articles;
  for (const Xapian::Database& shard : shards) {
    postings::add_articles(postings::IndexReader{shard}, postings::documents_with(shard, terms), articles);
  }
  return articles;
}

match::ArticleSet meeting_any(const Shards& shards, const std::vector<const bind::BoundNode*>& nodes) {
  match::ArticleSet found;
  for (const bind::BoundNode* node : nodes) {
    found = std::move(found).either(articles_meeting(shards, *node));
  }
  return found;
}

/// Required, excluded and filtering children decide; without a required one also the optional ones.
match::ArticleSet best_of(const Shards& shards, const bind::BoundNode& best) {
  match::ArticleSet found = everything();
  std::vector<const bind::BoundNode*> optional;
  bool required = false;
  for (const bind::BoundNode& child : best.children) {
    if (child.role == bind::Role::Optional) {
      optional.push_back(&child);
      continue;
    }
    match::ArticleSet some = articles_meeting(shards, child);
    found =
        std::move(found).both(child.role == bind::Role::Excluded ? std::move(some).without_these() : std::move(some));
    required = required || child.role == bind::Role::Required;
  }
  if (!required && !optional.empty()) {
    found = std::move(found).both(meeting_any(shards, optional));
  }
  return found;
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
  switch (node.kind) {
    case bind::BoundKind::And: {
      match::ArticleSet found = everything();
      for (const bind::BoundNode& child : node.children) {
        found = std::move(found).both(articles_meeting(shards, child));
      }
      return found;
    }
    case bind::BoundKind::Or: {
      std::vector<const bind::BoundNode*> children;
      for (const bind::BoundNode& child : node.children) {
        children.push_back(&child);
      }
      return meeting_any(shards, children);
    }
    case bind::BoundKind::Not:
      return articles_meeting(shards, node.children.front()).without_these();
    case bind::BoundKind::Best:
      return best_of(shards, node);
    case bind::BoundKind::Within:
      if (node.text_unit == parse::TextUnit::Article) {
        return *node.articles;
      }
      break;
    case bind::BoundKind::Everything:
      return everything();
    case bind::BoundKind::Nothing:
      return match::ArticleSet();
    case bind::BoundKind::Unit:
    case bind::BoundKind::Title:
    case bind::BoundKind::Terms:
    case bind::BoundKind::Range:
    case bind::BoundKind::Near:
      break;
  }
  if (std::vector<std::string> terms; append_terms_of(node, terms)) {
    return match::ArticleSet(articles_with(shards, terms));
  }
  const bind::BoundQuery nothing_ranks;
  return match::ArticleSet(articles_of_matches(shards, Compiler(nothing_ranks).matching(node)));
}

void join_articles(const Shards& shards, bind::BoundNode& node) {
  for (bind::BoundNode& child : node.children) {
    join_articles(shards, child);
  }
  if (node.kind == bind::BoundKind::Within && node.text_unit == parse::TextUnit::Article) {
    node.articles = std::make_shared<const match::ArticleSet>(articles_meeting(shards, node.children.front()));
  }
}

}  // namespace nutgraf::search::compile
