// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace nutgraf {

inline constexpr std::size_t kSuffixSteps = 3;

/// The endings of a language, in the letters that folding leaves. docs/analysis.md says how they were chosen.
struct SuffixTable {
  std::string_view language;
  std::string_view letters;  // written for one another in its forms: "ó>o", separated by spaces
  /// Each takes the longest of its endings that fits off the word, or puts another in its place ("cz>k"). A digit says
  /// how many letters must be before the endings that follow it.
  std::array<std::string_view, kSuffixSteps> steps;
};

[[nodiscard]] std::span<const SuffixTable> suffix_tables();

}  // namespace nutgraf
