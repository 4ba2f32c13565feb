// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/matching.h"

#include <algorithm>

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

}  // namespace

std::vector<Xapian::docid> matching_documents(const Xapian::Database& shard, const Xapian::Query& query) {
  Seen seen;
  Xapian::Enquire enquire(shard);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.add_matchspy(&seen);
  static_cast<void>(enquire.get_mset(0, 1, shard.get_doccount()));
  std::sort(seen.documents.begin(), seen.documents.end());
  return std::move(seen.documents);
}

void add_articles(const Xapian::Database& shard, const std::vector<Xapian::docid>& passages,
                  ArticleSet::Keys& articles) {
  Xapian::ValueIterator article = shard.valuestream_begin(slot(schema::Slot::Article));
  const Xapian::ValueIterator end = shard.valuestream_end(slot(schema::Slot::Article));
  for (const Xapian::docid passage : passages) {
    article.skip_to(passage);
    if (article != end && article.get_docid() == passage) {
      articles.insert(article_number(*article));
    }
  }
}

}  // namespace nutgraf
