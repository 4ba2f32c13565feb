// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/read/pdf/page_words.h"

namespace nutgraf::read::pdf {

/// The words of a page, each letter that is several lines high put before the word that it begins.
[[nodiscard]] std::vector<Word> with_drop_caps(const PageWords& page);

}  // namespace nutgraf::read::pdf
