// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/people.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/entity.h"

namespace nutgraf::read {
namespace {

/// The first of the signs that is not the end of "&nbsp;" or the like.
std::size_t find_sign(std::string_view text, std::string_view signs) {
  std::size_t at = text.find_first_of(signs);
  while (at != std::string_view::npos && text[at] == ';' && ends_reference(text, at)) {
    at = text.find_first_of(signs, at + 1);
  }
  return at;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = separator.size() == 1 ? find_sign(text, separator) : text.find(separator);
    const std::string_view part = ascii::trimmed(text.substr(0, end));
    if (!part.empty()) {
      parts.push_back(part);
    }
    if (end == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(end + separator.size());
  }
}

bool is_several_words(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

bool is_suffix(std::string_view word) {
  constexpr std::array<std::string_view, 9> kSuffixes = {"jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "ph.d.", "md"};
  return std::find(kSuffixes.begin(), kSuffixes.end(), ascii::lowered(word)) != kSuffixes.end();
}

/// "Smith & Sons" is one name; "Ann Lee & Bo Poe" and "AFP & DPA" are two.
bool is_firm(std::string_view text, const std::vector<std::string_view>& pieces) {
  return pieces.size() == 2 && std::none_of(pieces.begin(), pieces.end(), is_several_words) &&
         std::any_of(text.begin(), text.end(), ascii::is_lower);
}

enum class Comma : std::uint8_t { Parts, Doubtful };

void add_names(std::vector<std::string>& names, std::string_view text, Comma comma) {
  std::vector<std::string> found;
  for (const std::string_view part : split(text, ",")) {
    if (is_suffix(part) && !found.empty()) {
      found.back().append(", ").append(part);
    } else {
      found.emplace_back(part);
    }
  }
  const bool full_names = std::all_of(found.begin(), found.end(), is_several_words);
  const bool many_words = found.size() > 2 && std::none_of(found.begin(), found.end(), is_several_words);
  if (comma == Comma::Doubtful && !full_names && !many_words) {
    found.assign(1, std::string(ascii::trimmed(text)));
  }
  names.insert(names.end(), found.begin(), found.end());
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 68> kLanguages = {{
    {"eng", "en"},      {"english", "en"},  {"deu", "de"},        {"ger", "de"},       {"german", "de"},
    {"deutsch", "de"},  {"fra", "fr"},      {"fre", "fr"},        {"french", "fr"},    {"français", "fr"},
    {"spa", "es"},      {"spanish", "es"},  {"español", "es"},    {"por", "pt"},       {"portuguese", "pt"},
    {"ita", "it"},      {"italian", "it"},  {"nld", "nl"},        {"dut", "nl"},       {"dutch", "nl"},
    {"rus", "ru"},      {"russian", "ru"},  {"ukr", "uk"},        {"ukrainian", "uk"}, {"pol", "pl"},
    {"polish", "pl"},   {"ces", "cs"},      {"cze", "cs"},        {"czech", "cs"},     {"ara", "ar"},
    {"arabic", "ar"},   {"zho", "zh"},      {"chi", "zh"},        {"cmn", "zh"},       {"chinese", "zh"},
    {"jpn", "ja"},      {"japanese", "ja"}, {"kor", "ko"},        {"korean", "ko"},    {"tur", "tr"},
    {"turkish", "tr"},  {"vie", "vi"},      {"vietnamese", "vi"}, {"tha", "th"},       {"thai", "th"},
    {"hin", "hi"},      {"hindi", "hi"},    {"heb", "he"},        {"hebrew", "he"},    {"fas", "fa"},
    {"per", "fa"},      {"persian", "fa"},  {"ell", "el"},        {"greek", "el"},     {"swe", "sv"},
    {"swedish", "sv"},  {"dan", "da"},      {"danish", "da"},     {"nor", "no"},       {"norwegian", "no"},
    {"fin", "fi"},      {"finnish", "fi"},  {"hun", "hu"},        {"hungarian", "hu"}, {"ron", "ro"},
    {"romanian", "ro"}, {"ind", "id"},      {"indonesian", "id"},
}};

/// A string in quotes of either kind; `text` begins with one, and moves behind it.
std::string take_quoted(std::string_view& text) {
  const char quote = text.front();
  std::string item;
  std::size_t at = 1;
  for (; at < text.size() && text[at] != quote; ++at) {
    at += text[at] == '\\' && at + 1 < text.size() ? 1U : 0U;
    item += text[at];
  }
  text.remove_prefix(std::min(at + 1, text.size()));
  return std::string(ascii::trimmed(item));
}

/// The items of a list as Python and JSON print it: ['Ann Lee', "Bo Poe"].
std::optional<std::vector<std::string>> printed_list(std::string_view text) {
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') {
    return std::nullopt;
  }
  text = ascii::trimmed(text.substr(1, text.size() - 2));
  std::vector<std::string> items;
  while (!text.empty()) {
    if (text.front() != '\'' && text.front() != '"') {
      return std::nullopt;
    }
    items.push_back(take_quoted(text));
    text = ascii::trimmed(text);
    if (!text.empty() && text.front() != ',') {
      return std::nullopt;
    }
    text = ascii::trimmed(text.substr(std::min<std::size_t>(1, text.size())));
  }
  std::erase(items, std::string());
  return items;
}

}  // namespace

std::vector<std::string> split_authors(std::string_view text) {
  text = ascii::trimmed(text);
  if (auto list = printed_list(text)) {
    return *list;
  }
  if (ascii::lowered(text.substr(0, 3)) == "by ") {
    text = ascii::trimmed(text.substr(3));
  }
  std::vector<std::string> names;
  const std::vector<std::string_view> groups = split(text, ";");
  for (const std::string_view group : groups) {
    const std::vector<std::string_view> by_and = split(group, " and ");
    for (const std::string_view part : by_and) {
      std::vector<std::string_view> by_sign = split(part, " & ");
      if (is_firm(part, by_sign)) {
        by_sign.assign(1, part);
      }
      const bool is_list = by_and.size() + by_sign.size() > 2;
      for (const std::string_view piece : by_sign) {
        add_names(names, piece, is_list ? Comma::Parts : Comma::Doubtful);
      }
    }
  }
  return names;
}

std::vector<std::string> split_tags(std::string_view text) {
  if (auto list = printed_list(ascii::trimmed(text))) {
    return *list;
  }
  std::vector<std::string> tags;
  while (true) {
    const std::size_t end = find_sign(text, ",;|");
    const std::string_view tag = ascii::trimmed(text.substr(0, end));
    if (!tag.empty()) {
      tags.emplace_back(tag);
    }
    if (end == std::string_view::npos) {
      return tags;
    }
    text.remove_prefix(end + 1);
  }
}

std::string language_code(std::string_view text) {
  const std::string lowered = ascii::lowered(ascii::trimmed(text));
  const std::string code = lowered.substr(0, lowered.find_first_of("-_ ("));
  const auto* const found =
      std::find_if(kLanguages.begin(), kLanguages.end(), [&](const auto& pair) { return pair.first == code; });
  if (found != kLanguages.end()) {
    return std::string(found->second);
  }
  const bool letters = std::all_of(code.begin(), code.end(), ascii::is_lower);
  return letters && (code.size() == 2 || code.size() == 3) ? code : std::string();
}

}  // namespace nutgraf::read
