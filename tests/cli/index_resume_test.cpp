// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/random.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

namespace fs = std::filesystem;

/// A few batches of articles with names, compounds, several languages, undated ones, and one of many megabytes.
std::string corpus(std::size_t changed) {
  Random random(3);
  const std::vector<std::string> words = {"Harbour", "lantern's", "trade-war", "trade", "war",     "1,000",
                                          "São",     "crew",      "NATO",      "peace", "tradewar"};
  std::string lines;
  for (std::size_t i = 0; i < 700; ++i) {
    std::string text = i == changed ? "Amended entirely. " : "";
    for (std::size_t size = i == 300 ? 700'000 : 1'200; size > 0; --size) {
      text += words[random() % words.size()] + (size % 15 == 0 ? ". " : " ") + (size % 40 == 0 ? "w" : "");
      text += size % 40 == 0 ? fmt::format("{} ", random() % 5000) : "";
    }
    lines += fmt::format(R"({{"id": "a{}", "text": "{}"{}{}}})"
                         "\n",
                         i, text, i % 3 == 0 ? R"(, "date": "2023-05-01")" : "", i % 5 == 0 ? R"(, "lang": "pt")" : "");
  }
  return lines;
}

class Desk {
 public:
  Desk() { (void)temp_.write("docs.jsonl", corpus(9999)); }

  [[nodiscard]] Outcome build(const std::string& index, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"nutgraf-index", "build", index, "docs.jsonl", "--progress", "never"});
    return run({temp_.path(), std::move(more), {}, {}, 0, {}});
  }
  [[nodiscard]] Outcome sh(const std::string& script) const { return shell(temp_.path(), script); }
  void require_same(const std::string& one, const std::string& other) const {
    const Outcome compared = sh("for t in postlist position docdata termlist; do cmp $(find " + one +
                                " -name $t.glass) $(find " + other + " -name $t.glass) || exit 1; done");
    CHECK_MESSAGE(compared.exit == 0, compared.out, compared.err);
  }
  [[nodiscard]] fs::path parts() const { return temp_.path() / "news.idx" / "parts"; }
  void change(std::size_t article) const { (void)temp_.write("docs.jsonl", corpus(article)); }

 private:
  TempDir temp_;
};

bool says(const Outcome& outcome, const std::string& part) {
  return outcome.err.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a killed build goes on from its finished parts, and makes the index of a fresh one") {
  const Desk desk;
  REQUIRE(desk.build("fresh.idx").exit == 0);
  REQUIRE(desk.build("news.idx", {"-q"}).exit == 0);
  for (const int milliseconds : {150, 300, 450}) {
    const Outcome killed =
        desk.sh(fmt::format("nutgraf-index build news.idx docs.jsonl --resume -j 1 --progress never & p=$!; "
                            "sleep {}; kill -9 $p; wait $p; nutgraf-query count news.idx lantern",
                            milliseconds / 1000.0));
    CHECK(killed.exit == 0);  // the old index answers
  }
  const Outcome resumed = desk.build("news.idx", {"--resume"});
  REQUIRE_MESSAGE(resumed.exit == 0, resumed.err);
  CHECK(says(resumed, "resumed: "));
  CHECK_FALSE(fs::exists(desk.parts()));
  desk.require_same("news.idx/generations/0002", "fresh.idx");
}

TEST_CASE("a first build that was killed can be resumed, and forgotten") {
  const Desk desk;
  for (const char* more : {"--resume", "-q"}) {
    REQUIRE(desk.sh("rm -rf news.idx; mkdir -p news.idx/generations/0001.partial news.idx/parts; "
                    "touch news.idx/lock news.idx/XAPIANDB.partial")
                .exit == 0);
    const Outcome checked = desk.sh("nutgraf-index check news.idx");
    CHECK(checked.exit == 3);
    CHECK(says(checked, "news.idx contains no finished index, only what an interrupted build left"));
    const Outcome built = desk.build("news.idx", {more});
    CHECK_MESSAGE(built.exit == 0, built.err);
    CHECK_FALSE(fs::exists(desk.parts()));
    CHECK_FALSE(fs::exists(desk.parts().parent_path() / "XAPIANDB.partial"));
  }
}

