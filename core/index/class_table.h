// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Metadata beside the contract: classes of words, compounds and how words are written. Pure encodings; the values are
/// read with Database::get_metadata and written by the store.
namespace nutgraf {

inline constexpr std::string_view kClassKeys = "nutgraf/class/";
inline constexpr std::string_view kAccentKeys = "nutgraf/accent/";
inline constexpr std::string_view kCompoundKeys = "nutgraf/compound/";
inline constexpr std::string_view kCaseKeys = "nutgraf/case/";

/// "nutgraf/class/en/principl"; a class key over 200 bytes is hashed.
[[nodiscard]] std::string class_metadata_key(std::string_view language, std::string_view class_key);
/// "nutgraf/accent/fr/cafe": by a base spelling (core/text/accents.h)
[[nodiscard]] std::string accent_metadata_key(std::string_view language, std::string_view base);
/// "nutgraf/compound/ceasefire"
[[nodiscard]] std::string compound_metadata_key(std::string_view joined);
/// "nutgraf/case/en/us"
[[nodiscard]] std::string case_metadata_key(std::string_view language, std::string_view word);

/// A sorted list of distinct strings, none with a line feed: the members of a class, or the open forms of a compound
/// ("cease fire"). One a line.
[[nodiscard]] std::string encode_list(std::vector<std::string> members);
[[nodiscard]] std::vector<std::string> decode_list(std::string_view value);

/// How often a word of a language is written how. Words that are only ever written in lower case have no entry.
/// `start_capital` is not stored: it tells, while words are counted, which words have one.
struct CaseCounts {
  std::uint64_t lower = 0;
  std::uint64_t leading_capital = 0;  // not where any word has one
  std::uint64_t all_caps = 0;         // in mixed-case text: those that have an XC: term
  std::uint64_t in_capital_text = 0;
  std::uint64_t start_capital = 0;  // WrittenAs::StartCapital
  CaseCounts& operator+=(const CaseCounts& other);
  friend bool operator==(const CaseCounts&, const CaseCounts&) = default;
};
/// Four decimal numbers in the order above, separated by spaces; damage reads as zeros.
[[nodiscard]] std::string encode_counts(const CaseCounts& counts);
[[nodiscard]] CaseCounts decode_counts(std::string_view value);

}  // namespace nutgraf
