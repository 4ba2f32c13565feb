// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <vector>

#include "query/match/proximity.h"
#include "query/search/word_positions.h"

namespace nutgraf {

/// The places of a proximity's units in documents of a database, visited at ascending documents. Reads what is asked
/// for, and that once.
class StoredPlaces final : public PassagePlaces {
 public:
  StoredPlaces(const Tables& tables, const std::vector<BoundUnit>& units);

  void move_to(Xapian::docid document);
  [[nodiscard]] const Places& of(std::size_t unit) override;
  [[nodiscard]] const std::vector<std::uint32_t>& starts(TextUnit unit) override;

 private:
  struct Unit {
    UnitPositions positions;
    Places places;
    Xapian::docid read_at = 0;
  };
  struct Marks {
    TermCursor cursor;
    std::vector<std::uint32_t> starts;
    Xapian::docid read_at = 0;
  };

  std::vector<Unit> units_;
  std::array<Marks, 2> marks_;  // sentences, paragraphs
  Xapian::docid document_ = 0;
};

}  // namespace nutgraf
