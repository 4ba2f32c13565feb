// SPDX-License-Identifier: GPL-2.0-or-later
// What nutgraf-query remembers: the last search of a terminal, and saved searches. A terminal is made by script(1).
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

constexpr const char* kArticles =
    R"json({"id": "one", "title": "Ferries", "text": "The ferry left the pier.", "url": "http://post.example/1", "lang": "en"}
{"id": "harbour/two.txt", "text": "No ferry today.", "lang": "en"}
{"id": "3", "text": "A boat.", "lang": "en"}
)json";

class Remembered {
 public:
  Remembered() {
    (void)folder_.write("docs.jsonl", kArticles);
    REQUIRE(sh("nutgraf-index build news.idx docs.jsonl").exit == 0);
  }
  [[nodiscard]] Outcome sh(const std::string& script) const {
    return shell(folder_.path(), "export XDG_STATE_HOME=$PWD/state; " + script);
  }
  /// Both commands on one terminal.
  [[nodiscard]] std::string on_terminal(const std::string& script) const {
    return sh("script -qec \"" + script + "\" /dev/null < /dev/null").out;
  }
  void write(std::string_view name, std::string_view bytes) const { (void)folder_.write(name, bytes); }

 private:
  TempDir folder_;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("show by the number of a result: of the last search on this terminal, never elsewhere") {
  const Remembered at;
  const std::string shown = at.on_terminal(
      "nutgraf-query search news.idx ferry --pager never --color never; "
      "nutgraf-query show news.idx 1 --pager never --color never");
  CHECK(contains(shown, "one of the last search: ferry"));
  CHECK(contains(shown, "The *ferry* left the pier."));
  const std::string own =
      at.on_terminal("nutgraf-query search news.idx ferry --pager never; nutgraf-query show news.idx 3 --pager never");
  CHECK(contains(own, "A boat."));  // an id wins
  CHECK(contains(at.on_terminal("nutgraf-query search news.idx ferry --pager never; nutgraf-query show news.idx 7"),
                 "has no result 7"));
  const std::string removed = at.on_terminal(
      "nutgraf-query search news.idx ferry --pager never; nutgraf-index delete -q news.idx --id one; "
      "nutgraf-query show news.idx 1");
  CHECK(contains(removed, "news.idx no longer has result 1 of the last search, one"));
  const Outcome piped = at.sh("nutgraf-query search news.idx ferry > out; nutgraf-query show news.idx 1");
  CHECK(piped.exit == 1);
  CHECK(contains(piped.err, "no article with the id 1"));
}

TEST_CASE("show by number alone: of the index of the last search on this terminal") {
  const Remembered at;
  at.write("other.jsonl", R"json({"id": "own", "text": "A tram.", "lang": "en"})json");
  REQUIRE(at.sh("nutgraf-index build other.idx other.jsonl").exit == 0);
  struct Row {
    std::string after;  // what follows a search for `ferry OR boat`, which finds 3, one and harbour/two.txt
    std::string shown;
  };
  const std::string second = "nutgraf-query show 2 --pager never --color never";
  const std::vector<Row> rows = {
      {second, "one of the last search: ferry OR boat"},
      {second, "The *ferry* left the pier."},
      {"cd / && " + second, "The *ferry* left the pier."},
      {"nutgraf-query show 2 1 --pager never --color never", "A *boat*."},        // by score
      {"nutgraf-query show 3 --pager never --color never", "No *ferry* today."},  // not the article with the id 3
      {"nutgraf-query show 3 -f json", "\"id\":\"harbour/two.txt\""},
      {"nutgraf-query show 7", "has no result 7"},
      {"NUTGRAF_INDEX=news.idx nutgraf-query show 3 --pager never --color never", "A boat."},  // there an id wins
      {"NUTGRAF_INDEX=other.idx nutgraf-query show 1", "the last search on this terminal was of"},
      {"mv news.idx away.idx; nutgraf-query show 1; mv away.idx news.idx", "there is no index"},
      {"nutgraf-query show 1 one", "there is no index 1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.after);
    const std::string shown =
        at.on_terminal("nutgraf-query search news.idx 'ferry OR boat' --pager never; " + row.after);
    CAPTURE(shown);
    CHECK(contains(shown, row.shown));
  }
  const Outcome piped = at.sh("nutgraf-query show 1");
  CHECK(piped.exit == 2);
  CHECK(contains(piped.err, "no search on this terminal is known that 1 is a result of"));
}

TEST_CASE("show by path, URL and several ids, marked, in every format") {
  const Remembered at;
  const auto out = [&at](const std::string& arguments) {
    return at.sh("nutgraf-query show news.idx " + arguments).out;
  };
  CHECK(contains(out("./docs/harbour/two.txt"), "No ferry today."));
  CHECK(contains(out("http://post.example/1"), "The ferry left the pier."));
  CHECK(contains(out("one harbour/two.txt"), "The ferry left the pier.\n\n(no title)\n"));
  CHECK(contains(out("one --query ferry"), "The *ferry* left"));
  CHECK(contains(out("one --query ferry -f md"), "The **ferry** left"));
  CHECK(contains(out("one --query ferry -f html"), "The <mark>ferry</mark> left"));
  CHECK(contains(out("one --query ferry -f json"), "\"highlights\":[[13,18]]"));
  CHECK_FALSE(contains(out("one -f json"), "highlights"));
  CHECK(at.sh("nutgraf-query show news.idx one two.txt").exit == 1);
}

TEST_CASE("a saved search shows what is new since last time") {
  const Remembered at;
  const std::string again = "nutgraf-query search @boats --new";
  CHECK(contains(at.sh("nutgraf-query search news.idx 'ferry OR boat' --save boats -f csv --fields id").out, "3\n"));
  CHECK(at.sh(again).exit == 1);
  at.write("more.jsonl", R"json({"id": "new", "text": "Another boat.", "lang": "en"})json");
  REQUIRE(at.sh("nutgraf-index update news.idx more.jsonl").exit == 0);
  CHECK(at.sh("cd / && nutgraf-query search @boats -n 10").out.find("id\n") == 0);  // all of it, as it was asked
  CHECK(at.sh(again).out == "id\nnew\n");
  CHECK(at.sh(again).exit == 1);
  CHECK(at.sh("nutgraf-query search @trains").exit == 3);
  CHECK(at.sh("nutgraf-query search news.idx ferry --new").exit == 2);
  for (const char* name : {"../x", "a/b"}) {
    const Outcome refused = at.sh("nutgraf-query search news.idx ferry --save " + std::string(name));
    CHECK(refused.exit == 2);
    CHECK(refused.out.empty());
  }
}

TEST_CASE("lists given after a saved search override those kept") {
  const Remembered at;
  at.write("s.jsonl", R"json({"id": "a", "text": "A boat.", "source": "Post"}
{"id": "b", "text": "A boat, too.", "source": "Star"}
)json");
  REQUIRE(at.sh("nutgraf-index build s.idx s.jsonl").exit == 0);
  const std::string saved = "nutgraf-query search s.idx boat --source Post -f csv --fields id --save s";
  REQUIRE(at.sh(saved).out == "id\na\n");
  CHECK(at.sh("nutgraf-query search @s --source Star").out == "id\nb\n");
  CHECK(at.sh("nutgraf-query search @s --source=Star --fields source,id,source").out == "source,id\nStar,b\n");
  CHECK(at.sh("nutgraf-query search @s").out == "id\na\n");
}

TEST_CASE("-l shows all, passages around a hit are set apart") {
  const Remembered at;
  std::string records;
  for (int i = 0; i < 12; ++i) {
    records += R"({"id": "r)" + std::to_string(i) + R"(", "text": "Tram )" + std::to_string(i) + R"(."})" + "\n";
  }
  at.write("trams.jsonl", records);
  REQUIRE(at.sh("nutgraf-index build trams.idx trams.jsonl").exit == 0);
  CHECK(at.sh("nutgraf-query search trams.idx tram -l").err.empty());
  CHECK(contains(at.sh("nutgraf-query search trams.idx tram -l -n 10").err, "10 of 12; more"));
  std::string text;
  for (int i = 0; i < 3; ++i) {
    text += "Heading" + std::to_string(i) + "\\n\\n";
    for (int word = 0; word < 150; ++word) {
      text += "filler ";
    }
    text += i == 1 ? "tram" : "bus";
    text += ".\\n\\n";
  }
  at.write("long.jsonl", R"({"id": "long", "text": ")" + text + "\"}\n");
  REQUIRE(at.sh("nutgraf-index build long.idx long.jsonl").exit == 0);
  const std::string around = at.sh("nutgraf-query search long.idx tram -C1").out;
  CHECK(contains(around, "  | filler"));
  CHECK_FALSE(contains(around, "  | Heading1"));
}

}  // namespace nutgraf::test
