// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/index/record.h"
#include "query/view/facets.h"
#include "query/view/trend.h"

/// The rows of `search` and `batch`, ready to be formatted: what every format prints, in one place.
namespace nutgraf::view {

/// Half-open range of Unicode code points.
struct CodePoints {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const CodePoints&, const CodePoints&) = default;
};

/// Another article that tells the story of a hit.
struct Printing {
  std::string id;
  std::string source;  // empty where it is not known
  std::string date;    // likewise
};

struct Hit {
  std::uint64_t rank = 0;  // from 1, counting the offset
  double score = 0;
  std::string id;
  std::uint32_t passage = 0;                   // from 0
  std::uint32_t passages = 0;                  // of the article
  ArticleRecord record;                        // of the article
  std::string text;                            // of the passage
  std::string snippet;                         // whole characters out of text
  std::vector<CodePoints> highlights;          // in text, ascending, apart
  std::vector<CodePoints> snippet_highlights;  // in snippet
  std::vector<Printing> copies;                // the one that stands for them first
  std::vector<std::string> before;             // -C: texts of the passages before and after, in order
  std::vector<std::string> after;
  std::vector<std::string> explanation;  // --explain: one line a part of the score
};

enum class Relation : std::uint8_t { Exact, Approximate };

struct Answer {
  std::string qid;  // empty for a single query
  std::string query;
  std::string scope = "passage";
  std::uint64_t total = 0;  // rows that paging yields
  Relation relation = Relation::Exact;
  std::uint64_t n_passages = 0;  // that match
  std::uint64_t n_articles = 0;
  std::uint64_t took_us = 0;
  std::uint64_t offset = 0;
  std::vector<Hit> hits;
  std::vector<Bucket> timeline;  // of all matches, where a format shows them
  std::vector<Facet> facets;
  std::vector<std::string>
      notes;  // lines for people after the hits: undated not shown, any word/all words/the phrase, ...
};

}  // namespace nutgraf::view
