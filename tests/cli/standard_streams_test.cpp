// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

constexpr const char* kDocs = "{\"id\": \"d1\", \"text\": \"The river rose.\"}\n";

}  // namespace

TEST_CASE("an answer that cannot be written is exit 5") {
  const TempDir temp;
  (void)temp.write("docs.jsonl", kDocs);
  CHECK(shell(temp.path(), "nutgraf-index build news.idx docs.jsonl -q").exit == 0);
  for (const std::string command :
       {"nutgraf-index --help", "nutgraf-index --version", "nutgraf-index help build", "nutgraf-index build --help",
        "nutgraf-index preview docs.jsonl", "nutgraf-index preview docs.jsonl --report json",
        "nutgraf-index stats news.idx", "nutgraf-index stats news.idx --rejects -f json",
        "nutgraf-index build other.idx docs.jsonl --report json", "nutgraf-query --help", "nutgraf-query --version",
        "nutgraf-query count --help", "nutgraf-query search news.idx river",
        "nutgraf-query count news.idx river --unit articles", "nutgraf-query show news.idx d1"}) {
    for (const char* where : {" >/dev/full", " >&-"}) {
      CAPTURE(command);
      CAPTURE(where);
      const Outcome outcome = shell(temp.path(), command + where);
      // `stats --rejects` of an index without rejects has nothing to write.
      const bool silent = command.find("--rejects") != std::string::npos;
      CHECK(outcome.exit == (silent ? 0 : 5));
      CHECK((outcome.err.find("standard output") != std::string::npos) == !silent);
    }
  }
}

TEST_CASE("a closed pipe is no error") {
  const TempDir temp;
  std::string lines;
  for (int i = 0; i < 3'000; ++i) {
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"The river rose over the lane and the yard.\"}\n";
  }
  (void)temp.write("docs.jsonl", lines);
  CHECK(shell(temp.path(), "nutgraf-index build news.idx docs.jsonl -q").exit == 0);
  for (const std::string command :
       {"nutgraf-index preview docs.jsonl -q", "nutgraf-query search news.idx river -n 1000", "nutgraf-query --help"}) {
    CAPTURE(command);
    const Outcome outcome = shell(temp.path(), "{ " + command + "; echo code=$? >code; } | true; cat code");
    CHECK(outcome.out == "code=0\n");
    CHECK(outcome.err.empty());
  }
}

TEST_CASE("standard input that cannot be read is exit 3") {
  const TempDir temp;
  (void)temp.write("docs.jsonl", kDocs);
  CHECK(shell(temp.path(), "nutgraf-index build news.idx docs.jsonl -q").exit == 0);
  for (const std::string command :
       {"nutgraf-index build new.idx -", "nutgraf-index update news.idx -", "nutgraf-index preview -",
        "nutgraf-index delete news.idx --ids -", "nutgraf-query search news.idx -",
        "nutgraf-query batch news.idx --queries -", "nutgraf-query count news.idx --queries -"}) {
    for (const char* where : {" < .", " <&-"}) {
      CAPTURE(command);
      CAPTURE(where);
      const Outcome outcome = shell(temp.path(), command + where);
      CHECK(outcome.exit == 3);
      CHECK_MESSAGE(outcome.err.find("standard input cannot be read") != std::string::npos, outcome.err);
    }
  }
  CHECK(shell(temp.path(), "nutgraf-query count new.idx river").exit == 3);
  CHECK(shell(temp.path(), "nutgraf-query search news.idx river -l").exit == 0);
}

TEST_CASE("with all standard streams closed, no file of an index takes their numbers") {
  const TempDir temp;
  (void)temp.write("docs.jsonl", std::string(kDocs) + "{\"id\": \"r\", \"text\": 7\n");  // a line that is complained of
  CHECK(shell(temp.path(), "nutgraf-index build news.idx docs.jsonl --progress always <&- >&- 2>&-").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index check news.idx").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-query search news.idx river <&- >&- 2>&-").exit == 5);
  CHECK(shell(temp.path(), "nutgraf-query count news.idx river --unit articles").out == "1\n");
}

}  // namespace nutgraf::test
