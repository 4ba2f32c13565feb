// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/elisions.h"

#include <algorithm>
#include <array>

namespace nutgraf {
namespace {

// In byte order.
constexpr auto kElided = std::to_array<std::string_view>({
    "all", "anch",  "bell",  "c",     "cent",   "coll",   "com",  "cos",  "d",    "dall", "dell",   "dov",
    "gl",  "gli",   "j",     "jusqu", "l",      "lorsqu", "m",    "mezz", "n",    "nell", "nessun", "puisqu",
    "qu",  "quand", "quell", "quest", "quoiqu", "s",      "sant", "senz", "sull", "t",    "tutt",   "un",
});
static_assert(std::is_sorted(kElided.begin(), kElided.end()));

constexpr std::size_t kLongestElided = std::ranges::max(kElided, {}, &std::string_view::size).size();

/// The letters are those that folding leaves; of an accented vowel the first byte decides (U+00C0 to U+017F).
bool begins_open(std::string_view word) {
  constexpr std::string_view kOpen = "aeiouyh\xC3\xC4\xC5";
  return !word.empty() && kOpen.find(word.front()) != std::string_view::npos;
}

}  // namespace

std::size_t elided_bytes(std::string_view term) {
  const std::size_t apostrophe = term.substr(0, kLongestElided + 1).find('\'');
  if (apostrophe == std::string_view::npos || !begins_open(term.substr(apostrophe + 1))) {
    return 0;
  }
  return std::ranges::binary_search(kElided, term.substr(0, apostrophe)) ? apostrophe : 0;
}

}  // namespace nutgraf
