// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/author_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/ascii.h"
#include "indexer/read/html/article_search.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/notice.h"

namespace nutgraf::read::html {
namespace {

constexpr std::uint32_t kNameLine = 120;  // longer blocks are not lines with names

bool is_heading(const Dom& dom, const Block& block) {
  const Tag tag = dom[block.container].tag;
  return tag >= Tag::H1 && tag <= Tag::H3;
}

std::vector<std::string_view> lines_in(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(lines.back().size() + 1, text.size()));
  }
  return lines;
}

/// "11.12.2019 - Jane Roe"
std::vector<std::string> names_behind_date(std::string_view line, std::string_view language) {
  constexpr auto kSeparators = std::to_array<std::string_view>({" - ", " – ", " — ", " | ", " · ", " • "});
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = line.find(separator);
    if (at == std::string_view::npos || !date_in_line(line.substr(0, at), language)) {
      continue;
    }
    const std::string_view name = ascii::trimmed(line.substr(at + separator.size()));
    return is_full_name(name) ? std::vector{std::string(name)} : std::vector<std::string>();
  }
  return {};
}

/// The lines of a block, then what its elements part: "06.11.2023 by Jane" before the name of a photographer.
std::vector<std::string> lines_and_runs(const Dom& dom, const Block& block) {
  const std::string text = text_of(dom, block);
  std::vector<std::string> lines;
  for (const std::string_view line : lines_in(text)) {
    lines.emplace_back(line);
  }
  for (NodeIndex i = block.first; i < block.end; ++i) {
    if (dom[i].tag == Tag::Text) {
      lines.emplace_back(ascii::trimmed(dom.characters(i)));
    }
  }
  return lines;
}

/// Headings have names in them that wrote nothing, but for those behind a date.
std::vector<std::string> names_in_block(const Dom& dom, const Block& block, std::string_view language) {
  for (const std::string& line : lines_and_runs(dom, block)) {
    if (is_heading(dom, block) && !date_in_line(line, language)) {
      continue;
    }
    std::vector<std::string> names = names_in_line(line);
    names = names.empty() && block.link_length == 0 ? names_behind_date(line, language) : names;
    if (!names.empty()) {
      return names;
    }
  }
  return {};
}

/// Whether a block stands below sentences and is the last one in the element around both.
bool ends_prose(const Dom& dom, const std::vector<Block>& blocks, std::size_t at) {
  const NodeIndex around = dom[blocks[at].container].parent;
  const bool below =
      around != kNoNode && dom[blocks[at - 1].container].parent == around && prose_of(dom, blocks[at - 1]) > 0;
  return below && (at + 1 == blocks.size() || !dom.contains(around, blocks[at + 1].first));
}

}  // namespace

std::vector<std::string> names_set_apart(const Dom& dom, NodeIndex byline) {
  std::vector<std::string> names;
  int elements = 0;
  for (NodeIndex i = byline + 1; i < dom[byline].end; ++i) {
    if (dom[i].tag == Tag::A || dom[i].tag == Tag::Li) {
      const std::string name = line_of(dom, i);
      if (!is_full_name(name)) {
        return {};
      }
      add_new(names, {name});
      ++elements;
      i = dom[i].end - 1;
    }
  }
  return elements > 1 ? names : std::vector<std::string>();
}

bool is_beside_article(const Dom& dom, NodeIndex node) {
  constexpr auto kElsewhere =
      std::to_array<Tag>({Tag::Form, Tag::Label, Tag::Input, Tag::Textarea, Tag::Button, Tag::Nav});
  for (; node != kNoNode; node = dom[node].parent) {
    if (std::ranges::find(kElsewhere, dom[node].tag) != kElsewhere.end() || label_of(dom, node) == Label::Comments) {
      return true;
    }
  }
  return false;
}

std::vector<std::string> authors_in_opening(const Dom& dom, const std::vector<Block>& blocks, NodeIndex main) {
  constexpr std::ptrdiff_t kOpening = 3;  // blocks before and behind
  const auto prose = std::ranges::find_if(
      blocks, [&](const Block& block) { return dom.contains(main, block.first) && prose_of(dom, block) > 0; });
  const auto end = prose + std::min(kOpening, blocks.end() - prose);
  for (auto block = prose - std::min(kOpening, prose - blocks.begin()); block != end; ++block) {
    if (block->length > kNameLine || is_heading(dom, *block) || is_beside_article(dom, block->container)) {
      continue;
    }
    const std::string text = text_of(dom, *block);
    std::vector<std::string> names = lines_in(text).size() == 1 ? names_in_line(text) : std::vector<std::string>();
    if (!names.empty() && std::ranges::all_of(names, is_full_name)) {
      const std::vector<std::string> apart = names_set_apart(dom, block->container);
      return apart.empty() ? names : apart;
    }
  }
  return {};
}

std::vector<std::string> authors_in_lines(const Dom& dom, const std::vector<Block>& blocks, std::string_view language) {
  constexpr int kMost = 400;
  int seen = 0;
  bool labelled = false;  // by the line before
  for (const Block& block : blocks) {
    if (++seen > kMost) {
      break;
    }
    if (block.length > kNameLine || is_beside_article(dom, block.container)) {
      labelled = false;
      continue;
    }
    if (std::vector<std::string> names = names_in_block(dom, block, language); !names.empty()) {
      return names;
    }
    const std::string text = text_of(dom, block);
    if (labelled && !is_heading(dom, block) && is_full_name(text)) {
      return {text};
    }
    labelled = is_author_label(text);
  }
  return {};
}

std::vector<std::string> authors_in_signature(const Dom& dom, const std::vector<Block>& blocks,
                                              const AuthorClues& clues) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (!dom.contains(clues.main, block.first) || block.length > kNameLine || block.link_length > 0 ||
        !ends_prose(dom, blocks, i)) {
      continue;
    }
    const std::string text = text_of(dom, block);
    const std::vector<std::string_view> lines = lines_in(text);
    const bool bold = lines.size() == 1 && is_full_name(lines[0]) && is_emphasised(dom, block) && !is_notice(lines[0]);
    const bool dated = lines.size() == 2 && date_in_line(lines[1], clues.language) &&
                       !date_in_line(lines[0], clues.language) && is_capitalised(lines[0]) &&
                       lines[0].find_first_of(".,:;!?") == std::string_view::npos;
    if (bold || dated) {
      return {std::string(lines[0])};
    }
  }
  return {};
}

}  // namespace nutgraf::read::html
