// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"
#include "indexer/read/paragraphs.h"

namespace nutgraf::read {
namespace {

constexpr std::array<std::string_view, 14> kClosers = {"\"", "'", "”", "’",  "»",  "“",  ")",
                                                       "]",  "*", "_", "」", "』", "）", "›"};
constexpr std::array<std::string_view, 14> kStops = {".",  "!",  "?", ":", "…", "。", "！",
                                                     "？", "：", "؟", "۔", "।", "။",  "．"};
constexpr std::array<std::string_view, 10> kOpeners = {"\"", "'", "“", "‘", "«", "„", "(", "[", "‹", "—"};
constexpr std::array<std::string_view, 18> kTitles = {"Mr",  "Mrs",  "Ms",  "Dr",     "St",  "Gen",
                                                      "Sen", "Rep",  "Gov", "Prof",   "Lt",  "Col",
                                                      "Sgt", "Capt", "Jr",  "Messrs", "Hon", "Rev"};

template <std::size_t N>
std::string_view ending_of(std::string_view text, const std::array<std::string_view, N>& endings) {
  const auto* const found =
      std::find_if(endings.begin(), endings.end(), [&](std::string_view e) { return text.ends_with(e); });
  return found == endings.end() ? std::string_view{} : *found;
}

/// Whether the full stop behind `text` belongs to its last word.
bool is_abbreviation(std::string_view text) {
  const std::size_t begin = text.find_last_of(" \t(-\"");
  const std::string_view word = begin == std::string_view::npos ? text : text.substr(begin + 1);
  const bool initial = word.size() == 1 && ascii::is_upper(word[0]);
  return initial || std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end();
}

}  // namespace

bool ends_sentence(std::string_view line) {
  line = ascii::trimmed(line);
  for (std::string_view closer = ending_of(line, kClosers); !closer.empty(); closer = ending_of(line, kClosers)) {
    line.remove_suffix(closer.size());
  }
  const std::string_view stop = ending_of(line, kStops);
  return !stop.empty() && !(stop == "." && is_abbreviation(line.substr(0, line.size() - 1)));
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
  const std::string last = ascii::lowered(line.substr(line.rfind(' ') + 1));
  return line.find(' ') != std::string_view::npos && std::find(kJoints.begin(), kJoints.end(), last) != kJoints.end();
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

}  // namespace nutgraf::read
