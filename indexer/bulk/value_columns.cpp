// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/value_columns.h"

#include "core/base/varint.h"
#include "indexer/bulk/term_list.h"

namespace nutgraf::bulk {

void ValueColumns::clear() {
  lengths.clear();
  for (std::string& column : values) {
    column.clear();
  }
}

void ValueColumns::add(const passage::PassageDocument& passage) {
  const DocumentLength length = length_of(passage);
  put_varint(lengths, length.length);
  put_varint(lengths, length.highest_wdf);
  for (std::size_t slot = 0; slot < values.size(); ++slot) {
    put_length_prefixed(values[slot], passage.values[slot]);
  }
}

ValueSections append(ScratchFile& file, const ValueColumns& columns) {
  ValueSections sections;
  sections.lengths = file.append(columns.lengths);
  for (std::size_t slot = 0; slot < columns.values.size(); ++slot) {
    sections.values[slot] = file.append(columns.values[slot]);
  }
  return sections;
}

}  // namespace nutgraf::bulk
