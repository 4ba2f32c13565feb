// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/author_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/ascii.h"
#include "core/text/lower_case.h"
#include "indexer/read/html/article_search.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/label.h"
#include "indexer/read/html/notice.h"
#include "indexer/read/html/set_apart.h"

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

/// "Jane Roe | 11.12.2019"
std::vector<std::string> names_before_date(std::string_view line, std::string_view language) {
  const std::size_t at = line.find('|');
  const std::string_view name = ascii::trimmed(line.substr(0, at));
  const bool dated = at != std::string_view::npos && date_in_line(line.substr(at + 1), language).has_value();
  const bool section = name.ends_with(" News");
  return dated && !section && is_full_name(name) ? std::vector{std::string(name)} : std::vector<std::string>();
}

NodeIndex link_around(const Dom& dom, NodeIndex node) {
  while (node != kNoNode && dom[node].tag != Tag::A) {
    node = dom[node].parent;
  }
  return node;
}

/// Whether a text is the end of a link that says more, as the name under the teaser of another article.
bool ends_link(const Dom& dom, NodeIndex text) {
  const NodeIndex link = link_around(dom, text);
  return link != kNoNode && line_of(dom, link) != ascii::trimmed(dom.characters(text));
}

/// The lines of a block, then what its elements part: "06.11.2023 by Jane" before the name of a photographer.
std::vector<std::string> lines_and_runs(const Dom& dom, const Block& block) {
  const std::string text = text_of(dom, block);
  std::vector<std::string> lines;
  for (const std::string_view line : lines_in(text)) {
    lines.emplace_back(line);
  }
  for (NodeIndex i = block.first; i < block.end; ++i) {
    if (dom[i].tag == Tag::Text && !ends_link(dom, i)) {
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
    if (names.empty() && block.link_length == 0) {
      names = names_behind_date(line, language);
      names = names.empty() ? names_before_date(line, language) : names;
    }
    if (!names.empty()) {
      return names;
    }
  }
  return {};
}

bool is_below_prose(const Dom& dom, const std::vector<Block>& blocks, std::size_t at) {
  const NodeIndex around = dom[blocks[at].container].parent;
  return around != kNoNode && dom[blocks[at - 1].container].parent == around && prose_of(dom, blocks[at - 1]) > 0;
}

/// Whether a block stands below sentences and is the last one in the element around both.
bool ends_prose(const Dom& dom, const std::vector<Block>& blocks, std::size_t at) {
  const NodeIndex around = dom[blocks[at].container].parent;
  return is_below_prose(dom, blocks, at) && (at + 1 == blocks.size() || !dom.contains(around, blocks[at + 1].first));
}

/// "Jane Roe/John Doe"; nothing where a part is no full name.
std::vector<std::string> names_between_strokes(std::string_view line) {
  std::vector<std::string> names;
  while (!line.empty()) {
    const std::string_view part = line.substr(0, line.find('/'));
    const std::string_view name = ascii::trimmed(part);
    if (!is_full_name(name) || is_notice(name)) {
      return {};
    }
    names.emplace_back(name);
    line.remove_prefix(std::min(part.size() + 1, line.size()));
  }
  return names;
}

bool is_on_right(const Dom& dom, NodeIndex node) {
  std::string style = ascii::lowered(dom.attribute(node, "style"));
  std::erase_if(style, ascii::is_space);
  return style.find("text-align:right") != std::string::npos || ascii::lowered(dom.attribute(node, "align")) == "right";
}

}  // namespace

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
    if (block->length > kNameLine || is_heading(dom, *block) || is_beside_article(dom, block->container) ||
        link_around(dom, block->container) != kNoNode) {
      continue;
    }
    const bool one_line = lines_in(text_of(dom, *block)).size() == 1;
    std::vector<std::string> names =
        one_line ? names_in_line(parted_line(dom, {block->first, block->end})) : std::vector<std::string>();
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
    if (block.length > kNameLine || is_beside_article(dom, block.container) ||
        link_around(dom, block.container) != kNoNode) {
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
    const bool on_right = is_on_right(dom, block.container) && is_below_prose(dom, blocks, i);
    if (!dom.contains(clues.main, block.first) || block.length > kNameLine || block.link_length > 0 ||
        !(on_right || ends_prose(dom, blocks, i))) {
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

std::vector<std::string> editors_in_lines(const Dom& dom, const std::vector<Block>& blocks) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"editor:", "editor :", "edited by ", "redaktur:", "penyunting:", "redaktor:", "editora:", "edición:", "责编：",
       "责任编辑：", "責任編輯："});
  std::vector<std::string> editors;
  for (const Block& block : blocks) {
    if (block.length > kNameLine) {
      continue;
    }
    const std::string text = text_of(dom, block);
    const std::string lowered = lower_case(text);
    for (const std::string_view label : kLabels) {
      if (lowered.starts_with(label)) {
        add_new(editors, names_in_data(std::string_view(text).substr(label.size())));
      }
    }
  }
  return editors;
}

std::vector<std::string> authors_over_text(const Dom& dom, const AuthorClues& clues) {
  constexpr int kFirst = 5;  // blocks
  int seen = 0;
  for (const Block& block : clues.blocks) {
    if (!dom.contains(clues.main, block.first)) {
      continue;
    }
    if (++seen > kFirst) {
      break;
    }
    if (block.length > kNameLine || block.link_length > 0 || is_heading(dom, block) || !is_emphasised(dom, block)) {
      continue;
    }
    std::vector<std::string> names = names_between_strokes(text_of(dom, block));
    if (!names.empty()) {
      return names;
    }
  }
  return {};
}

}  // namespace nutgraf::read::html
