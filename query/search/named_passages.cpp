// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/named_passages.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/index/record.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "query/search/compile.h"
#include "query/search/keyed_matches.h"
#include "query/search/slot.h"
#include "query/search/stored_places.h"

namespace nutgraf {
namespace {

Xapian::Query everything() {
  return Xapian::Query(std::string());
}

std::string id_of(const Xapian::Database& shard, const KeyedMatch& match) {
  if (const auto id = schema::id_in_order(match.order)) {
    return std::string(*id);
  }
  return decode_passage_text(shard.get_document(match.document, Xapian::DOC_ASSUME_VALID).get_data()).id;
}

PassageNames passages_holding(const Shards& shards, const BoundNode& node) {
  PassageNames names;
  const BoundQuery nothing_ranks;
  for (const Xapian::Database& shard : shards) {
    StoredPlaces places(Tables{shard}, node.proximity->units());
    for (const KeyedMatch& match : keyed_matches(shard, Compiler(nothing_ranks).candidates(node))) {
      places.move_to(match.document);
      if (node.proximity->holds(places)) {
        names.push_back({id_of(shard, match), schema::ordinal_in_order(match.order)});
      }
    }
  }
  return names;
}

PassageNames passages_of_articles(const Shards& shards, const ArticleSet& articles) {
  PassageNames names;
  for (const Xapian::Database& shard : shards) {
    for (const KeyedMatch& match : keyed_matches(shard, everything())) {
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

Xapian::Query named_query(const PassageNames& names) {
  std::vector<Xapian::Query> queries;
  queries.reserve(names.size());
  for (const NamedPassage& name : names) {
    const Xapian::Query article(schema::make_term(schema::kIdPrefix, name.id));
    if (name.ordinal) {
      const std::string ordinal = schema::encode_u32(*name.ordinal);
      queries.emplace_back(Xapian::Query::OP_FILTER, article,
                           Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot(schema::Slot::Ordinal), ordinal, ordinal));
    } else {
      queries.push_back(article);
    }
  }
  return {0.0, Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end())};
}

}  // namespace nutgraf
