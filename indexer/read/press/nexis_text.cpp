// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis_text.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/press/nexis_layouts.h"

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

}  // namespace

std::vector<Paragraph> paragraphs_of_text(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  Paragraph block;
  bool all_centred = true;
  const auto finish = [&] {
    if (!block.text.empty()) {
      block.alignment = all_centred ? Alignment::Center : Alignment::Left;
      paragraphs.push_back(std::exchange(block, {}));
    }
    all_centred = true;
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool parts = is_document_count(line) || is_document_end(line);
    if (parts || ascii::trimmed(line).empty()) {
      finish();
    }
    if (!ascii::trimmed(line).empty()) {
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
