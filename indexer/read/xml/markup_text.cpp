// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/markup_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/element.h"
#include "indexer/read/html/layout.h"

namespace nutgraf::read::xml {
namespace {

/// Blocks of NITF, Factiva and the like that HTML does not have.
bool is_block_name(std::string_view name) {
  constexpr auto kBlocks = std::to_array<std::string_view>({"paragraph", "para", "block", "hl1", "hl2", "bq", "byline",
                                                            "dateline", "tagline", "note", "fn", "credit", "datasource",
                                                            "body.content", "body.end", "nitf-table", "lede"});
  return std::ranges::find(kBlocks, name) != kBlocks.end();
}

bool is_media(std::string_view name) {
  return name == "media" || name == "media-metadata" || name == "media-reference" || name == "media-object";
}

html::Role role_of(const Element& element) {
  const std::string name = ascii::lowered(element.name.local);
  if (is_media(name)) {
    return html::Role::Dropped;
  }
  return is_block_name(name) ? html::Role::Block : html::role_of(html::tag_of(name));
}

void lay_out(const Element& element, html::Layout& layout) {
  const html::Role role = role_of(element);
  if (role == html::Role::Dropped) {
    return;
  }
  if (element.name.local == "br") {
    layout.end_line();
    return;
  }
  const auto part = [&] {
    if (role == html::Role::Block) {
      layout.end_paragraph();
    } else if (role == html::Role::Cell) {
      layout.end_word();
    }
  };
  part();
  for (const Node& node : element.content) {
    if (node.element != nullptr) {
      lay_out(*node.element, layout);
    } else {
      layout.add(node.text);
    }
  }
  part();
}

void add_captions(const Element& element, std::string& captions) {
  for (const Node& node : element.content) {
    if (node.element == nullptr) {
      continue;
    }
    if (node.element->name.local == "media-caption") {
      const std::string caption = line_of(node.element.get());
      captions.append(captions.empty() || caption.empty() ? "" : "\n").append(caption);
    } else {
      add_captions(*node.element, captions);
    }
  }
}

}  // namespace

std::string markup_text(const Element* element) {
  html::Layout layout;
  if (element != nullptr) {
    for (const Node& node : element->content) {
      if (node.element != nullptr) {
        lay_out(*node.element, layout);
      } else {
        layout.add(node.text);
      }
    }
  }
  return std::move(layout).text();
}

std::string captions_of(const Element* element) {
  std::string captions;
  if (element != nullptr) {
    add_captions(*element, captions);
  }
  return captions;
}

}  // namespace nutgraf::read::xml
