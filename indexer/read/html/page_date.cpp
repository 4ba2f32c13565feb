// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/date_label.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/label.h"

namespace nutgraf::read::html {
namespace {

std::optional<PageDate> checked(std::string_view text, std::string_view language, std::string_view source) {
  const auto date = parse_date_in(text, language);
  return date && is_likely(*date) ? std::optional(PageDate{*date, source}) : std::nullopt;
}

std::optional<PageDate> line_date(std::string_view line, std::string_view language, std::string_view source) {
  const auto date = date_in_line(line, language);
  return date ? std::optional(PageDate{*date, source}) : std::nullopt;
}

std::optional<PageDate> in_linked_data(const LinkedArticle& linked, std::string_view language) {
  for (const std::string* text : {&linked.published, &linked.created}) {
    if (auto date = checked(*text, language, "json-ld")) {
      return date;
    }
  }
  return std::nullopt;
}

template <std::size_t N>
std::optional<PageDate> in_meta_tags(const MetaTags& tags, const std::array<std::string_view, N>& names,
                                     std::string_view language) {
  for (const std::string_view name : names) {
    if (auto date = checked(tags.first({name}), language, "meta")) {
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

std::string_view machine_readable(const Dom& dom, NodeIndex i) {
  for (const std::string_view attribute : {"datetime", "content", "title"}) {
    if (const std::string_view value = dom.attribute(i, attribute); !value.empty()) {
      return value;
    }
  }
  return {};
}

std::optional<PageDate> in_microdata(const Dom& dom, std::string_view language) {
  for (const std::string_view property : {"datePublished", "dateCreated"}) {
    for (NodeIndex i = 0; i < dom.size(); ++i) {
      if (dom[i].tag != Tag::Text && dom.attribute(i, "itemprop").find(property) != std::string_view::npos) {
        const std::string_view machine = machine_readable(dom, i);
        auto date = checked(machine, language, "microdata");
        date = date ? date : checked(line_of(dom, i), language, "microdata");
        if (date) {
          return date;
        }
      }
    }
  }
  return std::nullopt;
}

/// Time elements of readers' comments, of other articles and of changes say nothing of this one.
bool is_of_something_else(const Dom& dom, NodeIndex node) {
  const std::string name = ascii::lowered(dom.attribute(node, "class"));
  if (name.find("updated") != std::string::npos && name.find("published") == std::string::npos) {
    return true;
  }
  for (; node != kNoNode; node = dom[node].parent) {
    const Label label = label_of(dom, node);
    const Tag tag = dom[node].tag;
    const bool footer = ascii::lowered(dom.attribute(node, "class")).find("footer") != std::string::npos ||
                        ascii::lowered(dom.attribute(node, "id")).find("footer") != std::string::npos;
    const bool other = tag == Tag::A && dom.attribute(node, "rel").find("bookmark") == std::string_view::npos;
    if (label == Label::Comments || tag == Tag::Aside || tag == Tag::Nav || tag == Tag::Footer || footer || other) {
      return true;
    }
  }
  return false;
}

/// Whether one of the names in a class is `word`.
bool has_name(std::string_view names, std::string_view word) {
  for (std::size_t at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || ascii::is_space(names[at - 1])) && (end == names.size() || ascii::is_space(names[end]))) {
      return true;
    }
  }
  return false;
}

/// Elements for a date, from the surest sign to the weakest.
enum class DateSign : std::uint8_t { Published, Time, Class };

bool has_date_sign(const Dom& dom, NodeIndex i, DateSign sign) {
  constexpr auto kPublishedNames = std::to_array<std::string_view>(
      {"published", "pubdate", "publish-date", "publishdate", "entry-date", "post-date"});
  constexpr auto kDateNames = std::to_array<std::string_view>({"date", "datum", "fecha", "data", "time", "timestamp"});
  if (sign == DateSign::Time) {
    return dom[i].tag == Tag::Time;
  }
  const std::string_view name = dom.attribute(i, "class");
  const auto has = [&](std::string_view word) { return has_name(name, word); };
  return sign == DateSign::Published ? dom.has_attribute(i, "pubdate") || std::ranges::any_of(kPublishedNames, has)
                                     : std::ranges::any_of(kDateNames, has);
}

std::optional<PageDate> in_elements(const Dom& dom, DateSign sign, std::string_view language) {
  constexpr int kMost = 20;  // a page with more lists other articles
  constexpr std::size_t kLongest = 60;
  int seen = 0;
  for (NodeIndex i = 0; i < dom.size() && seen < kMost; ++i) {
    if (dom[i].tag == Tag::Text || !has_date_sign(dom, i, sign) || is_of_something_else(dom, i)) {
      continue;
    }
    ++seen;
    if (auto date = checked(machine_readable(dom, i), language, "time")) {
      return date;
    }
    const std::string line = line_of(dom, i);
    if (auto date = line.size() <= kLongest ? line_date(line, language, "time") : std::nullopt) {
      return date;
    }
  }
  return std::nullopt;
}

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
      if (auto date = checked(rest.substr(0, divided ? 10 : 8), {}, "url")) {
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
std::optional<PageDate> opening_text(const Dom& dom, const std::vector<Block>& blocks, const DateClues& clues) {
  constexpr std::size_t kOpening = 24;
  constexpr int kOpenings = 3;
  int looked_at = 0;
  for (const Block& block : blocks) {
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

/// The first lines from the heading on, then those of the page.
std::optional<PageDate> dated_line(const Dom& dom, const std::vector<Block>& blocks, std::string_view language) {
  constexpr int kMost = 400;
  const NodeIndex heading = main_heading(dom);
  for (const NodeIndex from : {heading < dom.size() ? heading : 0, NodeIndex{0}}) {
    int lines = 0;
    for (const Block& block : blocks) {
      const bool may_be = block.first >= from && block.length <= kShort && ++lines <= kMost;
      if (auto date = may_be ? line_date(text_of(dom, block), language, "text") : std::nullopt) {
        return date;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<PageDate> date_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                const DateClues& clues) {
  if (auto date = in_linked_data(linked, clues.language)) {
    return date;
  }
  if (auto date = in_meta_tags(tags, kPublished, clues.language)) {
    return date;
  }
  if (auto date = in_microdata(dom, clues.language)) {
    return date;
  }
  for (const DateSign sign : {DateSign::Published, DateSign::Time}) {
    if (auto date = in_elements(dom, sign, clues.language)) {
      return date;
    }
  }
  if (auto date = in_url(clues.url)) {
    return date;
  }
  if (auto date = in_elements(dom, DateSign::Class, clues.language)) {
    return date;
  }
  const std::vector<Block> blocks = blocks_of(dom);
  if (const auto date = labelled_date(dom, blocks, clues.language)) {
    return PageDate{*date, "text"};
  }
  if (auto date = under_heading(dom, blocks, clues.language)) {
    return date;
  }
  if (auto date = in_meta_tags(tags, kDated, clues.language)) {
    return date;
  }
  if (auto date = opening_text(dom, blocks, clues)) {
    return date;
  }
  return dated_line(dom, blocks, clues.language);
}

}  // namespace nutgraf::read::html
