// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/slot_reader.h"

#include "query/search/slot.h"

namespace nutgraf {

SlotReader::SlotReader(const Xapian::Database& database, schema::Slot which)
    : at_(database.valuestream_begin(slot(which))), end_(database.valuestream_end(slot(which))) {}

std::string SlotReader::at(Xapian::docid document) {
  if (at_ != end_ && at_.get_docid() < document) {
    at_.skip_to(document);
  }
  return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
}

}  // namespace nutgraf
