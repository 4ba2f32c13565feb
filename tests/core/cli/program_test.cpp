// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/program.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/output.h"
#include "core/cli/values.h"
#include "tests/temp_dir.h"
#include "tests/variable.h"

namespace nutgraf::cli {
namespace {

using Words = std::vector<std::string>;

struct Told {
  std::string index;
  std::uint64_t limit = 10;
  std::string format = "0";
  std::string out;
  bool quiet = false;
  std::string order;  // of -a and -b
};

/// A program of one command with an option of each kind.
Program program(Told& told, WordKind kind) {
  const auto declare = [&told](CLI::App& app) {
    add_index_option(app, [&told](const std::string& index) { told.index = index; });
    app.add_option("-n,--limit", told.limit, "rows")->transform(whole_number({0, 99, "all", 100}))->default_str("10");
    app.add_option("-f,--format", told.format, "form")
        ->transform(one_of<std::string>({{"csv", "csv"}, {"tsv", "tsv"}}));
    app.add_option("-o,--output", told.out, "where")->type_name("FILE");
    app.add_flag("-q,--quiet", told.quiet, "say nothing");
    app.add_flag_callback(
        "-a,--first", [&told] { told.order += "a"; }, "a");
    app.add_option_function<std::string>(
           "-b,--second", [&told](const std::string& text) { told.order += text; }, "b")
        ->type_name("TEXT");
  };
  return {"prog",
          "finds words",
          "What it is.",
          "Notes.",
          "prog find x",
          kind,
          {{"find", "INDEX WORDS", "finds", "prog find x y", declare}}};
}

struct Read {
  Told told;
  CommandLine line;
};

Read read(const Words& arguments, WordKind kind = WordKind::Query) {
  Read read;
  read.line = parse(program(read.told, kind), arguments);
  return read;
}

std::string refusal(const Words& arguments, WordKind kind) {
  try {
    (void)read(arguments, kind);
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Usage);
    return std::string(failure.what()) + "\n" + failure.advice();
  }
  return "not refused";
}

}  // namespace

TEST_CASE("options take effect in the order in which they were typed") {
  const Read found =
      read({"find", "a.idx", "-b", "x", "one", "-a", "--second=y", "-n", "1", "-n2", "-ftsv", "--", "-a"});
  CHECK(found.told.order == "xay");
  CHECK(found.told.limit == 2);
  CHECK(found.told.format == "tsv");
  CHECK(found.told.index == "a.idx");
  CHECK(found.line.taken == "a.idx");
  CHECK(found.line.words == Words{"one"});
  CHECK(found.line.rest == Words{"-a"});
  CHECK(found.line.usage == "prog find INDEX WORDS");
}

TEST_CASE("the words may imply an index that none of them names") {
  const test::Variable variable("NUTGRAF_INDEX", "");
  const auto parsed = [](const Words& arguments) {
    Told told;
    Program numbers = program(told, WordKind::Query);
    numbers.commands.front().implied_index = [](std::span<const std::string> words) {
      return words.front() == "3" ? std::optional<std::string>("b.idx") : std::nullopt;
    };
    const CommandLine line = parse(numbers, arguments);
    return std::pair(told.index, line.implied_index);
  };
  CHECK(parsed({"find", "3"}) == std::pair<std::string, bool>("b.idx", true));
  CHECK(parsed({"find", "a.idx", "3"}) == std::pair<std::string, bool>("a.idx", false));
  CHECK(parsed({"find", "-i", "a", "3"}) == std::pair<std::string, bool>("a", false));
  CHECK(parsed({"find", "a", "3"}) == std::pair<std::string, bool>("a", false));
}

TEST_CASE("a value is what was typed, also where CLI11 would take it for more") {
  CHECK(read({"find", "x", "-o", "[a,b]"}).told.out == "[a,b]");
  CHECK(read({"find", "x", "-o", "-1"}).told.out == "-1");
  CHECK(read({"find", "x", "--output=--quiet"}).told.out == "--quiet");
  CHECK(read({"find", "x", "-o", "a=b"}).told.out == "a=b");
  CHECK(read({"find", "x", "-o", "{}"}).told.out == "{}");
  CHECK_FALSE(read({"find", "x", "--output=--quiet"}).told.quiet);
}

TEST_CASE("a path names an index in both programs, the syntax of a query only in one") {
  const test::Variable variable("NUTGRAF_INDEX", "env.idx");
  struct Row {
    const char* word;
    WordKind kind;
    const char* index;
  };
  for (const Row& row : {Row{"a/b", WordKind::Query, "a/b"}, Row{"a b/c", WordKind::Query, "env.idx"},
                         Row{"a b/c", WordKind::Path, "a b/c"}, Row{"/x/", WordKind::Query, "env.idx"},
                         Row{"b.idx", WordKind::Path, "b.idx"}, Row{"b", WordKind::Path, "env.idx"}}) {
    CAPTURE(row.word);
    CHECK(read({"find", row.word, "y"}, row.kind).told.index == row.index);
  }
}

