// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "indexer/read/ascii.h"
#include "indexer/read/html/blocks.h"

namespace nutgraf::read::html {
namespace {

std::vector<std::string> headings(const Dom& dom, Tag tag) {
  std::vector<std::string> found;
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == tag) {
      if (std::string text = line_of(dom, i); !text.empty()) {
        found.push_back(std::move(text));
      }
    }
  }
  return found;
}

/// Letters and digits alone, in lower case.
std::string bare(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || static_cast<signed char>(c) < 0) {
      kept += lower(c);
    }
  }
  return kept;
}

/// Whether the title that a page gives elsewhere contains its heading.
bool agrees(std::string_view heading, std::string_view title) {
  const std::string part = bare(heading);
  return part.size() > 3 && bare(title).find(part) != std::string::npos;
}

std::string title_element(const Dom& dom) {
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::Title) {
      return line_of(dom, i);
    }
  }
  return {};
}

}  // namespace

std::string without_site(std::string_view title, std::string_view site) {
  constexpr auto kSeparators = std::to_array<std::string_view>(
      {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " // ", " / ", " ~ "});
  std::size_t cut = std::string_view::npos;
  std::size_t tail = 0;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string_view::npos && (cut == std::string_view::npos || at > cut)) {
      cut = at;
      tail = at + separator.size();
    }
  }
  if (cut == std::string_view::npos || cut == 0) {
    return std::string(trim(title));
  }
  const std::string last = bare(title.substr(tail));
  const std::string name = bare(site);
  const bool is_site = !name.empty() && (last.find(name) != std::string::npos || name.find(last) != std::string::npos);
  const bool is_short = title.size() - tail < cut;
  return is_site || (name.empty() && is_short) ? without_site(title.substr(0, cut), site) : std::string(trim(title));
}

std::string title_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked) {
  const std::string_view open_graph = tags.first({"og:title", "twitter:title"});
  const std::string_view site = tags.first({"og:site_name", "application-name"});
  const std::string element = title_element(dom);
  const std::vector<std::string> main = headings(dom, Tag::H1);
  for (const std::string& heading : main) {
    if (agrees(heading, open_graph) || agrees(heading, linked.headline) || agrees(heading, element)) {
      return heading;
    }
  }
  if (!linked.headline.empty()) {
    return linked.headline;
  }
  if (!open_graph.empty()) {
    return without_site(open_graph, site);
  }
  for (const std::string& heading : headings(dom, Tag::H2)) {
    if (agrees(heading, element)) {
      return heading;
    }
  }
  if (main.size() == 1) {
    return main.front();
  }
  return without_site(element, site);
}

}  // namespace nutgraf::read::html
