// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis_text.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/press/nexis_fields.h"
#include "indexer/read/press/nexis_head.h"
#include "indexer/read/press/nexis_layouts.h"
#include "indexer/read/press/written_day.h"

namespace nutgraf::read::press {
namespace {

constexpr std::ptrdiff_t kTab = 8;

std::ptrdiff_t indent_of(std::string_view line) {
  std::ptrdiff_t columns = 0;
  for (const char c : line) {
    if (!ascii::is_space(c)) {
      break;
    }
    columns += c == '\t' ? kTab : 1;
  }
  return columns;
}

/// Set in the middle of lines of 78 characters.
bool is_centred(std::string_view line) {
  constexpr std::ptrdiff_t kWidth = 78;
  constexpr std::ptrdiff_t kDeep = 12;
  constexpr std::ptrdiff_t kInexact = 3;
  const std::ptrdiff_t indent = indent_of(line);
  const auto length = static_cast<std::ptrdiff_t>(utf8::count(ascii::trimmed(line)));
  return indent >= 2 && (indent >= kDeep || std::abs(2 * indent + length - kWidth) <= 2 * kInexact);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

bool is_known_label(std::string_view line) {
  const auto field = field_line(line);
  return field && field->known != nullptr;
}

/// Labels under each other are paragraphs of their own; what is under one and no label goes on with it.
bool begins_label(const Paragraph& block, std::string_view line) {
  return is_known_label(block.text) && is_known_label(line);
}

/// Title, source, day and copyright under each other, as programs leave them that drop blank lines: where the day is.
/// Nothing where a block is something else.
std::optional<std::size_t> day_of_head(const std::vector<std::string_view>& lines) {
  constexpr std::size_t kMostLines = 8;
  constexpr std::size_t kLongestLine = 120;
  const bool copyright = std::ranges::any_of(lines, is_copyright);
  if (!copyright || lines.size() > kMostLines ||
      std::ranges::any_of(lines, [](std::string_view line) { return line.size() > kLongestLine; })) {
    return std::nullopt;
  }
  for (std::size_t i = 2; i < lines.size(); ++i) {
    if (find_date(lines[i])) {
      return i;
    }
  }
  return std::nullopt;
}

/// A block as it stands, or such a head as its parts. A title may have several lines.
void add_block(const Paragraph& block, std::vector<Paragraph>& paragraphs) {
  const std::vector<std::string_view> lines = lines_of(block.text);
  const auto day = block.alignment == Alignment::Left ? day_of_head(lines) : std::nullopt;
  if (!day) {
    paragraphs.push_back(block);
    return;
  }
  Paragraph title = block;
  title.text.clear();
  for (std::size_t i = 0; i + 1 < *day; ++i) {
    title.text.append(title.text.empty() ? "" : "\n").append(lines[i]);
  }
  paragraphs.push_back(title);
  for (std::size_t i = *day - 1; i < lines.size(); ++i) {
    Paragraph one = block;
    one.text = lines[i];
    paragraphs.push_back(std::move(one));
  }
}

}  // namespace

std::vector<Paragraph> paragraphs_of_text(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  Paragraph block;
  bool all_centred = true;
  const auto finish = [&] {
    if (!block.text.empty()) {
      block.alignment = all_centred ? Alignment::Center : Alignment::Left;
      add_block(std::exchange(block, {}), paragraphs);
    }
    all_centred = true;
  };
  for (const std::string_view line : lines_of(text)) {
    const bool blank = ascii::trimmed(line).empty();
    const bool parts = is_document_count(line) || is_document_end(line);
    if (parts || blank || begins_label(block, line)) {
      finish();
    }
    if (!blank) {
      all_centred = all_centred && is_centred(line);
      block.text.append(block.text.empty() ? "" : "\n").append(line);
    }
    if (parts) {
      finish();
    }
  }
  finish();
  return paragraphs;
}

}  // namespace nutgraf::read::press
