// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/dates/dates.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

/// When the article of a page was published, and what said so.
struct PageDate {
  dates::WrittenDate date;
  std::string_view source;  // json-ld, meta, microdata, time, url, text
};

struct DateClues {
  const std::vector<Block>& blocks;  // of the page
  std::string_view language;         // as the page declares it: "en-US"
  std::string_view url;
  NodeIndex main = 0;  // the element with the article's text
};

/// What the data of a page write for the date, whether it can be read or not: JSON-LD, then meta elements. Empty:
/// nothing.
[[nodiscard]] std::string written_date(const MetaTags& tags, const LinkedArticle& linked);

/// By the first of these that is a date: JSON-LD, meta elements of publication, microdata (all three as the page shows
/// that moment to its readers, see as_shown()), elements whose class says published, time elements, a day in the URL,
/// elements whose class says date, the lines under the main heading, meta elements of any date, the opening of the
/// text, the first line with a date. Dates of changes, of ends, of events and of crawls are never taken.
[[nodiscard]] std::optional<PageDate> date_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked,
                                              const DateClues& clues);

}  // namespace nutgraf::read::html
