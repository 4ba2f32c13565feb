// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/date_elements.h"
#include "indexer/read/html/date_label.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/line_parts.h"
#include "indexer/read/html/picture_text.h"
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
                                                             "shareaholic:article_published_time",
                                                             "bytedance:published_time",
                                                             "weibo:article:create_at",
                                                             "weibo: article:create_at",
                                                             "og:pubdate",
                                                             "date.published",
                                                             "citation_online_date"});
constexpr auto kDated = std::to_array<std::string_view>({"dcterms.created", "dc.date.created", "date.created",
                                                         "date_created", "datecreated", "dc.date", "dcterms.date",
                                                         "date", "last-published", "displaydate"});

/// The number that `text` begins with, of as many digits as are allowed; off `text`. -1 where there is none.
int take_number(std::string_view& text, std::size_t fewest, std::size_t most) {
  std::size_t size = 0;
  int number = 0;
  while (size < text.size() && size < most && ascii::is_digit(text[size])) {
    number = number * 10 + (text[size++] - '0');
  }
  if (size < fewest) {
    return -1;
  }
  text.remove_prefix(size);
  return number;
}

/// "03", or "mar" before a slash, in front of `text`, off it; -1 where there is none.
int take_month(std::string_view& text, std::size_t fewest) {
  constexpr std::size_t kName = 3;
  const std::string_view name = text.substr(0, kName);
  const bool named =
      name.size() == kName && std::ranges::all_of(name, ascii::is_letter) && text.size() > kName && text[kName] == '/';
  const int month = named ? dates::month_number(name, "en") : 0;
  if (month == 0) {
    return take_number(text, fewest, 2);
  }
  text.remove_prefix(kName);
  return month;
}

/// The day that `text` begins with: 2018/10/05, 2018-10-05, 2018-10/05, 2018/1005, 2018/oct/5, 20181005.
std::optional<schema::Day> day_at(std::string_view text) {
  constexpr std::string_view kSigns = "/-";
  const auto take_sign = [&] {
    const bool sign = !text.empty() && kSigns.find(text[0]) != std::string_view::npos;
    text.remove_prefix(sign ? 1 : 0);
    return sign;
  };
  schema::Day day{};
  day.year = take_number(text, 4, 4);
  const bool parted = take_sign();
  day.month = take_month(text, parted ? 1 : 2);
  const bool again = take_sign();
  day.day = take_number(text, again ? 1 : 2, 2);
  const bool mixed = again && !parted;
  constexpr std::size_t kClock = 6;  // 20181005102233
  const bool clock = !parted && text.size() >= kClock && std::ranges::all_of(text.substr(0, kClock), ascii::is_digit);
  const bool ends = text.empty() || !ascii::is_alphanumeric(text[0]) || clock;
  const bool century = day.year / 100 == 19 || day.year / 100 == 20;
  return century && !mixed && ends && schema::is_valid(day) ? std::optional(day) : std::nullopt;
}

/// In a part of a path, or in its name behind a sign: /2018/10/05/, budget-20181005.html, t20181005_1.
std::optional<PageDate> in_url(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 3);
  for (std::size_t at = path; at < url.size(); ++at) {
    const bool letter = url[at] == 't' && at > 0 && url[at - 1] == '/';
    if (url[at] != '/' && url[at] != '-' && url[at] != '_' && !letter) {
      continue;
    }
    if (const auto day = day_at(url.substr(at + 1))) {
      const dates::WrittenDate date{*day, {}};
      if (is_likely(date)) {
        return PageDate{date, "url"};
      }
    }
  }
  return std::nullopt;
}

constexpr std::uint32_t kShortLine = 100;  // longer blocks are not lines with a date

NodeIndex main_heading(const Dom& dom) {
  NodeIndex heading = 0;
  while (heading < dom.size() && dom[heading].tag != Tag::H1) {
    ++heading;
  }
  return heading;
}

/// "The festival runs until June 8, 2014.": a sentence is about its own day, but for "Published on June 8, 2014."
bool is_sentence(std::string_view text) {
  constexpr std::ptrdiff_t kFewestBlanks = 4;
  const bool ends = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
  return ends && std::ranges::count(text, ' ') >= kFewestBlanks && has_sentence_words(text) && !says_when(text);
}

/// The date of a short line that is no sentence.
std::optional<PageDate> date_of_line(std::string_view text, std::string_view language) {
  return is_sentence(text) ? std::nullopt : line_date(text, language, "text");
}

