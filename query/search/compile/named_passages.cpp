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

bind::PassageNames passages_meeting(const Shards& shards, const bind::BoundNode& node,
                                    const bind::PositionCondition& condition) {
  bind::PassageNames names;
  const bind::BoundQuery nothing_ranks;
  for (const Xapian::Database& shard : shards) {
    StoredPositions places(postings::IndexReader{shard}, condition.clauses);
    for (const postings::KeyedMatch& match : postings::keyed_matches(shard, Compiler(nothing_ranks).candidates(node))) {
      places.move_to(match.document);
      if (condition.tree.holds(places)) {
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

void name_conditions(const Shards& shards, bind::BoundNode& node) {
  const bind::PositionConditionPtr condition = bind::condition_of(node);
  if (condition && !Compiler::has_own_operator(node)) {
    node.named = std::make_shared<const bind::PassageNames>(passages_meeting(shards, node, *condition));
    return;
  }
  for (bind::BoundNode& child : bind::children_of(node)) {
    name_conditions(shards, child);
  }
}

void name_articles(const Shards& shards, bind::BoundNode& node) {
  if (const auto* const within = bind::as<bind::WithinArticleNode>(node)) {
    node.named = std::make_shared<const bind::PassageNames>(passages_of_articles(shards, *within->articles));
    return;
  }
  for (bind::BoundNode& child : bind::children_of(node)) {
    name_articles(shards, child);
  }
}

void name_excluded(const Shards& shards, bind::BoundNode& node) {
  const bind::BoundQuery nothing_ranks;
  for (bind::BoundNode& child : bind::children_of(node)) {
    name_excluded(shards, child);
    const bool is_excluded = bind::is_a<bind::NotNode>(node) || child.role == bind::Role::Excluded;
    if (is_excluded && !child.named && !Compiler(nothing_ranks).is_any_word(child)) {
      child.named = std::make_shared<const bind::PassageNames>(passages_meeting(shards, child));
    }
  }
}

Xapian::Query named_query(const bind::PassageNames& names) {
  std::vector<Xapian::Query> queries;
  queries.reserve(names.size());
  for (const bind::NamedPassage& name : names) {
    const Xapian::Query article(schema::make_term(schema::kIdPrefix, name.id));
    if (name.ordinal) {
      const std::string ordinal = schema::encode_u32(*name.ordinal);
      queries.emplace_back(
          Xapian::Query::OP_FILTER, article,
          Xapian::Query(Xapian::Query::OP_VALUE_RANGE, postings::slot(schema::Slot::Ordinal), ordinal, ordinal));
    } else {
      queries.push_back(article);
    }
  }
  return {0.0, Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end())};
}

}  // namespace nutgraf::search::compile
