// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/verified_source.h"

namespace nutgraf {

void VerifiedSource::init(const Xapian::Database& database) {
  places_.emplace(Tables{database, in_place_}, proximity_->units());
  documents_ = database.get_doccount();
  last_ = database.get_lastdocid();
  at_ = 0;
  set_maxweight(0);
}

void VerifiedSource::next(double least_weight) {
  skip_to(at_ + 1, least_weight);
}

void VerifiedSource::skip_to(Xapian::docid document, double least_weight) {
  while (document <= last_ && !check(document, least_weight)) {
    ++document;
  }
  at_ = document;
}

bool VerifiedSource::check(Xapian::docid document, double /*least_weight*/) {
  at_ = document;
  places_->move_to(document);
  return proximity_->holds(*places_);
}

}  // namespace nutgraf
