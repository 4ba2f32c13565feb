// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/compile/named_passages.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/index/record.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "query/search/compile/compiler.h"
#include "query/search/compile/operators.h"
#include "query/search/compile/proximity_filter.h"
#include "query/search/postings/index_reader.h"
#include "query/search/postings/matches.h"

namespace nutgraf::search::compile {
namespace {

std::string id_of(const Xapian::Database& shard, const postings::KeyedMatch& match) {
  if (const auto id = schema::id_in_order(match.order)) {
    return std::string(*id);
  }
  return decode_passage_text(shard.get_document(match.document, Xapian::DOC_ASSUME_VALID).get_data()).id;
}

PassageNames passages_holding(const Shards& shards, const BoundNode& node) {
  PassageNames names;
  const BoundQuery nothing_ranks;
  for (const Xapian::Database& shard : shards) {
    StoredPositions places(postings::IndexReader{shard}, node.proximity->units());
    for (const postings::KeyedMatch& match : postings::keyed_matches(shard, Compiler(nothing_ranks).candidates(node))) {
      places.move_to(match.document);
      if (node.proximity->holds(places)) {
        names.push_back({id_of(shard, match), schema::ordinal_in_order(match.order)});
      }
    }
  }
  return names;
}

PassageNames passages_meeting(const Shards& shards, const BoundNode& node) {
  PassageNames names;
  const BoundQuery nothing_ranks;
  for (const Xapian::Database& shard : shards) {
    for (const postings::KeyedMatch& match : postings::keyed_matches(shard, Compiler(nothing_ranks).matching(node))) {
      names.push_back({id_of(shard, match), schema::ordinal_in_order(match.order)});
    }
  }
  return names;
}

PassageNames passages_of_articles(const Shards& shards, const ArticleSet& articles) {
  PassageNames names;
  for (const Xapian::Database& shard : shards) {
    for (const postings::KeyedMatch& match : postings::keyed_matches(shard, all_documents())) {
      if (schema::ordinal_in_order(match.order) == 0 && articles.contains(article_number(match.article))) {
        names.push_back({id_of(shard, match), std::nullopt});
      }
    }
  }
  return names;
}

}  // namespace

void name_proximities(const Shards& shards, BoundNode& node) {
  if (node.proximity && !Compiler::has_own_operator(node)) {
    node.named = std::make_shared<const PassageNames>(passages_holding(shards, node));
    return;
  }
  for (BoundNode& child : node.children) {
    name_proximities(shards, child);
  }
}

void name_articles(const Shards& shards, BoundNode& node) {
  if (node.articles) {
    node.named = std::make_shared<const PassageNames>(passages_of_articles(shards, *node.articles));
    return;
  }
  for (BoundNode& child : node.children) {
    name_articles(shards, child);
  }
}

void name_excluded(const Shards& shards, BoundNode& node) {
  const BoundQuery nothing_ranks;
  for (BoundNode& child : node.children) {
    name_excluded(shards, child);
    const bool is_excluded = node.kind == BoundKind::Not || child.role == Role::Excluded;
    if (is_excluded && !child.named && !Compiler(nothing_ranks).is_any_word(child)) {
      child.named = std::make_shared<const PassageNames>(passages_meeting(shards, child));
    }
  }
}

}  // namespace nutgraf::search::compile
