// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/date_elements.h"
#include "indexer/read/html/date_label.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/shown_moment.h"

namespace nutgraf::read::html {
namespace {

std::optional<PageDate> in_linked_data(const LinkedArticle& linked, std::string_view language) {
  for (const std::string* text : {&linked.published, &linked.created}) {
    if (auto date = whole_date(*text, language, "json-ld")) {
      return date;
    }
  }
  return std::nullopt;
}

template <std::size_t N>
std::optional<PageDate> in_meta_tags(const MetaTags& tags, const std::array<std::string_view, N>& names,
                                     std::string_view language) {
  for (const std::string_view name : names) {
    if (auto date = whole_date(tags.first({name}), language, "meta")) {
      return date;
    }
  }
  return std::nullopt;
}

// Names of meta elements for the day of publication, and of those that may mean another day of the page.
constexpr auto kPublished = std::to_array<std::string_view>({"article:published_time",
                                                             "article:published",
                                                             "og:published_time",
                                                             "og:article:published_time",
                                                             "datepublished",
                                                             "publishdate",
                                                             "publish-date",
                                                             "publish_date",
                                                             "pubdate",
                                                             "published_time",
                                                             "publication_date",
                                                             "publicationdate",
                                                             "date_published",
                                                             "published-date",
                                                             "sailthru.date",
                                                             "parsely-pub-date",
                                                             "cxenseparse:recs:publishtime",
                                                             "article.published",
                                                             "dc.date.issued",
                                                             "dcterms.issued",
                                                             "dc.date.published",
                                                             "citation_publication_date",
                                                             "citation_date",
                                                             "bt:pubdate",
                                                             "article:created",
                                                             "article_date_original",
                                                             "article.created",
                                                             "dcterms.date.issued",
                                                             "rnews:datepublished",
                                                             "originalpublicationdate",
                                                             "analyticsattributes.articledate",
                                                             "shareaholic:article_published_time"});
constexpr auto kDated = std::to_array<std::string_view>({"dcterms.created", "dc.date.created", "date.created",
                                                         "date_created", "datecreated", "dc.date", "dcterms.date",
                                                         "date", "last-published", "displaydate"});

/// /2018/10/05/, /2018-10-05-, /20181005/
std::optional<PageDate> in_url(std::string_view url) {
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    const bool is_year = rest.size() > 7 && (rest.starts_with("19") || rest.starts_with("20"));
    if (!is_year) {
      continue;
    }
    const bool divided = (rest[4] == '/' || rest[4] == '-') && rest[4] == rest[7];
    const bool whole =
        std::ranges::all_of(rest.substr(0, 8), ascii::is_digit) && (rest.size() == 8 || !ascii::is_digit(rest[8]));
    if (divided || whole) {
      if (auto date = whole_date(rest.substr(0, divided ? 10 : 8), {}, "url")) {
        return date;
      }
    }
  }
  return std::nullopt;
}

constexpr std::uint32_t kShort = 100;  // longer blocks are not lines with a date

NodeIndex main_heading(const Dom& dom) {
  NodeIndex heading = 0;
  while (heading < dom.size() && dom[heading].tag != Tag::H1) {
    ++heading;
  }
  return heading;
}

/// In the lines between the main heading and the first long block.
std::optional<PageDate> under_heading(const Dom& dom, const std::vector<Block>& blocks, std::string_view language) {
  const NodeIndex heading = main_heading(dom);
  for (const Block& block : blocks) {
    if (block.first < heading) {
      continue;
    }
    if (block.length > kShort) {
      break;
    }
    if (auto date = line_date(text_of(dom, block), language, "text")) {
      return date;
    }
  }
  return std::nullopt;
}

/// "29.11.2022 - The ...".
std::optional<PageDate> opening_text(const Dom& dom, const DateClues& clues) {
  constexpr std::size_t kOpening = 24;
  constexpr int kOpenings = 3;
  int looked_at = 0;
  for (const Block& block : clues.blocks) {
    if (block.length > kShort && dom.contains(clues.main, block.first) && looked_at++ < kOpenings) {
      const std::string text = text_of(dom, block);
      if (auto date =
              ascii::is_digit(text[0]) ? line_date(text.substr(0, kOpening), clues.language, "text") : std::nullopt) {
        return date;
      }
    }
  }
  return std::nullopt;
}

/// A cell of a table that is a date, whatever stands beside it.
std::optional<PageDate> in_cells(const Dom& dom, const Block& block, std::string_view language) {
  constexpr std::size_t kLongest = 24;
  for (NodeIndex i = block.first; i < block.end; ++i) {
    const bool in_cell = dom[i].tag == Tag::Text && dom[i].parent != kNoNode && dom[dom[i].parent].tag == Tag::Td;
    const std::string_view text = in_cell ? ascii::trimmed(dom.characters(i)) : std::string_view{};
    if (!text.empty() && ascii::is_digit(text[0]) && text.size() <= kLongest) {
      if (auto date = line_date(text, language, "text")) {
        return date;
      }
    }
  }
  return std::nullopt;
}

/// A short line, or a cell of a longer row.
std::optional<PageDate> in_short(const Dom& dom, const Block& block, std::string_view language) {
  if (block.length > 2 * kShort) {
    return std::nullopt;
  }
  return block.length > kShort ? in_cells(dom, block, language) : line_date(text_of(dom, block), language, "text");
}

/// In the lines right above the main heading.
std::optional<PageDate> above_heading(const Dom& dom, const std::vector<Block>& blocks, std::string_view language) {
  constexpr std::ptrdiff_t kLines = 3;
  const NodeIndex heading = main_heading(dom);
  const auto below = std::ranges::find_if(blocks, [&](const Block& block) { return block.first >= heading; });
  for (auto block = below; below != blocks.end() && block != below - std::min(kLines, below - blocks.begin());) {
    --block;
    if (auto date = in_short(dom, *block, language)) {
      return date;
    }
  }
  return std::nullopt;
}

/// The first lines from the heading on, then those of the page.
std::optional<PageDate> dated_line(const Dom& dom, const std::vector<Block>& blocks, std::string_view language) {
  constexpr int kMost = 400;
  const NodeIndex heading = main_heading(dom);
  for (const NodeIndex from : {heading < dom.size() ? heading : 0, NodeIndex{0}}) {
    int lines = 0;
    for (const Block& block : blocks) {
      const bool may_be = block.first >= from && block.length <= 2 * kShort && ++lines <= kMost;
      if (auto date = may_be ? in_short(dom, block, language) : std::nullopt) {
        return date;
      }
    }
  }
  return std::nullopt;
}

/// What the data of a page say.
std::optional<PageDate> date_in_data(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                     std::string_view language) {
  if (auto date = in_linked_data(linked, language)) {
    return date;
  }
  if (auto date = in_meta_tags(tags, kPublished, language)) {
    return date;
  }
  return date_in_microdata(dom, language);
}

/// What it shows.
std::optional<PageDate> date_in_page(const Dom& dom, const MetaTags& tags, const DateClues& clues) {
  for (const DateSign sign : {DateSign::Published, DateSign::Time}) {
    if (auto date = date_in_elements(dom, sign, clues.language)) {
      return date;
    }
  }
  if (auto date = in_url(clues.url)) {
    return date;
  }
  if (auto date = date_in_elements(dom, DateSign::Class, clues.language)) {
    return date;
  }
  if (const auto date = labelled_date(dom, clues.blocks, clues.language)) {
    return PageDate{*date, "text"};
  }
  if (auto date = under_heading(dom, clues.blocks, clues.language)) {
    return date;
  }
  if (auto date = in_meta_tags(tags, kDated, clues.language)) {
    return date;
  }
  if (auto date = opening_text(dom, clues)) {
    return date;
  }
  if (auto date = above_heading(dom, clues.blocks, clues.language)) {
    return date;
  }
  return dated_line(dom, clues.blocks, clues.language);
}

}  // namespace

std::string written_date(const MetaTags& tags, const LinkedArticle& linked) {
  if (!linked.published.empty() || !linked.created.empty()) {
    return linked.published.empty() ? linked.created : linked.published;
  }
  for (const std::span<const std::string_view> names :
       {std::span<const std::string_view>(kPublished), std::span<const std::string_view>(kDated)}) {
    for (const std::string_view name : names) {
      if (const std::string_view written = tags.first({name}); !written.empty()) {
        return std::string(written);
      }
    }
  }
  return {};
}

std::optional<PageDate> date_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                const DateClues& clues) {
  if (auto date = date_in_data(dom, tags, linked, clues.language)) {
    const auto shown = as_shown(date->date, dom, clues.blocks, clues.language);
    return shown ? PageDate{*shown, "text"} : date;
  }
  return date_in_page(dom, tags, clues);
}

}  // namespace nutgraf::read::html
