// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/build/batch.h"

namespace nutgraf::build {

/// Joins those words of an item that a line end broke and that the corpus writes in one. How many places; they are
/// noted on the article, whose `broken_words` become those that were joined.
std::uint64_t join_broken_words(Item& item, const std::function<bool(const std::string& word)>& is_one_word);

}  // namespace nutgraf::build
