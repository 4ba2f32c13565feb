// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/lines/line_signs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/stops.h"
#include "core/text/unicode.h"

namespace nutgraf::read::lines {
namespace {

constexpr std::array<std::string_view, 10> kOpeners = {"\"", "'", "“", "‘", "«", "„", "(", "[", "‹", "—"};
constexpr std::array<std::string_view, 18> kTitles = {"Mr",  "Mrs",  "Ms",  "Dr",     "St",  "Gen",
                                                      "Sen", "Rep",  "Gov", "Prof",   "Lt",  "Col",
                                                      "Sgt", "Capt", "Jr",  "Messrs", "Hon", "Rev"};

/// Without quotes and brackets at the end, and the signs of emphasis in Markdown.
std::string_view without_closing_signs(std::string_view line) {
  std::size_t before = 0;
  do {
    before = line.size();
    line = without_closers(line);
    line = line.substr(0, line.find_last_not_of("*_") + 1);
  } while (line.size() != before);
  return line;
}

/// Whether the full stop after `text` belongs to its last word.
bool is_abbreviation(std::string_view text) {
  const std::size_t begin = text.find_last_of(" \t(-\"");
  const std::string_view word = begin == std::string_view::npos ? text : text.substr(begin + 1);
  const bool initial = word.size() == 1 && ascii::is_upper(word[0]);
  return initial || std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

}  // namespace

bool may_end_paragraph(std::string_view line) {
  line = without_closing_signs(ascii::trimmed(line));
  return ends_sentence(line) && !(line.ends_with('.') && is_abbreviation(line.substr(0, line.size() - 1)));
}

bool begins_lower(std::string_view text) {
  text = ascii::trimmed(text);
  const auto opens = [&](std::string_view o) { return text.starts_with(o); };
  for (const auto* o = std::find_if(kOpeners.begin(), kOpeners.end(), opens); o != kOpeners.end();
       o = std::find_if(kOpeners.begin(), kOpeners.end(), opens)) {
    text.remove_prefix(o->size());
  }
  return !text.empty() && unicode::is_lower(utf8::decode(text, 0).code);
}

bool ends_unfinished(std::string_view line) {
  constexpr std::array<std::string_view, 28> kJoints = {
      "the", "a",   "an",  "of",  "to",  "and", "or", "with", "from", "his", "her", "its", "our", "my",
      "der", "die", "das", "und", "von", "le",  "la", "les",  "des",  "du",  "de",  "et",  "los", "del"};
  const std::string_view word = line.substr(line.rfind(' ') + 1);
  const bool shouted = std::none_of(line.begin(), line.end(), ascii::is_lower);
  if (!shouted && word.size() > 1 && std::all_of(word.begin(), word.end(), ascii::is_upper)) {
    return false;  // "with victory in LA"
  }
  const std::string last = ascii::lowered(word);
  return line.find(' ') != std::string_view::npos && std::find(kJoints.begin(), kJoints.end(), last) != kJoints.end();
}

bool is_of_unspaced_script(char32_t code) {
  constexpr std::array<std::pair<char32_t, char32_t>, 7> kRanges = {{{0x0E00, 0x0EFF},
                                                                     {0x1000, 0x109F},
                                                                     {0x1780, 0x17FF},
                                                                     {0x3000, 0x30FF},
                                                                     {0x3400, 0x9FFF},
                                                                     {0xF900, 0xFAFF},
                                                                     {0xFF01, 0xFFEF}}};
  return std::ranges::any_of(kRanges, [&](const auto& range) { return code >= range.first && code <= range.second; });
}

bool holds_sentence_end(std::string_view line) {
  constexpr std::size_t kWord = 4;
  for (std::size_t at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 1)) {
    const std::string_view word = line.substr(0, at).substr(at >= kWord ? at - kWord : at);
    const bool whole_word = !word.empty() && std::all_of(word.begin(), word.end(), ascii::is_lower);
    if (whole_word && at + 2 < line.size() && ascii::is_upper(line[at + 2])) {
      return true;
    }
  }
  return false;
}

}  // namespace nutgraf::read::lines
