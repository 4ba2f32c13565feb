// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/slot_reader.h"

#include "query/search/slot.h"

namespace nutgraf {

SlotReader::SlotReader(const Tables& tables, schema::Slot which) {
  if (tables.in_place) {
    in_place_.emplace(tables.in_place->postlist(), slot(which));
    return;
  }
  at_ = tables.database.valuestream_begin(slot(which));
  end_ = tables.database.valuestream_end(slot(which));
}

std::string_view SlotReader::at(Xapian::docid document) {
  if (in_place_) {
    return in_place_->at(document);
  }
  if (at_ != end_ && at_.get_docid() < document) {
    at_.skip_to(document);
  }
  if (at_ == end_ || at_.get_docid() != document) {
    return {};
  }
  value_ = *at_;
  return value_;
}

}  // namespace nutgraf
