// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/passage/passage_document.h"

namespace nutgraf::bulk {

/// What the length list, the term list and the statistics say of one document.
struct DocumentLength {
  std::uint32_t length = 0;  // sum of all wdf
  std::uint32_t highest_wdf = 0;
};
[[nodiscard]] DocumentLength length_of(const PassageDocument& passage);

/// Tag of the termlist table: front-coded terms with their wdf. Empty for a document without terms.
void put_term_list(std::string& out, const PassageDocument& passage);

/// Tag naming the slots that have a value; empty where none has.
void put_used_slots(std::string& out, const schema::Values& values);

}  // namespace nutgraf::bulk
