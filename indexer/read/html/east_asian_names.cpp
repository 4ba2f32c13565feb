// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/east_asian_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/utf8.h"

namespace nutgraf::read::html {
namespace {

/// What must stand between a label and the name.
enum class Sign : std::uint8_t { None, Required };

struct NameLabel {
  std::u32string_view word;
  Sign sign;
};
// Longer ones first, where one ends with another.
constexpr auto kNameLabels = std::to_array<NameLabel>({{U"通讯员", Sign::None},
                                                       {U"记者", Sign::None},
                                                       {U"記者", Sign::None},
                                                       {U"作者", Sign::Required},
                                                       {U"撰文", Sign::Required},
                                                       {U"撰稿", Sign::Required},
                                                       {U"執筆", Sign::Required},
                                                       {U"筆者", Sign::Required},
                                                       {U"文", Sign::Required}});

constexpr std::u32string_view kLabelSigns = U":：/／";
constexpr std::u32string_view kBlankSigns = U" \u3000\u00A0";
constexpr std::u32string_view kBehindName = U" \u3000\u00A0,，、/／|｜()（）[]【】〔〕〉》;；=＝";
constexpr std::u32string_view kReporter = U"기자";

bool is_one_of(char32_t c, std::u32string_view signs) {
  return signs.find(c) != std::u32string_view::npos;
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == U'·';
}

bool is_kana(char32_t c) {
  return c >= 0x3041 && c <= 0x30FE && c != U'・';
}

bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

std::string encoded(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    utf8::append(out, c);
  }
  return out;
}

/// How many of the characters from `at` on are of a kind.
std::size_t run_at(std::u32string_view line, std::size_t at, bool (*is_kind)(char32_t)) {
  const auto rest = line.substr(std::min(at, line.size()));
  return static_cast<std::size_t>(std::ranges::find_if_not(rest, is_kind) - rest.begin());
}

/// Names of two to four characters from `at` on, with blanks or 、 between them.
std::vector<std::string> han_names_at(std::u32string_view line, std::size_t at) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 4;
  std::vector<std::string> names;
  while (at < line.size()) {
    const std::size_t size = run_at(line, at, is_han);
    const bool ends = at + size == line.size() || is_one_of(line[at + size], kBehindName);
    if (size < kShortest || size > kLongest || !ends) {
      break;
    }
    names.push_back(encoded(line.substr(at, size)));
    at += size;
    if (at == line.size() || !(is_one_of(line[at], kBlankSigns) || line[at] == U'、')) {
      break;
    }
    ++at;
  }
  return names;
}

std::vector<std::string> names_behind_labels(std::u32string_view line) {
  for (const NameLabel& label : kNameLabels) {
    const std::size_t found = line.find(label.word);
    if (found == std::u32string_view::npos) {
      continue;
    }
    std::size_t at = found + label.word.size();
    bool sign = false;
    while (at < line.size() && (is_one_of(line[at], kLabelSigns) || is_one_of(line[at], kBlankSigns))) {
      sign = sign || is_one_of(line[at], kLabelSigns);
      ++at;
    }
    if (sign || label.sign == Sign::None) {
      if (std::vector<std::string> names = han_names_at(line, at); !names.empty()) {
        return names;
      }
    }
  }
  return {};
}

/// 김철수 기자, with a blank or without.
std::vector<std::string> names_of_reporters(std::u32string_view line) {
  constexpr auto kKinds = std::to_array<std::u32string_view>(
      {U"객원", U"시민", U"인턴", U"전문", U"선임", U"수습", U"편집", U"사진", U"취재", U"명예", U"본보", U"통신"});
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 4;
  std::vector<std::string> names;
  for (std::size_t at = line.find(kReporter); at != std::u32string_view::npos; at = line.find(kReporter, at + 1)) {
    const std::size_t behind = at + kReporter.size();
    std::size_t end = at;
    end -= end > 0 && line[end - 1] == U' ' ? 1U : 0U;
    std::size_t begin = end;
    while (begin > 0 && is_hangul(line[begin - 1])) {
      --begin;
    }
    const std::u32string_view name = line.substr(begin, end - begin);
    const bool word = behind == line.size() || !is_hangul(line[behind]);
    if (word && name.size() >= kShortest && name.size() <= kLongest &&
        std::ranges::find(kKinds, name) == kKinds.end()) {
      names.push_back(encoded(name));
    }
  }
  return names;
}

/// 【ロンドン＝山田太郎】
std::vector<std::string> names_behind_place(std::u32string_view line) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 8;
  const std::size_t open = line.find(U'【');
  const std::size_t close = line.find(U'】', std::min(open, line.size()));
  const std::size_t sign = line.find_first_of(U"＝=", std::min(open, line.size()));
  if (close == std::u32string_view::npos || sign > close) {
    return {};
  }
  const std::u32string_view name = line.substr(sign + 1, close - sign - 1);
  const bool letters = std::ranges::all_of(name, [](char32_t c) { return is_han(c) || is_kana(c); });
  const bool fits = name.size() >= kShortest && name.size() <= kLongest;
  return letters && fits ? std::vector{encoded(name)} : std::vector<std::string>();
}

}  // namespace

std::vector<std::string> east_asian_names(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  std::u32string wide;
  for (std::size_t at = 0; at < line.size() && wide.size() <= kLongest;) {
    const utf8::Decoded c = utf8::decode(line, at);
    wide += c.code;
    at += c.size;
  }
  const bool beyond_latin = std::ranges::any_of(wide, [](char32_t c) { return is_han(c) || is_hangul(c); });
  if (!beyond_latin || wide.size() > kLongest || wide.find(U'。') != std::u32string::npos) {
    return {};
  }
  for (const auto find : {names_behind_labels, names_of_reporters, names_behind_place}) {
    if (std::vector<std::string> names = find(wide); !names.empty()) {
      return names;
    }
  }
  return {};
}

}  // namespace nutgraf::read::html
