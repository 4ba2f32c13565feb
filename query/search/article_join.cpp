// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_join.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "query/search/compile.h"
#include "query/search/slot.h"

namespace nutgraf {
namespace {

/// Keeps the documents that the matcher looks at.
class Seen final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    documents.push_back(document.get_docid());
  }
  std::vector<Xapian::docid> documents;
};

ArticleSet everything() {
  return ArticleSet({}, ArticleSet::Sense::AllButThese);
}

ArticleSet any_of(const Xapian::Database& database, const std::vector<const BoundNode*>& nodes) {
  ArticleSet found;
  for (const BoundNode* node : nodes) {
    found = std::move(found).either(articles_meeting(database, *node));
  }
  return found;
}

/// Required, excluded and filtering children decide; without a required one also the optional ones.
ArticleSet best_of(const Xapian::Database& database, const BoundNode& best) {
  ArticleSet found = everything();
  std::vector<const BoundNode*> optional;
  bool required = false;
  for (const BoundNode& child : best.children) {
    if (child.role == Role::Optional) {
      optional.push_back(&child);
      continue;
    }
    ArticleSet some = articles_meeting(database, child);
    found = std::move(found).both(child.role == Role::Excluded ? std::move(some).without_these() : std::move(some));
    required = required || child.role == Role::Required;
  }
  if (!required && !optional.empty()) {
    found = std::move(found).both(any_of(database, optional));
  }
  return found;
}

}  // namespace

ArticleSet::Keys articles_of_matches(const Xapian::Database& database, const Xapian::Query& query) {
  Seen seen;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.add_matchspy(&seen);
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount()));
  std::sort(seen.documents.begin(), seen.documents.end());
  ArticleSet::Keys keys;
  Xapian::ValueIterator article = database.valuestream_begin(slot(schema::Slot::Article));
  const Xapian::ValueIterator end = database.valuestream_end(slot(schema::Slot::Article));
  for (const Xapian::docid document : seen.documents) {
    article.skip_to(document);
    if (article != end && article.get_docid() == document) {
      keys.insert(article_number(*article));
    }
  }
  return keys;
}

ArticleSet articles_meeting(const Xapian::Database& database, const BoundNode& node) {
  switch (node.kind) {
    case BoundKind::And: {
      ArticleSet found = everything();
      for (const BoundNode& child : node.children) {
        found = std::move(found).both(articles_meeting(database, child));
      }
      return found;
    }
    case BoundKind::Or: {
      std::vector<const BoundNode*> children;
      for (const BoundNode& child : node.children) {
        children.push_back(&child);
      }
      return any_of(database, children);
    }
    case BoundKind::Not:
      return articles_meeting(database, node.children.front()).without_these();
    case BoundKind::Best:
      return best_of(database, node);
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
  const BoundQuery nothing_ranks;
  return ArticleSet(articles_of_matches(database, Compiler(nothing_ranks).matching(node)));
}

void join_articles(const Xapian::Database& database, BoundNode& node) {
  for (BoundNode& child : node.children) {
    join_articles(database, child);
  }
  if (node.kind == BoundKind::Within && node.text_unit == TextUnit::Article) {
    node.articles = std::make_shared<const ArticleSet>(articles_meeting(database, node.children.front()));
  }
}

}  // namespace nutgraf
