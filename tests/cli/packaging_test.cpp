// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

std::string completed(const std::filesystem::path& folder, const std::string& program, const std::string& words) {
  const std::string function = program == "nutgraf-query" ? "_nutgraf_query" : "_nutgraf_index";
  const Outcome outcome =
      shell(folder, "bash -c 'set -eu; . ./" + program + "; COMP_WORDS=(" + program + " " + words +
                        "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); " + function + "; echo \"${COMPREPLY[*]}\"'");
  CHECK_MESSAGE(outcome.exit == 0, outcome.err);
  return outcome.out;
}

}  // namespace

TEST_CASE("bash completes commands, options and values") {
  const TempDir temp;
  for (const std::string program : {"nutgraf-query", "nutgraf-index"}) {
    REQUIRE(shell(temp.path(), program + " --generate complete-bash > " + program).exit == 0);
  }
  struct Row {
    std::string program;
    std::string words;
    std::string completed;
  };
  const std::vector<Row> rows = {
      {"nutgraf-query", "sea", "search\n"},
      {"nutgraf-query", "search --lim", "--limit\n"},
      {"nutgraf-query", "search news.idx --format js", "json jsonl\n"},
      {"nutgraf-query", "help facet", "facets\n"},
      {"nutgraf-query", "search news.idx taiwan", "\n"},
      {"nutgraf-index", "b", "build\n"},
      {"nutgraf-index", "build --on-error f", "fail\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(completed(temp.path(), row.program, row.words) == row.completed);
  }
}

TEST_CASE("other shells and man read what is generated, where they are installed") {
  struct Row {
    std::string tool;
    std::string check;
  };
  const std::vector<Row> rows = {
      {"zsh", "nutgraf-$p --generate complete-zsh > _$p && zsh -n _$p"},
      {"fish", "nutgraf-$p --generate complete-fish > $p.fish && fish -n $p.fish"},
      {"man",
       "for c in '' $(nutgraf-$p --generate commands); do nutgraf-$p --generate man $c > $p.1; "
       "test -z \"$(LC_ALL=C.UTF-8 MANROFFSEQ= man --warnings -l $p.1 2>&1 >/dev/null)\" || exit 1; done"},
  };
  const TempDir temp;
  for (const Row& row : rows) {
    if (shell(temp.path(), "command -v " + row.tool).exit != 0) {
      MESSAGE("not checked with " << row.tool << ", which is not installed");
      continue;
    }
    const Outcome outcome = shell(temp.path(), "for p in query index; do " + row.check + " || exit 1; done");
    CHECK_MESSAGE(outcome.exit == 0, row.tool, outcome.err);
  }
}

TEST_CASE("the pager is the command in PAGER") {
  const TempDir temp;
  (void)temp.write("a.txt", "The river rose.\n");
  REQUIRE(shell(temp.path(), "nutgraf-index build -q a.idx a.txt").exit == 0);
  const std::string count = "nutgraf-query count a.idx river --unit articles --pager ";
  struct Row {
    std::string command;
    std::string out;
  };
  const std::vector<Row> rows = {
      {"PAGER='sed s/^/paged:/' " + count + "always", "paged:1\n"},
      {"PAGER='sed s/^/paged:/' " + count + "never", "1\n"},
      {"PAGER='sed s/^/paged:/' " + count + "auto", "1\n"},
      {"PAGER= " + count + "always", "1\n"},
      {"PAGER='echo $LESS; cat' " + count + "always", "FRX\n1\n"},
      {"LESS=R PAGER='echo $LESS; cat' " + count + "always", "R\n1\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.command);
    CHECK(shell(temp.path(), "unset LESS; " + row.command).out == row.out);
  }
}

TEST_CASE("the help and the manual page of both programs name every exit code") {
  const TempDir temp;
  for (const std::string program : {"nutgraf-query", "nutgraf-index"}) {
    for (const std::string text : {" --help", " --generate man"}) {
      const std::string said = shell(temp.path(), program + text).out;
      const std::size_t begin = said.find("Exit codes: 0 ");
      REQUIRE_MESSAGE(begin != std::string::npos, program, text);
      const std::string codes = said.substr(begin, said.find("\n\n", begin) - begin);
      for (const std::string code : {"1", "2", "3", "4", "5", "130"}) {
        CHECK_MESSAGE(
            (codes.find(", " + code + " ") != std::string::npos || codes.find("\n" + code + " ") != std::string::npos),
            program, text, code);
      }
    }
  }
}

}  // namespace nutgraf::test