TEST_CASE("a killed build leaves nothing in --tmp that the next one does not remove") {
  const Desk desk;
  for (const char* writer : {"api", "bulk"}) {
    const Outcome after = desk.sh(fmt::format(
        "mkdir -p tmp; nutgraf-index build news.idx docs.jsonl --tmp tmp --writer {0} --progress never & p=$!; sleep "
        "0.3; "
        "kill -9 $p; wait $p; nutgraf-index build -q news.idx docs.jsonl --tmp tmp --writer {0} && ls -A tmp",
        writer));
    CHECK_MESSAGE(after.exit == 0, after.err);
    CHECK(after.out == "");
  }
}

TEST_CASE("an interrupted build says that it can go on") {
  const Desk desk;
  const Outcome stopped = desk.sh(
      "nutgraf-index build news.idx docs.jsonl --resume -j 1 --progress never & p=$!; "
      "while [ ! -d news.idx/parts ] && kill -0 $p; do sleep 0.02; done; kill -INT $p; wait $p");
  CHECK(stopped.exit == 130);
  CHECK(says(stopped, "the same command continues from the finished parts"));
}

TEST_CASE("parts are used where nothing they are made from has changed") {
  const Desk desk;
  REQUIRE(desk.build("fresh.idx").exit == 0);
  // The build stops at its very end: an index with other articles would lose them.
  REQUIRE(desk.sh("for i in $(seq 2000); do echo \"{\\\"id\\\": \\\"o$i\\\", \\\"text\\\": \\\"Word.\\\"}\"; done > "
                  "old.jsonl; "
                  "nutgraf-index build -q news.idx old.jsonl")
              .exit == 0);
  const Outcome refused = desk.build("news.idx", {"--resume"});
  CHECK(refused.exit == 5);
  CHECK(says(refused, "resumed: 0 of "));
  REQUIRE(fs::exists(desk.parts()));
  const Outcome checked = desk.sh("nutgraf-index check news.idx");
  CHECK(checked.exit == 0);
  CHECK(says(checked, "news.idx/parts is of a writer"));

  SUBCASE("all of them, whatever the number of threads") {
    const Outcome resumed = desk.build("news.idx", {"--resume", "--allow-shrink", "-j", "1"});
    REQUIRE_MESSAGE(resumed.exit == 0, resumed.err);
    const std::size_t from = resumed.err.find("resumed: ");
    std::size_t recalled = 0;
    std::size_t batches = 0;
    REQUIRE(std::sscanf(resumed.err.c_str() + from, "resumed: %zu of %zu", &recalled, &batches) == 2);
    CHECK(batches >= 5);
    CHECK(recalled == batches);
    desk.require_same("news.idx/generations/0002", "fresh.idx");
  }
  SUBCASE("all but the one with an article that was changed") {
    desk.change(650);
    const Outcome resumed = desk.build("news.idx", {"--resume", "--allow-shrink"});
    REQUIRE_MESSAGE(resumed.exit == 0, resumed.err);
    CHECK_FALSE(says(resumed, "resumed: 0 of "));
    REQUIRE(desk.build("changed.idx").exit == 0);
    desk.require_same("news.idx/generations/0002", "changed.idx");
  }
  SUBCASE("none where another language is assumed") {
    CHECK(says(desk.build("news.idx", {"--resume", "--allow-shrink", "--lang", "de"}), "resumed: 0 of "));
  }
  SUBCASE("none that is damaged") {
    REQUIRE(desk.sh("for f in news.idx/parts/*.part; do printf x | dd of=$f bs=1 seek=500 conv=notrunc; done").exit ==
            0);
    const Outcome resumed = desk.build("news.idx", {"--resume", "--allow-shrink"});
    CHECK(says(resumed, "resumed: 0 of "));
    desk.require_same("news.idx/generations/0002", "fresh.idx");
  }
  SUBCASE("a build without --resume removes them") {
    CHECK(desk.build("news.idx").exit == 5);
    CHECK_FALSE(fs::exists(desk.parts()));
  }
}

TEST_CASE("--resume is for builds that write their tables themselves") {
  const Outcome refused = Desk().build("news.idx", {"--resume", "--writer", "api"});
  CHECK(refused.exit == 2);
  CHECK(says(refused, "--resume goes with --writer bulk only"));
}

}  // namespace nutgraf::test
