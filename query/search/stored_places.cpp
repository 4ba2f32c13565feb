// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/stored_places.h"

#include "core/schema/terms.h"

namespace nutgraf {

StoredPlaces::StoredPlaces(const Tables& tables, const std::vector<BoundUnit>& units)
    : marks_{Marks{{tables, std::string(schema::kSentenceMark)}, {}, 0},
             Marks{{tables, std::string(schema::kParagraphMark)}, {}, 0}} {
  for (const BoundUnit& unit : units) {
    units_.push_back({{tables, unit}, {}, 0});
  }
}

void StoredPlaces::move_to(Xapian::docid document) {
  document_ = document;
}

const Places& StoredPlaces::of(std::size_t unit) {
  Unit& here = units_[unit];
  if (here.read_at != document_) {
    here.positions.read(document_, here.places);
    here.read_at = document_;
  }
  return here.places;
}

const std::vector<std::uint32_t>& StoredPlaces::starts(TextUnit unit) {
  Marks& marks = marks_[unit == TextUnit::Sentence ? 0 : 1];
  if (marks.read_at != document_) {
    marks.starts.clear();
    if (marks.cursor.move_to(document_)) {
      marks.cursor.read(marks.starts);
    }
    marks.read_at = document_;
  }
  return marks.starts;
}

}  // namespace nutgraf