/// Whether the line before names what a date is of, and that is not the article: "Joined".
bool is_another_day(const Dom& dom, const std::vector<Block>& blocks, std::vector<Block>::const_iterator block) {
  return block != blocks.begin() && dom[block->container].tag == Tag::Dd &&
         names_another_day(text_of(dom, *(block - 1)));
}

/// In the lines between the main heading and the first long block.
std::optional<PageDate> under_heading(const Dom& dom, const std::vector<Block>& blocks, std::string_view language) {
  const NodeIndex heading = main_heading(dom);
  for (auto block = blocks.begin(); block != blocks.end(); ++block) {
    if (block->first < heading) {
      continue;
    }
    if (block->length > kShortLine) {
      break;
    }
    const std::string text = text_of(dom, *block);
    const bool other = is_picture_text(dom, *block, text) || is_another_day(dom, blocks, block);
    if (auto date = other ? std::nullopt : date_of_line(text, language)) {
      return date;
    }
  }
  return std::nullopt;
}

/// "LONDON, March 4, 2014 (Reuters)" of "LONDON, March 4, 2014 (Reuters) - The ...": what stands before the last dash
/// near the beginning. Empty where words of a sentence are in it.
std::string_view dateline_of(std::string_view text) {
  constexpr std::size_t kLongest = 90;
  constexpr auto kDashes = std::to_array<std::string_view>({" - ", " – ", " — ", "--", "—"});
  const std::string_view opening = utf8::first(text.substr(0, text.find('\n')), kLongest);
  std::size_t end = 0;
  for (const std::string_view dash : kDashes) {
    const std::size_t at = opening.rfind(dash);
    end = at == std::string_view::npos ? end : std::max(end, at);
  }
  const std::string_view line = opening.substr(0, end);
  return has_sentence_words(line) ? std::string_view{} : line;
}

/// "29.11.2022 - The ...", "LONDON, March 4, 2014 (Reuters) - The ...".
std::optional<PageDate> opening_text(const Dom& dom, const DateClues& clues) {
  constexpr std::size_t kOpening = 24;
  constexpr int kOpenings = 3;
  int looked_at = 0;
  for (const Block& block : clues.blocks) {
    if (block.length > kShortLine && dom.contains(clues.main, block.first) && looked_at++ < kOpenings) {
      const std::string text = text_of(dom, block);
      auto date = ascii::is_digit(text[0]) ? line_date(text.substr(0, kOpening), clues.language, "text") : std::nullopt;
      date = date ? date : line_date(dateline_of(text), clues.language, "text");
      if (date) {
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
  if (block.length > 2 * kShortLine || is_picture_text(dom, block, text_of(dom, block))) {
    return std::nullopt;
  }
  return block.length > kShortLine ? in_cells(dom, block, language) : date_of_line(text_of(dom, block), language);
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
    for (auto block = blocks.begin(); block != blocks.end(); ++block) {
      const bool may_be = block->first >= from && block->length <= 2 * kShortLine && ++lines <= kMost &&
                          !is_of_something_else(dom, block->container) && !is_another_day(dom, blocks, block);
      if (auto date = may_be ? in_short(dom, *block, language) : std::nullopt) {
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

/// The header of a main heading that dates the article; empty where none does.
NodeRange dated_header(const Dom& dom) {
  const auto is_dated = [&](NodeIndex header) {
    NodeIndex i = header;
    while (i < dom[header].end && dom[i].tag != Tag::Time) {
      ++i;
    }
    return i < dom[header].end;
  };
  NodeIndex seen = kNoNode;
  for (NodeIndex heading = 0; heading < dom.size(); ++heading) {
    NodeIndex around = dom[heading].tag == Tag::H1 ? dom[heading].parent : kNoNode;
    while (around != kNoNode && dom[around].tag != Tag::Header) {
      around = dom[around].parent;
    }
    if (around != kNoNode && around != seen && is_dated(around)) {
      return {around, dom[around].end};
    }
    seen = around == kNoNode ? seen : around;
  }
  return {0, 0};
}

/// What it shows.
std::optional<PageDate> date_in_page(const Dom& dom, const MetaTags& tags, const DateClues& clues) {
  const NodeRange whole{0, dom.size()};
  for (const NodeRange among : {dated_header(dom), whole}) {
    for (const DateSign sign : {DateSign::Published, DateSign::Time}) {
      if (auto date = date_in_elements(dom, among, sign, clues.language)) {
        return date;
      }
    }
  }
  if (auto date = in_url(clues.url)) {
    return date;
  }
  if (auto date = date_in_elements(dom, whole, DateSign::Class, clues.language)) {
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
