// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/generate.h"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "core/cli/program.h"
#include "core/cli/values.h"

namespace nutgraf::cli {
namespace {

/// An option of each kind, and text that shells and roff would read as their own.
Program program() {
  const auto declare = [](CLI::App& app) {
    app.option_defaults()->group("Rows");
    app.add_option("-n,--limit")->description("rows to show")->transform(whole_number({0, 99, "all", 100}));
    app.add_option("--format")
        ->description("form")
        ->transform(one_of<std::string>({{"csv", "csv"}, {"tsv", "tsv"}}))
        ->default_str("csv");
    app.add_option("-o,--output")->description("where it's written [a file]")->type_name("FILE");
    app.add_flag("--quiet")->description("say nothing");
  };
  return {.name = "prog",
          .summary = "finds words",
          .purpose = "What it is.",
          .notes = ".B is no macro here, nor is \\fB.",
          .examples = "prog find x",
          .words = WordKind::Query,
          .commands = {{"find", "INDEX WORDS", "finds", "prog find 'x y' -n 3\n'single", declare},
                       {"list", "INDEX", "lists", "prog list", [](CLI::App&) {}}}};
}

std::string made(const std::vector<std::string>& arguments) {
  return generate(program(), arguments);
}

}  // namespace

TEST_CASE("a manual page has every command or option, and escapes what roff would read") {
  struct Row {
    std::vector<std::string> arguments;
    std::vector<std::string> contains;
  };
  const std::vector<Row> rows = {
      {{"man"},
       {".TH PROG 1 ", "prog \\- finds words\n", ".BR prog\\-find (1)\nfinds\n", ".BR prog\\-list (1)\nlists\n",
        "\n\\&.B is no macro here, nor is \\efB.\n"}},
      {{"man", "find"},
       {".TH PROG\\-FIND 1 ", "prog\\-find \\- finds\n", ".SS Rows\n",
        "\\fB\\-n\\fR, \\fB\\-\\-limit\\fR \\fIN|all\\fR\n",
        "\\fB\\-\\-format\\fR \\fIcsv|tsv\\fR\nform (default csv)\n", "where it\\(aqs written [a file]\n",
        "\\fB\\-\\-quiet\\fR\nsay nothing\n", "prog find \\(aqx y\\(aq \\-n 3\n\\&\\(aqsingle\n"}},
  };
  for (const Row& row : rows) {
    const std::string page = made(row.arguments);
    for (const std::string& part : row.contains) {
      CHECK_MESSAGE(page.find(part) != std::string::npos, part, page);
    }
  }
}

TEST_CASE("completions know the values of options") {
  CHECK(made({"complete-bash"}).find("find:--format) words='csv tsv' ;;") != std::string::npos);
  CHECK(made({"complete-bash"}).find("find:-n|find:--limit) words='all' ;;") != std::string::npos);
  CHECK(made({"complete-zsh"}).find("'*--output[where it'\\''s written (a file)]:FILE:_files'") != std::string::npos);
  CHECK(made({"complete-fish"}).find("-l format -x -a 'csv tsv' -d ") != std::string::npos);
  CHECK(made({"commands"}) == "find\nlist\n");
}

TEST_CASE("--generate refuses what it does not know") {
  const std::vector<std::vector<std::string>> rows = {{}, {"woman"}, {"commands", "find"}, {"man", "find", "list"}};
  for (const std::vector<std::string>& arguments : rows) {
    CHECK_THROWS_WITH_AS((void)made(arguments), "--generate takes one of its kinds", Failure);
  }
  CHECK_THROWS_WITH_AS((void)made({"man", "fin"}), "there is no command `fin`", Failure);
}

}  // namespace nutgraf::cli
