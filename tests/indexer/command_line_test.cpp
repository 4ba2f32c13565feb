// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "core/base/failure.h"
#include "tests/variable.h"

namespace nutgraf {
namespace {

using Words = std::vector<std::string>;

IndexOptions understood(const Words& words) {
  return read_command_line(words).options;
}

std::string complaint(const Words& words) {
  try {
    (void)understood(words);
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
  CHECK(options.writing.threads == std::max(1U, std::thread::hardware_concurrency()));
  CHECK(options.writing.keep == 1);
  CHECK(options.writing.verify == store::VerifyLevel::Sampled);
  CHECK(options.vanished == Vanished::Kept);
  CHECK_FALSE(options.reading.language.has_value());
  CHECK(options.console.progress == cli::ShowProgress::Auto);
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
  CHECK(understood({"delete", "a.idx", "--id", "[x]", "--id", "[a,b]"}).ids == Words{"[x]", "[a,b]"});
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
      const test::Variable variable("NUTGRAF_INDEX", row.variable);
      const IndexOptions options = understood(row.words);
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
      {"option before command", {"--no-such"}, {"no option `--no-such`"}},
      {"option", {"build", "x", "--no-such-option"}, {"build has no option --no-such-option", "build --help"}},
      {"near option", {"build", "x", "--alow-shrink"}, {"--alow-shrink", "did you mean --allow-shrink"}},
      {"option of another command", {"check", "x", "--prune"}, {"--prune"}},
      {"bundled", {"build", "x", "-qj"}, {"-qj", "-q -j"}},
      {"attached", {"build", "x", "-j4x"}, {"-j4x", "-j 4x"}},
      {"unknown short", {"build", "x", "-x"}, {"-x"}},
      {"query-like", {"build", "x", "-taiwan"}, {"-taiwan", "./-taiwan"}},
      {"value missing at end", {"build", "x", "--keep"}, {"--keep needs a value", "--keep N"}},
      {"empty value", {"delete", "x", "--id", ""}, {"--id needs a value", "--id ID"}},
      {"value missing", {"build", "x", "--tmp", "--strict"}, {"--tmp needs a value", "--tmp DIR"}},
      {"flag with value", {"build", "x", "--strict=yes"}, {"--strict takes no value"}},
      {"number", {"build", "x", "--keep", "few"}, {"--keep", "few"}},
      {"negative", {"build", "x", "--keep", "-1"}, {"--keep", "-1"}},
      {"size", {"build", "x", "--memory", "much"}, {"--memory", "much", "300M"}},
      {"seconds", {"build", "x", "--lock-timeout", "1h"}, {"--lock-timeout", "1h"}},
      {"choice", {"build", "x", "--color", "blue"}, {"--color takes auto, always or never, not `blue`"}},
      {"format", {"build", "x", "--format", "yaml"}, {"--format", "yaml", "jsonl"}},
      {"pair", {"build", "x", "--map", "text"}, {"--map takes FIELD=KEY, such as title=headline, not `text`"}},
      {"language", {"build", "x", "--lang", "elbish"}, {"--lang", "elbish"}},
      {"panic", {"build", "x", "--on-error", "panic"}, {"--on-error", "skip"}},
      {"no index", {"build"}, {"build needs the path of an index", "INPUT"}},
      {"extra argument", {"stats", "x", "y"}, {"unexpected argument `y`", "nutgraf-index stats INDEX"}},
      {"ids", {"delete", "x"}, {"ids", "--id"}},
      {"ids as arguments", {"delete", "x", "a"}, {"unexpected argument `a`", "nutgraf-index delete x --id a"}},
      {"unblock", {"delete", "x", "--id", "a", "--unblock", "--purge"}, {"--unblock takes ids alone"}},
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
    const std::string text = read_command_line(words).text;
    CHECK(text.find("build") != std::string::npos);
    CHECK(text.find("rollback") != std::string::npos);
  }
  CHECK(read_command_line(Words{"--version"}).text.starts_with("nutgraf-index 0"));
  for (const std::string command : {"build", "update", "delete", "rollback", "check", "stats", "optimize", "preview"}) {
    for (const Words& words : {Words{command, "--help"}, Words{command, "x", "-h"}, Words{"help", command}}) {
      const std::string text = read_command_line(words).text;
      CHECK(text.find("Examples:\n  nutgraf-index " + command) != std::string::npos);
      CHECK(text.find("--quiet") != std::string::npos);
    }
  }
  CHECK(read_command_line(Words{"build", "--help"}).text.find("(default 1G)") != std::string::npos);
}

}  // namespace nutgraf
