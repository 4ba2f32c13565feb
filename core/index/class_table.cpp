// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/class_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/schema/shorten.h"

namespace nutgraf {
namespace {

constexpr std::size_t kMaxWordBytes = 200;
constexpr std::size_t kMaxLanguageBytes = 32;

std::string worded_key(std::string_view table, std::string_view language, std::string_view word) {
  return fmt::format("{}{}/{}", table, schema::shorten(language, kMaxLanguageBytes),
                     schema::shorten(word, kMaxWordBytes));
}

}  // namespace

std::string class_metadata_key(std::string_view language, std::string_view class_key) {
  return worded_key(kClassKeys, language, class_key);
}

std::string accent_metadata_key(std::string_view language, std::string_view base) {
  return worded_key(kAccentKeys, language, base);
}

std::string compound_metadata_key(std::string_view joined) {
  return fmt::format("{}{}", kCompoundKeys, schema::shorten(joined, kMaxWordBytes));
}

std::string case_metadata_key(std::string_view language, std::string_view word) {
  return worded_key(kCaseKeys, language, word);
}

std::string encode_list(std::vector<std::string> members) {
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  std::string value;
  for (const std::string& member : members) {
    if (!member.empty()) {
      value += value.empty() ? "" : "\n";
      value += member;
    }
  }
  return value;
}

std::vector<std::string> decode_list(std::string_view value) {
  std::vector<std::string> members;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find('\n'), value.size());
    members.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return members;
}

CaseCounts& CaseCounts::operator+=(const CaseCounts& other) {
  lower += other.lower;
  leading_capital += other.leading_capital;
  start_capital += other.start_capital;
  all_caps += other.all_caps;
  in_capital_text += other.in_capital_text;
  return *this;
}

std::string encode_counts(const CaseCounts& counts) {
  return fmt::format("{} {} {} {}", counts.lower, counts.leading_capital, counts.all_caps, counts.in_capital_text);
}

CaseCounts decode_counts(std::string_view value) {
  CaseCounts counts;
  const std::array<std::uint64_t*, 4> numbers{&counts.lower, &counts.leading_capital, &counts.all_caps,
                                              &counts.in_capital_text};
  const char* at = value.data();
  const char* const end = value.data() + value.size();
  for (std::uint64_t* number : numbers) {
    const auto [next, error] = std::from_chars(at, end, *number);
    if (error != std::errc{}) {
      break;
    }
    at = next == end ? end : next + 1;
  }
  return counts;
}

}  // namespace nutgraf
