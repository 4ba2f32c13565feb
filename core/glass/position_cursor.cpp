// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/position_cursor.h"

#include "core/glass/encode.h"
#include "core/glass/position_list.h"

namespace nutgraf::glass {

PositionCursor::PositionCursor(const Table& position, std::string_view term) : at_(position) {
  put_sstr(key_, term, Last::No);
  term_size_ = key_.size();
}

void PositionCursor::read(std::uint32_t document, std::vector<std::uint32_t>& positions) {
  key_.resize(term_size_);
  put_sint(key_, document);
  if (at_.seek(key_) && at_.key() == key_) {
    append_positions(at_.tag(pieces_), positions);
  }
}

}  // namespace nutgraf::glass
