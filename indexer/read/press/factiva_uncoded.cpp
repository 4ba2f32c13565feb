// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/factiva_uncoded.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"
#include "indexer/read/press/nexis_head.h"
#include "indexer/read/press/page_text.h"
#include "indexer/read/press/written_day.h"

namespace nutgraf::read::press {
namespace {

using html::Dom;
using html::NodeIndex;
using html::Tag;

/// The lines over the text that have no class, in order.
struct Head {
  std::vector<std::string> above;  // the headline
  std::vector<std::string> below;
};

void add_authors(ArticleRecord& record, const std::string& line) {
  std::vector<std::string> names = html::names_in_byline(line);
  if (names.empty()) {
    names = split_authors(line);
  }
  for (std::string& author : names) {
    if (std::ranges::find(record.authors, author) == record.authors.end()) {
      record.authors.push_back(std::move(author));
    }
  }
}

/// Without the number that pages of several headlines count them by: "2) The river".
std::string without_number(const std::string& title) {
  const std::size_t end = title.find_first_not_of("0123456789");
  const bool counted = end != std::string::npos && end > 0 && title.compare(end, 2, ") ") == 0;
  return counted ? title.substr(end + 2) : title;
}

/// The number in "Document TIMESI0020190402ef4200055", which is in the language of the reader; empty for other lines.
std::string accession_number(std::string_view line) {
  constexpr std::size_t kShortest = 16;
  constexpr auto kFewestDigits = 10;
  const std::size_t blank = line.rfind(' ');
  const std::string_view last = line.substr(blank == std::string_view::npos ? 0 : blank + 1);
  const bool two_words = blank != std::string_view::npos && line.find(' ') == blank;
  const bool number = last.size() >= kShortest && ascii::is_upper(last[0]) &&
                      std::ranges::all_of(last, [](char c) { return ascii::is_letter(c) || ascii::is_digit(c); }) &&
                      std::ranges::count_if(last, ascii::is_digit) >= kFewestDigits;
  return two_words && number ? std::string(last) : std::string();
}

bool is_headline(const Dom& dom, NodeIndex node) {
  return dom.attribute(node, "id") == "hd";
}

Head read_divs(const Dom& dom, NodeIndex element, ArticleRecord& record) {
  Head head;
  for (NodeIndex node = element + 1; node < dom[element].end;
       node = dom[node].tag == Tag::Div ? dom[node].end : node + 1) {
    if (dom[node].tag != Tag::Div) {
      continue;
    }
    std::string line = lines::flattened(text_inside(dom, node));
    if (line.empty()) {
      continue;
    }
    if (is_headline(dom, node)) {
      record.title = without_number(line);
    } else if (has_class(dom, node, "author")) {
      add_authors(record, line);
    } else {
      (record.title.empty() ? head.above : head.below).push_back(std::move(line));
    }
  }
  return head;
}

bool is_time(std::string_view line) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.size() <= 2 && std::ranges::all_of(part, ascii::is_digit);
  };
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && digits(line.substr(0, colon)) && digits(line.substr(colon + 1));
}

bool is_bare_code(std::string_view line) {
  return line.find(' ') == std::string_view::npos && std::ranges::none_of(line, ascii::is_lower);
}

/// Takes the first line out.
std::string taken(std::vector<std::string>& lines) {
  std::string line = std::move(lines.front());
  lines.erase(lines.begin());
  return line;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) {
    all.append(all.empty() ? "" : "; ").append(line);
  }
  return all;
}

void read_head(Head head, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  record.section = joined(head.above);
  std::vector<std::string>& lines = head.below;
  const auto dated = std::ranges::find_if(
      lines, [&](const std::string& line) { return find_date(line, record.language).has_value(); });
  std::vector<std::string> before(lines.begin(), dated);
  lines.erase(lines.begin(), dated);
  if (!before.empty() && ascii::is_digit(before.back()[0])) {
    add_metadata(record, "length", before.back());
    before.pop_back();
  }
  if (!lines.empty()) {
    std::string day = taken(lines);
    const std::string time = !lines.empty() && is_time(lines.front()) ? taken(lines) : std::string();
    set_date(found, day, find_date(day + " " + time, record.language));
  }
  record.source = lines.empty() ? std::string() : taken(lines);
  if (!lines.empty() && is_bare_code(lines.front())) {
    add_metadata(record, "source_code", taken(lines));
  }
  if (!lines.empty() && is_copyright(lines.back())) {
    add_metadata(record, "copyright", lines.back());
    lines.pop_back();
  }
  before.insert(before.end(), lines.begin(), lines.end());
  add_metadata(record, "details", joined(before));
}

void read_paragraphs(const Dom& dom, NodeIndex element, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  std::string credit;
  for (NodeIndex node = element + 1; node < dom[element].end; ++node) {
    if (dom[node].tag != Tag::P) {
      continue;
    }
    const std::string line = lines::flattened(text_inside(dom, node));
    if (has_class(dom, node, "articleParagraph")) {
      found.article.text.append(found.article.text.empty() || line.empty() ? "" : "\n\n").append(line);
    } else if (std::string number = accession_number(line); !number.empty()) {
      record.id = std::move(number);
    } else if (!line.empty()) {
      credit.append(credit.empty() ? "" : "; ").append(line);
    }
  }
  add_metadata(record, "credit", credit);
}

}  // namespace

void read_uncoded(const Dom& dom, NodeIndex element, FoundArticle& found) {
  read_head(read_divs(dom, element, found.article.record), found);
  read_paragraphs(dom, element, found);
}

}  // namespace nutgraf::read::press
