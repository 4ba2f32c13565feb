// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/articles.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/bind/wildcard.h"
#include "query/search/postings/index_lexicon.h"
#include "tests/query/sharded_index.h"

namespace nutgraf::test {
namespace {

std::string many_words(const std::string& word) {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += word + (i % 20 == 19 ? ". " : " ");
  }
  return text;
}

}  // namespace

TEST_CASE("articles by id, whole, an id that exists as typed wins over ID#K") {
  const SmallIndex made({{"a", many_words("river"), "Rivers"}, {"a#1", "A hill stood."}, {"b#x", "A lane."}});
  const OpenIndex index = made.open();
  const auto article = search::postings::read_article(index, "a");
  REQUIRE(article);
  CHECK(article->record.title == "Rivers");
  CHECK(article->passages.size() > 1);
  CHECK_FALSE(search::postings::read_article(index, "nobody"));
  CHECK_FALSE(search::postings::read_article(index, ""));
  CHECK(search::postings::has_article(index, "a#1"));
  struct Row {
    std::string typed;
    std::string id;
    std::optional<std::uint32_t> passage;
  };
  for (const Row& row : std::vector<Row>{{"a", "a", {}},
                                         {"a#1", "a#1", {}},
                                         {"a#2", "a", 2},
                                         {"a#1#0", "a#1", 0},
                                         {"b#x", "b#x", {}},
                                         {"b#y", "b#y", {}},
                                         {"b#-1", "b#-1", {}},
                                         {"b#", "b#", {}},
                                         {"#3", "#3", {}},
                                         {"c#99999999999", "c#99999999999", {}}}) {
    CAPTURE(row.typed);
    const search::postings::PassageName name = search::postings::read_name(index, row.typed);
    CHECK(name.id == row.id);
    CHECK(name.passage == row.passage);
  }
}

TEST_CASE("copies of an article, each once on any number of shards, the one that stands for them first") {
  std::vector<SmallArticle> articles;
  for (const char* id : {"a", "b", "c", "d"}) {
    articles.push_back({id, many_words("river")});
    articles.back().copy_of = articles.size() == 1 || id == std::string("d") ? "" : "a";
  }
  const ShardedIndex made(articles);
  for (const OpenIndex& index : {made.open_whole(), made.open_shards()}) {
    const auto copies = [&](const std::string& id) {
      return search::postings::copies_of(index.database, search::postings::read_article(index, id)->record);
    };
    CHECK(copies("a") == std::vector<std::string>{"b", "c"});
    CHECK(copies("c") == std::vector<std::string>{"a", "b"});
    CHECK(copies("d").empty());
  }
}

TEST_CASE("words of the index by pattern, no term of another kind is a word") {
  const SmallIndex made({{"a", "The Rivers rose; riverside too. The US rivers, the river.", "Riviera", "2020-01-02"},
                         {"b", "Café river 中国 42."}});
  const OpenIndex index = made.open();
  const auto list = [&](const std::string& pattern) {
    std::string found;
    search::postings::list_terms(index, {pattern}, [&](const view::WordCount& row) {
      found += row.word + ":" + std::to_string(row.passages) + ":" + std::to_string(row.occurrences) + " ";
      return true;
    });
    return found;
  };
  CHECK(list("riv*") == "river:2:2 rivers:1:2 riverside:1:1 riviera:1:1 ");
  CHECK(list("*side") == "riverside:1:1 ");
  CHECK(list("caf?") == "café:1:1 ");
  CHECK(list("river") == "river:2:2 ");
  CHECK(list("zebra*").empty());
  const std::string all = list("");
  CHECK(all.find("rose:") != std::string::npos);
  for (const char c : std::string("QSADMYHLKX")) {
    CHECK_MESSAGE(all.find(std::string(" ") + c) == std::string::npos, c);
  }
}

TEST_CASE("wildcards") {
  struct Row {
    const char* text;
    const char* pattern;
    bool matches;
  };
  for (const Row& row :
       {Row{"river", "river", true}, Row{"river", "riv", false}, Row{"river", "*", true}, Row{"river", "r*r", true},
        Row{"river", "r?v?r", true}, Row{"river", "r?r", false}, Row{"äöü", "???", true}, Row{"äöü", "??", false},
        Row{"äöü", "?ö*", true}, Row{"aaab", "*ab", true}, Row{"", "*", true}, Row{"", "?", false},
        Row{"abc", "a*b*c*", true}, Row{"abc", "*d", false}}) {
    CAPTURE(row.text);
    CAPTURE(row.pattern);
    CHECK(bind::matches_wildcards(row.text, row.pattern) == row.matches);
  }
}

}  // namespace nutgraf::test
