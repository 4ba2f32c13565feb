// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/matches.h"

#include <algorithm>

#include "query/search/slot.h"

namespace nutgraf {
namespace {

class DocumentList final : public Xapian::MatchSpy {
 public:
  explicit DocumentList(Documents& documents) : documents_(documents) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    documents_.push_back(document.get_docid());
  }

 private:
  Documents& documents_;
};

}  // namespace

Documents matching_passages(const Xapian::Database& database, const Xapian::Query& query) {
  Documents documents;
  DocumentList list(documents);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.add_matchspy(&list);
  static_cast<void>(enquire.get_mset(0, 1, database.get_doccount()));
  std::sort(documents.begin(), documents.end());
  return documents;
}

Documents matching_passages(const Plan& plan) {
  return matching_passages(plan.database, plan.query);
}

SlotReader::SlotReader(const Xapian::Database& database, schema::Slot which)
    : at_(database.valuestream_begin(slot(which))), end_(database.valuestream_end(slot(which))) {}

std::string SlotReader::at(Xapian::docid document) {
  if (at_ != end_ && at_.get_docid() < document) {
    at_.skip_to(document);
  }
  return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
}

}  // namespace nutgraf
