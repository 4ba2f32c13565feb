// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/concordance.h"

#include <algorithm>

#include "query/parse/characters.h"
#include "query/view/display_width.h"

namespace nutgraf {
namespace {

// Where each code point of a text begins, and its end.
std::vector<std::size_t> starts_of(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t byte = 0; byte < text.size(); byte += character_at(text, byte).bytes) {
    starts.push_back(byte);
  }
  starts.push_back(text.size());
  return starts;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (std::size_t byte = 0; byte < text.size();) {
    const Character character = character_at(text, byte);
    const bool blank = is_blank(character.code) || is_control(character.code) || character.code == '\n';
    if (!blank) {
      out += text.substr(byte, character.bytes);
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
    byte += character.bytes;
  }
  return out;
}

}  // namespace

std::vector<Occurrence> occurrences(const Hit& hit, std::uint32_t context) {
  const std::string_view text = hit.text;
  const std::vector<std::size_t> starts = starts_of(text);
  const auto last = static_cast<std::uint32_t>(starts.size() - 1);
  const auto cut = [&](std::uint32_t begin, std::uint32_t end) {
    return on_one_line(text.substr(starts[begin], starts[end] - starts[begin]));
  };
  std::vector<Occurrence> found;
  for (const CodePoints& mark : hit.highlights) {
    if (mark.begin >= mark.end || mark.end > last) {
      continue;
    }
    const std::uint32_t from = mark.begin - std::min(mark.begin, context);
    const std::uint32_t to = mark.end + std::min(last - mark.end, context);
    found.push_back({cut(from, mark.begin), cut(mark.begin, mark.end), cut(mark.end, to), mark});
  }
  return found;
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t byte = 0;
  std::size_t used = 0;
  while (byte < text.size()) {
    const Character character = character_at(text, byte);
    used += display_width(character.code);
    if (used > columns) {
      break;
    }
    byte += character.bytes;
  }
  return text.substr(0, byte);
}

std::string_view last_columns(std::string_view text, std::size_t columns) {
  const std::size_t all = display_width(text);
  std::size_t byte = 0;
  for (std::size_t used = all; used > columns && byte < text.size();) {
    const Character character = character_at(text, byte);
    used -= display_width(character.code);
    byte += character.bytes;
  }
  return text.substr(byte);
}

}  // namespace nutgraf