TEST_CASE("each refusal says what was wrong and what to type") {
  const test::Variable variable("NUTGRAF_INDEX", "");
  struct Row {
    Words arguments;
    WordKind kind;
    const char* said;
  };
  for (const Row& row : std::vector<Row>{
           {{}, WordKind::Path, "no command given\nprog --help explains the commands: find"},
           {{"fnid"}, WordKind::Path, "there is no command `fnid`\ndid you mean prog find? commands: find"},
           {{"help", "fnid"}, WordKind::Path, "there is no command `fnid`\ndid you mean prog find? commands: find"},
           {{"--fin"}, WordKind::Path, "there is no option `--fin`\ncommands: find"},
           {{"find"}, WordKind::Path, "find needs the path of an index\nprog find INDEX WORDS, or set NUTGRAF_INDEX"},
           {{"find", "x", "--limt", "3"},
            WordKind::Path,
            "find has no option --limt\ndid you mean --limit? prog find --help lists its options"},
           {{"find", "x", "-n"},
            WordKind::Path,
            "--limit needs a value\ntype --limit N|all; prog find --help lists its options"},
           {{"find", "x", "-n", "-q"},
            WordKind::Path,
            "--limit needs a value\ntype --limit N|all; prog find --help lists its options"},
           {{"find", "x", "-n", "few"},
            WordKind::Path,
            "--limit takes a whole number from 0 to 99 or all, not `few`\nprog find --help lists its options"},
           {{"find", "x", "-f", "cvs"},
            WordKind::Path,
            "--format takes csv or tsv, not `cvs`\ndid you mean --format csv? prog find --help lists its options"},
           {{"find", "x", "-q=1"}, WordKind::Path, "there is no option -q=1\nfor a file of that name: ./-q=1"},
           {{"find", "x", "--quiet=1"}, WordKind::Path, "--quiet takes no value\nprog find --help lists its options"},
           {{"find", "x", "-qa"}, WordKind::Path, "there is no option -qa\ntype -q -a; for a file of that name: ./-qa"},
           {{"find", "x", "-n5x"},
            WordKind::Path,
            "there is no option -n5x\ntype -n 5x; for a file of that name: ./-n5x"},
           {{"find", "x", "y", "-india"},
            WordKind::Query,
            "there is no option -india\nto leave a word out: prog find INDEX -- y -india, or: y NOT india"},
           {{"find", "x", "-nall"},
            WordKind::Path,
            "there is no option -nall\ntype -n all; for a file of that name: ./-nall"},
           {{"find", "x", "-oFILE"}, WordKind::Path, "there is no option -oFILE\nfor a file of that name: ./-oFILE"},
           {{"find", "x", "-fcvs"},
            WordKind::Query,
            "there is no option -fcvs\ndid you mean -fcsv? to leave a word out: prog find INDEX -- -fcvs, or: NOT "
            "fcvs"},
       }) {
    CHECK(refusal(row.arguments, row.kind) == row.said);
  }
}

TEST_CASE("help shows what options take, defaults and variables") {
  const std::string help = read({"find", "--help"}).line.text;
  for (const char* part :
       {"prog find: finds\n", "Usage: prog find INDEX WORDS [OPTIONS]\n", "-n,--limit N|all ", "rows (default 10)\n",
        "-f,--format csv|tsv ", "-q,--quiet ", "(or NUTGRAF_INDEX)\n", "Examples:\n  prog find x y\n"}) {
    CAPTURE(help);
    CHECK(help.find(part) != std::string::npos);
  }
  CHECK(read({"help", "find"}).line.text == help);
  CHECK(read({"help"}).line.text == read({"-h"}).line.text);
  CHECK(read({"-V"}).line.text == read({"--version"}).line.text);
}

TEST_CASE("a program ends with the code of what ended it") {
  std::string reported;
  const auto report = [&](const Failure& failure) { reported += failure.what(); };
  CHECK(run([] { return ExitCode::NothingFound; }, report) == 1);
  CHECK(run([]() -> ExitCode { throw ClosedPipe(); }, report) == 0);
  CHECK(reported.empty());
  CHECK(run([]() -> ExitCode { throw Failure(ExitCode::Busy, "busy"); }, report) == 4);
  CHECK(run([]() -> ExitCode { throw std::runtime_error("odd"); }, report) == 5);
  CHECK(run([]() -> ExitCode { throw std::bad_alloc(); }, report) == 5);
  CHECK(reported == "busyoddout of memory");
}

TEST_CASE("an exception that nothing can catch ends a program with a sentence and 5") {
  const test::TempDir temp;
  const std::string said = (temp.path() / "said").string();
  const pid_t child = ::fork();
  if (child == 0) {
    static_cast<void>(std::freopen(said.c_str(), "w", stderr) == nullptr);
    const auto clean_up = [](const std::function<void()>& work) noexcept { work(); };
    ::_exit(run(
        [&]() -> ExitCode {
          clean_up([] { throw std::runtime_error("the disk is full"); });
          return ExitCode::Done;
        },
        [](const Failure&) {}));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 5);
  CHECK(test::read_file(said).find("gave up in the middle of its work: the disk is full\n") != std::string::npos);
}

}  // namespace nutgraf::cli
