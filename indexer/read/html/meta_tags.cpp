// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/meta_tags.h"

#include "core/base/ascii.h"

namespace nutgraf::read::html {

MetaTags::MetaTags(const Dom& dom) {
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    const std::string_view content =
        dom[i].tag == Tag::Meta ? ascii::trimmed(dom.attribute(i, "content")) : std::string_view{};
    if (content.empty()) {
      continue;
    }
    for (const std::string_view attribute : {"property", "name", "http-equiv"}) {
      const std::string_view name = ascii::trimmed(dom.attribute(i, attribute));
      if (!name.empty()) {
        tags_.emplace_back(ascii::lowered(name), content);
      }
    }
  }
}

std::string_view MetaTags::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [known, content] : tags_) {
      if (known == name) {
        return content;
      }
    }
  }
  return {};
}

std::vector<std::string_view> MetaTags::all(std::string_view name) const {
  std::vector<std::string_view> contents;
  for (const auto& [known, content] : tags_) {
    if (known == name) {
      contents.push_back(content);
    }
  }
  return contents;
}

}  // namespace nutgraf::read::html
