// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "indexer/passage/passage_document.h"

namespace nutgraf::bulk {

/// What the length list, the term list and the statistics say of one document.
struct DocumentLength {
  std::uint32_t length = 0;  // sum of all wdf
  std::uint32_t highest_wdf = 0;
};
[[nodiscard]] DocumentLength length_of(const passage::PassageDocument& passage);

/// Tag of the termlist table; empty for a document without terms.
void put_term_list(std::string& out, const passage::PassageDocument& passage);

}  // namespace nutgraf::bulk
