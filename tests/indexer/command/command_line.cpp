// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/failure.h"

namespace nutgraf {
namespace {

using Words = std::vector<std::string>;

Surroundings plain() {
  Surroundings around;
  around.cores = 3;
  return around;
}

IndexOptions understood(const Words& words, const Surroundings& around = plain()) {
  return resolve(read_command_line(words), around);
}

std::string complaint(const Words& words, const Surroundings& around = plain()) {
  try {
    (void)understood(words, around);
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Usage);
    CHECK(std::string(failure.what()).find('\n') == std::string::npos);
    CHECK_FALSE(failure.advice().empty());
    CHECK(failure.advice().find('\n') == std::string::npos);
    return std::string(failure.what()) + "\n" + failure.advice();
  }
  return {};
}

}  // namespace

TEST_CASE("what was typed becomes options") {
  const IndexOptions options =
      understood({"build", "news.idx", "-j", "7", "in", "--map", "text=body", "--map=title=head", "--keep", "3",
                  "--memory", "300M", "--lock-timeout", "0.5", "--strict", "more", "--verify", "full"});
  CHECK(options.command == Command::Build);
  CHECK(options.index == "news.idx");
  CHECK(options.reading.inputs == Words{"in", "more"});
  CHECK(options.reading.map == std::vector<std::pair<std::string, std::string>>{{"text", "body"}, {"title", "head"}});
  CHECK(options.writing.threads == 7);
  CHECK(options.writing.keep == 3);
  CHECK(options.writing.memory == 300ULL * 1024 * 1024);
  CHECK(options.writing.lock_timeout == std::chrono::milliseconds(500));
  CHECK(options.writing.verify == store::VerifyLevel::Full);
  CHECK(options.strictness == Strictness::Strict);
  CHECK(options.writing.shrinking == Shrinking::Refused);
}

TEST_CASE("what was not typed has a default") {
  const IndexOptions options = understood({"update", "news.idx"});
  CHECK(options.writing.threads == 3);
  CHECK(options.writing.keep == 1);
  CHECK(options.writing.verify == store::VerifyLevel::Sampled);
  CHECK(options.vanished == Vanished::Kept);
  CHECK_FALSE(options.reading.language.has_value());
  CHECK(options.console.progress == Switch::Off);
}

TEST_CASE("a name like that of a command is an ordinary argument") {
  const IndexOptions options = understood({"build", "a.idx", "stats", "update"});
  CHECK(options.reading.inputs == Words{"stats", "update"});
}

TEST_CASE("after -- all are arguments") {
  const IndexOptions options = understood({"build", "a.idx", "--", "-in", "--strict"});
  CHECK(options.reading.inputs == Words{"-in", "--strict"});
  CHECK(options.strictness == Strictness::Lenient);
}

TEST_CASE("brackets in a path stay as typed") {
  CHECK(understood({"build", "a.idx", "[in]", "a,b"}).reading.inputs == Words{"[in]", "a,b"});
  CHECK(understood({"delete", "a.idx", "--id", "[x]", "--id", ""}).ids == Words{"[x]", ""});
}

TEST_CASE("which argument is the index") {
  struct Row {
    const char* name;
    Words words;
    std::string variable;
    std::string index;
    Words inputs;
  };
  const std::vector<Row> rows = {
      {"first", {"build", "my index", "in"}, "", "my index", {"in"}},
      {"option", {"build", "-i", "x", "in"}, "", "x", {"in"}},
      {"long option", {"build", "in", "--index=x"}, "env.idx", "x", {"in"}},
      {"variable", {"build", "in"}, "env.idx", "env.idx", {"in"}},
      {"name beats variable", {"build", "x.idx", "in"}, "env.idx", "x.idx", {"in"}},
      {"slash beats variable", {"build", "./x", "in"}, "env.idx", "./x", {"in"}},
      {"variable alone", {"update"}, "env.idx", "env.idx", {}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      Surroundings around = plain();
      around.index = row.variable;
      const IndexOptions options = understood(row.words, around);
      CHECK(options.index == row.index);
      CHECK(options.reading.inputs == row.inputs);
    }
  }
}

