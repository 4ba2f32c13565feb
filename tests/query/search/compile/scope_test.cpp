// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/query/small_index.h"

namespace nutgraf::search {
namespace {

using test::SmallIndex;

std::string many_words(const std::string& around) {
  std::string text = around;
  for (int i = 0; i < 150; ++i) {
    text += " filler";
  }
  return text + ".";
}

/// Two passages each, but for d3.
const SmallIndex& index_of_articles() {
  static const SmallIndex index({{"d1", many_words("Taiwan") + "\n\n" + many_words("Arms"), "", "2020-01-01"},
                                 {"d2", many_words("Taiwan arms") + "\n\n" + many_words("Tea"), "", "2021-01-01"},
                                 {"d3", "Arms and tea.", "", "2021-02-02"}});
  return index;
}

std::string notes(const Request& request) {
  Searcher searcher(index_of_articles().open());
  std::string all;
  for (const std::string& note : searcher.search(request).notes) {
    all += note + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("a boolean search says in how many articles it holds of one passage and of the whole") {
  struct Row {
    const char* query;
    const char* note;
  };
  for (const Row& row :
       {Row{"taiwan AND arms", "1 article; 2 with both somewhere in the article: --scope article\n"},
        Row{"+taiwan +arms", "1 article; 2 with both somewhere in the article: --scope article\n"},
        Row{"arms AND taiwan AND tea", "0 articles; 1 with all 3 somewhere in the article: --scope article\n"},
        Row{"taiwan AND arms AND NOT tea", "1 article; 1 where it holds of the whole article: --scope article\n"},
        Row{"taiwan OR arms", ""}, Row{"taiwan", ""}, Row{"WITHIN article (taiwan AND arms)", ""}}) {
    CAPTURE(row.query);
    Request request;
    request.query = row.query;
    CHECK(notes(request) == row.note);
  }
  Request filtered;
  filtered.query = "taiwan AND arms";
  filtered.filters = {bind::since_filter("2021")};
  CHECK(notes(filtered) == "1 article; 1 with both somewhere in the article: --scope article\n");
}

TEST_CASE("--scope article reads the whole query over articles") {
  Searcher searcher(index_of_articles().open());
  struct Row {
    const char* query;
    bind::MatchMode match;
    std::uint64_t articles;
    std::uint64_t passages;
    std::uint64_t occurrences;
  };
  for (const Row& row :
       {Row{"taiwan AND arms", bind::MatchMode::Any, 2, 4, 4}, Row{"taiwan arms", bind::MatchMode::All, 2, 4, 4},
        Row{"taiwan tea", bind::MatchMode::Any, 3, 5, 4}, Row{"arms NOT taiwan", bind::MatchMode::Any, 1, 1, 1},
        Row{"NOT tea", bind::MatchMode::Any, 1, 2, 0}, Row{"\"taiwan arms\"", bind::MatchMode::Any, 1, 2, 1},
        Row{"arms date:2021", bind::MatchMode::Any, 2, 3, 2}}) {
    CAPTURE(row.query);
    Request request;
    request.query = row.query;
    request.match = row.match;
    request.scope = bind::Scope::Article;
    const Searcher::Counts counts = searcher.count(request);
    CHECK(counts.articles == row.articles);
    CHECK(counts.passages == row.passages);
    CHECK(counts.occurrences == row.occurrences);
    const view::Answer answer = searcher.search(request);
    CHECK(answer.scope == "article");
    CHECK(answer.total == row.articles);
    CHECK(answer.hits.size() == row.articles);
  }
}

}  // namespace nutgraf::search
