// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/word_edge.h"

#include <algorithm>
#include <cstdint>

#include "core/base/utf8.h"
#include "core/text/characters.h"
#include "core/text/cjk_runs.h"

namespace nutgraf::passage {
namespace {

constexpr std::size_t kMostBack = 300;  // bytes; some words
constexpr std::size_t kAhead = 100;     // bytes that the dictionaries see behind the place

std::size_t before(std::string_view text, std::size_t at) {
  return utf8::floor(text, at - 1);
}

CharClass class_before(std::string_view text, std::size_t at) {
  return CharacterTable::instance().at(text, before(text, at)).character->kind;
}

bool is_blank(CharClass kind) {
  return kind == CharClass::Blank || kind == CharClass::LineEnd;
}

bool is_of_run(CharClass kind) {
  return kind == CharClass::Cjk || kind == CharClass::Complex || kind == CharClass::Ignored;
}

/// The last place after a blank, not farther back than `least`; else `least`.
std::size_t after_blank(std::string_view text, std::size_t least, std::size_t end) {
  while (end > least && !is_blank(class_before(text, end))) {
    end = before(text, end);
  }
  return std::max(end, least);
}

/// Where the run of a script without spaces begins that contains `at`, or a part of it that is long enough.
std::size_t run_begin(std::string_view text, std::size_t at) {
  const std::size_t least = at - std::min(at, kMostBack);
  std::size_t begin = at;
  while (begin > least && is_of_run(class_before(text, begin))) {
    begin = before(text, begin);
  }
  while (begin < at && CharacterTable::instance().at(text, begin).character->kind == CharClass::Ignored) {
    begin += utf8::decode(text, begin).size;
  }
  return begin;
}

}  // namespace

std::size_t word_edge(std::string_view text, std::size_t end) {
  if (end == text.size() || !is_of_run(class_before(text, end))) {
    return end;
  }
  const std::size_t least = end - end / 4;
  if (const std::size_t blank = after_blank(text, least, end); blank > least) {
    return blank;
  }
  const std::size_t begin = run_begin(text, end);
  if (begin == end) {
    return end;
  }
  thread_local CjkRunReader reader;
  const std::size_t window = utf8::floor(text, std::min(text.size(), end + kAhead));
  if (reader.read(CharacterTable::instance(), text.substr(0, window), static_cast<std::uint32_t>(begin)) == end) {
    return end;
  }
  std::size_t edge = 0;
  for (const CjkRunReader::Word& word : reader.words()) {
    const std::size_t at = reader.units()[word.first].span.begin;
    edge = at <= end ? at : edge;
  }
  if (edge > begin) {
    return edge;
  }
  // One word as long as the window: between two of its characters.
  for (const CjkRunReader::Unit& unit : reader.units()) {
    if (unit.span.begin >= end) {
      return unit.span.begin;
    }
  }
  return end;
}

}  // namespace nutgraf::passage
