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

bind::PassageNames passages_holding(const Shards& shards, const bind::BoundNode& node) {
  bind::PassageNames names;
  const bind::BoundQuery nothing_ranks;
  for (const Xapian::Database& shard : shards) {
    StoredPositions places(postings::IndexReader{shard}, node.proximity->units);
    for (const postings::KeyedMatch& match : postings::keyed_matches(shard, Compiler(nothing_ranks).candidates(node))) {
      places.move_to(match.document);
      if (node.proximity->tree.holds(places)) {
        names.push_back({id_of(shard, match), schema::ordinal_in_order(match.order)});
      }
    }
  }
  return names;
}

bind::PassageNames passages_meeting(const Shards& shards, const bind::BoundNode& node) {
  bind::PassageNames names;
  const bind::BoundQuery nothing_ranks;
  for (const Xapian::Database& shard : shards) {
    for (const postings::KeyedMatch& match : postings::keyed_matches(shard, Compiler(nothing_ranks).matching(node))) {
      names.push_back({id_of(shard, match), schema::ordinal_in_order(match.order)});
    }
  }
  return names;
}

bind::PassageNames passages_of_articles(const Shards& shards, const match::ArticleSet& articles) {
  bind::PassageNames names;
  for (const Xapian::Database& shard : shards) {
    for (const postings::KeyedMatch& match : postings::keyed_matches(shard, all_documents())) {
      if (schema::ordinal_in_order(match.order) == 0 && articles.contains(match::article_number(match.article))) {
        names.push_back({id_of(shard, match), std::nullopt});
      }
    }
  }
  return names;
}

}  // namespace

void name_proximities(const Shards& shards, bind::BoundNode& node) {
  if (node.proximity && !Compiler::has_own_operator(node)) {
    node.named = std::make_shared<const bind::PassageNames>(passages_holding(shards, node));
    return;
  }
  for (bind::BoundNode& child : node.children) {
    name_proximities(shards, child);
  }
}

void name_articles(const Shards& shards, bind::BoundNode& node) {
  if (node.articles) {
    node.named = std::make_shared<const bind::PassageNames>(passages_of_articles(shards, *node.articles));
    return;
  }
  for (bind::BoundNode& child : node.children) {
    name_articles(shards, child);
  }
}

void name_excluded(const Shards& shards, bind::BoundNode& node) {
  const bind::BoundQuery nothing_ranks;
  for (bind::BoundNode& child : node.children) {
    name_excluded(shards, child);
    const bool is_excluded = node.kind == bind::BoundKind::Not || child.role == bind::Role::Excluded;
    if (is_excluded && !child.named && !Compiler(nothing_ranks).is_any_word(child)) {
      child.named = std::make_shared<const bind::PassageNames>(passages_meeting(shards, child));
    }
  }
}

}  // namespace nutgraf::search::compile