TEST_CASE("wrong usage says what is wrong and what to type") {
  struct Row {
    const char* name;
    Words words;
    Words parts;  // of the complaint
  };
  const std::vector<Row> rows = {
      {"nothing", {}, {"command", "--help"}},
      {"command", {"biuld", "x"}, {"biuld", "nutgraf-index build"}},
      {"far command", {"frobnicate"}, {"frobnicate", "rollback"}},
      {"option before command", {"--no-such"}, {"--no-such"}},
      {"option", {"build", "x", "--no-such-option"}, {"unknown option --no-such-option", "build --help"}},
      {"near option", {"build", "x", "--alow-shrink"}, {"--alow-shrink", "did you mean --allow-shrink"}},
      {"option of another command", {"check", "x", "--prune"}, {"--prune"}},
      {"bundled", {"build", "x", "-qj"}, {"-qj", "-q -j"}},
      {"attached", {"build", "x", "-j4x"}, {"-j4x", "-j 4x"}},
      {"unknown short", {"build", "x", "-x"}, {"-x"}},
      {"query-like", {"build", "x", "-taiwan"}, {"-taiwan"}},
      {"value missing at end", {"build", "x", "--keep"}, {"--keep needs a value", "--keep N"}},
      {"value missing", {"build", "x", "--tmp", "--strict"}, {"--tmp needs a value", "--tmp DIR"}},
      {"flag with value", {"build", "x", "--strict=yes"}, {"--strict takes no value"}},
      {"number", {"build", "x", "--keep", "few"}, {"--keep", "few"}},
      {"negative", {"build", "x", "--keep", "-1"}, {"--keep", "-1"}},
      {"size", {"build", "x", "--memory", "much"}, {"--memory", "much", "300M"}},
      {"seconds", {"build", "x", "--lock-timeout", "1h"}, {"--lock-timeout", "1h"}},
      {"choice", {"build", "x", "--color", "blue"}, {"--color", "blue", "auto, always, never"}},
      {"format", {"build", "x", "--format", "yaml"}, {"--format", "yaml", "jsonl"}},
      {"pair", {"build", "x", "--map", "text"}, {"--map", "text", "title=headline"}},
      {"language", {"build", "x", "--lang", "elbish"}, {"--lang", "elbish"}},
      {"panic", {"build", "x", "--on-error", "panic"}, {"--on-error", "skip"}},
      {"quarantine", {"build", "x", "--on-error", "quarantine"}, {"not there yet", "--on-error skip"}},
      {"no index", {"build"}, {"build needs the path of an index", "INPUT"}},
      {"extra argument", {"stats", "x", "y"}, {"'y'", "nutgraf-index stats x"}},
      {"ids", {"delete", "x"}, {"ids", "--id"}},
      {"ids as arguments", {"delete", "x", "a"}, {"'a'", "--id a"}},
      {"query", {"delete", "x", "--query", "taiwan"}, {"--query", "--ids -"}},
      {"nothing to preview", {"preview"}, {"preview"}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      const std::string said = complaint(row.words);
      for (const std::string& part : row.parts) {
        CAPTURE(said);
        CHECK(said.find(part) != std::string::npos);
      }
    }
  }
}

TEST_CASE("help and version need nothing else") {
  for (const Words& words : {Words{"--help"}, Words{"-h"}, Words{"help"}}) {
    const Typed typed = read_command_line(words);
    REQUIRE(typed.text.has_value());
    CHECK(typed.text->find("build") != std::string::npos);
    CHECK(typed.text->find("rollback") != std::string::npos);
  }
  CHECK(read_command_line(Words{"--version"}).text->find("nutgraf-index 0") == 0);
  for (const Command command : {Command::Build, Command::Update, Command::Delete, Command::Rollback, Command::Check,
                                Command::Stats, Command::Optimize, Command::Preview}) {
    const Typed typed = read_command_line(Words{name_of(command), "--help"});
    REQUIRE(typed.text.has_value());
    CHECK(typed.text->find("examples:\n  nutgraf-index " + name_of(command)) != std::string::npos);
    CHECK(typed.text->find("--quiet") != std::string::npos);
  }
}

TEST_CASE("terminals decide what is on by itself") {
  Surroundings around = plain();
  around.terminal_err = Switch::On;
  CHECK(understood({"build", "x"}, around).console.progress == Switch::On);
  CHECK(understood({"build", "x", "-q"}, around).console.progress == Switch::Off);
  CHECK(understood({"build", "x", "--progress", "never"}, around).console.progress == Switch::Off);
  CHECK(understood({"build", "x"}, around).console.color == Switch::On);
  around.color_allowed = Switch::Off;
  CHECK(understood({"build", "x"}, around).console.color == Switch::Off);
  CHECK(understood({"build", "x", "--color", "always"}, around).console.color == Switch::On);
}

}  // namespace nutgraf
