// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>

#include "core/schema/slots.h"
#include "indexer/bulk/scratch_file.h"
#include "indexer/passage/passage_document.h"

namespace nutgraf::bulk {

/// What the postlist table and the statistics take from the documents of a batch, by column, so that a pass over all
/// documents reads one thing and keeps nothing.
struct ValueColumns {
  std::string lengths;                                 // (vint length, vint highest wdf)*
  std::array<std::string, schema::kSlotCount> values;  // by slot: vstr*, empty = not set

  void clear();
  void add(const passage::PassageDocument& passage);
};

/// Where the columns of a batch lie.
struct ValueSections {
  Section lengths;
  std::array<Section, schema::kSlotCount> values;
};
[[nodiscard]] ValueSections append(ScratchFile& file, const ValueColumns& columns);

}  // namespace nutgraf::bulk
