// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/typed_blocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "core/base/ascii.h"

namespace nutgraf::read::pdf {
namespace {

/// Whether most of a block is words.
bool is_worded(const Page& page, const LineBlock& block) {
  constexpr std::size_t kShort = 40;
  std::size_t letters = 0;
  std::size_t bytes = 0;
  for (const std::size_t line : block.lines) {
    const std::string& text = page.lines[line].text;
    letters += static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return !ascii::is_ascii(c) || ascii::is_letter(c); }));
    bytes += text.size();
  }
  return bytes >= kShort && 5 * letters > 3 * bytes;
}

struct Size {
  double type = 0;  // of the largest line
  std::size_t bytes = 0;
};

Size size_of(const Page& page, const LineBlock& block) {
  Size size;
  for (const std::size_t line : block.lines) {
    size.type = std::max(size.type, page.lines[line].size);
    size.bytes += page.lines[line].text.size();
  }
  return size;
}

bool begins_with_quote(std::string_view text) {
  constexpr auto kQuotes = std::to_array<std::string_view>({"\"", "\u201C", "\u201E", "\u00AB", "\u2018", "\u300C"});
  return std::ranges::any_of(kQuotes, [&](std::string_view quote) { return text.starts_with(quote); });
}

/// "1 See page 4", "* Not yet", "[2] Ibid."
bool begins_with_mark(std::string_view text) {
  constexpr auto kMarks = std::to_array<std::string_view>({"*", "\u2020", "\u2021", "\u00A7"});
  constexpr std::size_t kMostDigits = 3;
  text.remove_prefix(text.starts_with('[') || text.starts_with('(') ? 1 : 0);
  const auto* const end = std::ranges::find_if_not(text, ascii::is_digit);
  const auto digits = static_cast<std::size_t>(end - text.begin());
  return (digits > 0 && digits <= kMostDigits && digits < text.size()) ||
         std::ranges::any_of(kMarks, [&](std::string_view mark) { return text.starts_with(mark); });
}

BlockKind kind_by_type(const Page& page, const LineBlock& block, double body) {
  constexpr double kSame = 0.1;    // of the body's size
  constexpr double kLarge = 1.15;  // of the body's size
  constexpr double kSmall = 0.93;  // of the body's size
  const Size size = size_of(page, block);
  const std::string_view first = page.lines[block.lines.front()].text;
  if (size.type > kLarge * body) {
    return begins_with_quote(first) ? BlockKind::Quotation : BlockKind::Headline;
  }
  if (size.type < kSmall * body && begins_with_mark(first)) {
    return BlockKind::Note;
  }
  return std::abs(size.type - body) <= kSame * body && is_worded(page, block) ? BlockKind::Prose : BlockKind::Other;
}

/// Letters and digits of the lines of a block.
std::string plain_text(const Page& page, const LineBlock& block) {
  std::string text;
  for (const std::size_t line : block.lines) {
    for (const char c : page.lines[line].text) {
      if (ascii::is_word_byte(c)) {
        text += ascii::to_lower(c);
      }
    }
  }
  return text;
}

/// A headline whose words are also in the text is a quotation out of it.
void find_quotations(const Page& page, const std::vector<LineBlock>& blocks, std::vector<BlockKind>& kinds) {
  constexpr std::size_t kShort = 30;
  std::string prose;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    prose += kinds[i] == BlockKind::Prose ? plain_text(page, blocks[i]) : std::string();
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (kinds[i] == BlockKind::Headline) {
      const std::string text = plain_text(page, blocks[i]);
      kinds[i] = text.size() >= kShort && prose.find(text) != std::string::npos ? BlockKind::Quotation : kinds[i];
    }
  }
}

/// What has text under it is no note.
void find_notes(const std::vector<LineBlock>& blocks, std::vector<BlockKind>& kinds) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto has_text = [&](const auto& stands) {
      for (std::size_t other = 0; other < blocks.size(); ++other) {
        if (kinds[other] == BlockKind::Prose && overlap_across(blocks[i].box, blocks[other].box) &&
            stands(blocks[other].box)) {
          return true;
        }
      }
      return false;
    };
    const Box& box = blocks[i].box;
    const bool at_foot = has_text([&](const Box& other) { return other.bottom <= box.top; }) &&
                         !has_text([&](const Box& other) { return other.bottom > box.top; });
    kinds[i] = kinds[i] == BlockKind::Note && !at_foot ? BlockKind::Other : kinds[i];
  }
}

}  // namespace

std::vector<BlockKind> kinds_of(const Page& page, const std::vector<LineBlock>& blocks, double body) {
  std::vector<BlockKind> kinds;
  for (const LineBlock& block : blocks) {
    kinds.push_back(kind_by_type(page, block, body));
  }
  find_quotations(page, blocks, kinds);
  find_notes(blocks, kinds);
  return kinds;
}

bool is_running_text(const Page& page, const std::vector<LineBlock>& blocks, const std::vector<BlockKind>& kinds) {
  constexpr std::size_t kLines = 3;  // of a block, on average
  std::size_t bytes = 0;
  std::size_t prose_bytes = 0;
  std::size_t prose_lines = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t size = size_of(page, blocks[i]).bytes;
    bytes += size;
    prose_bytes += kinds[i] == BlockKind::Prose ? size : 0;
    prose_lines += kinds[i] == BlockKind::Prose ? blocks[i].lines.size() : 0;
  }
  const auto prose = static_cast<std::size_t>(std::ranges::count(kinds, BlockKind::Prose));
  return 2 * prose_bytes > bytes && prose_lines >= kLines * prose;
}

}  // namespace nutgraf::read::pdf
