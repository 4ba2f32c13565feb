// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* kTwo =
    "{\"id\": \"d1\", \"text\": \"The river rose.\"}\n{\"id\": \"d2\", \"text\": \"A hill.\"}\n";

}  // namespace

TEST_CASE("wrong usage is exit 2 with two lines") {
  const TempDir temp;
  (void)temp.write("docs.jsonl", kTwo);
  (void)temp.write("folder/a.txt", "Some text stands here.\n");
  CHECK(shell(temp.path(), "nutgraf-index build news.idx docs.jsonl").exit == 0);
  struct Row {
    const char* script;
    const char* part;  // of what is said
  };
  for (const Row row : {
           Row{"nutgraf-index", "--help"},
           Row{"nutgraf-index biuld news.idx docs.jsonl", "did you mean nutgraf-index build"},
           Row{"nutgraf-index build", "the path of an index"},
           Row{"nutgraf-index build new.idx", "INPUT"},
           Row{"nutgraf-index build docs.jsonl news.idx", "nutgraf-index build news.idx docs.jsonl"},
           Row{"nutgraf-index build docs.jsonl other.idx", "nutgraf-index build other.idx docs.jsonl"},
           Row{"nutgraf-index build folder docs.jsonl news.idx", "nutgraf-index build news.idx folder docs.jsonl"},
           Row{"nutgraf-index build folder docs.jsonl", "folder"},
           Row{"nutgraf-index build docs.jsonl folder", "docs.jsonl"},
           Row{"nutgraf-index build news.idx docs.jsonl --frmat jsonl", "did you mean --format"},
           Row{"nutgraf-index build news.idx docs.jsonl --map text", "--map"},
           Row{"nutgraf-index build news.idx docs.jsonl --set colour", "--set"},
           Row{"nutgraf-index build news.idx docs.jsonl --set date=soon", "--set date: 'soon' is not a date"},
           Row{"nutgraf-index stats news.idx -qf", "-qf"},
           Row{"nutgraf-index stats news.idx -f jsno", "did you mean --format json?"},
           Row{"nutgraf-index help biuld", "did you mean nutgraf-index build?"},
           Row{"nutgraf-index build new.idx docs.jsonl --lang zz", "--lang takes a code or name of a language"},
           Row{"nutgraf-index build new.idx docs.jsonl --lang jp", "did you mean --lang ja?"},
           Row{"nutgraf-index build new.idx docs.jsonl --set lang:=jp", "did you mean --set lang:=ja?"},
           Row{"nutgraf-index build new.idx docs.jsonl -jx", "-jx"},
           Row{"nutgraf-index delete news.idx", "--id"},
       }) {
    SUBCASE(row.script) {
      const Outcome outcome = shell(temp.path(), row.script);
      CHECK(outcome.exit == 2);
      CHECK(outcome.out.empty());
      CHECK_MESSAGE(contains(outcome.err, row.part), outcome.err);
      CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 2);
    }
  }
  CHECK(contains(shell(temp.path(), "nutgraf-index stats news.idx -f json").out, "\"articles\":2"));
  CHECK(contains(shell(temp.path(), "nutgraf-index stats news.idx -fjson").out, "\"articles\":2"));
  const nlohmann::json stats = nlohmann::json::parse(shell(temp.path(), "nutgraf-index stats news.idx -fjson").out);
  CHECK(stats.at("words").get<int>() > 0);
  CHECK(stats.at("files") == 1);
  CHECK(stats.at("inputs").size() == 1);
  CHECK(stats.at("tables").at("postlist.glass").get<int>() > 0);
  CHECK(contains(shell(temp.path(), "nutgraf-index -V").out, "nutgraf-index "));
  CHECK(contains(shell(temp.path(), "nutgraf-index help build").out, "--lang"));
  CHECK(shell(temp.path(), "nutgraf-index build new.idx docs.jsonl -j2 --lang Deutsch").exit == 0);
  CHECK(contains(shell(temp.path(), "nutgraf-index stats new.idx -f json").out, "\"de\""));
}

TEST_CASE("where there is no index") {
  const TempDir temp;
  (void)temp.write("file", "x");
  (void)temp.write("folder/file", "x");
  for (const char* command : {"update INDEX file", "delete INDEX --id x", "rollback INDEX", "check INDEX",
                              "stats INDEX", "stats INDEX --rejects", "optimize INDEX"}) {
    for (const char* index : {"absent", "file", "folder"}) {
      std::string script = std::string("nutgraf-index ") + command;
      script.replace(script.find("INDEX"), 5, index);
      CAPTURE(script);
      const Outcome outcome = shell(temp.path(), script);
      CHECK(outcome.exit == 3);
      CHECK(contains(outcome.err, index));
      CHECK(contains(outcome.err, "nutgraf-index build"));
    }
  }
  CHECK_FALSE(std::filesystem::exists(temp.path() / "absent"));
}

TEST_CASE("an index may stand where there was nothing, or an empty folder, and be named by a variable") {
  const TempDir temp;
  (void)temp.write("docs.jsonl", kTwo);
  CHECK(shell(temp.path(), "mkdir empty && nutgraf-index build empty docs.jsonl").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index build 'my néws idx' docs.jsonl").exit == 0);
  CHECK(shell(temp.path(), "NUTGRAF_INDEX=env.idx nutgraf-index build docs.jsonl").exit == 0);
  CHECK(shell(temp.path(), "NUTGRAF_INDEX=env.idx nutgraf-index stats").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index stats -i env.idx").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index build empty docs.jsonl").exit == 0);
}

TEST_CASE("a build does not replace a stub that joins indexes elsewhere") {
  const TempDir temp;
  (void)temp.write("a.txt", "The river rose.\n");
  std::filesystem::create_directory(temp.path() / "both.idx");
  const std::string stub = "auto ../one.idx/generations/0001/passages\nauto ../two.idx/generations/0001/passages\n";
  (void)temp.write("both.idx/XAPIANDB", stub);
  const Outcome built = shell(temp.path(), "nutgraf-index build both.idx a.txt");
  CHECK(built.exit == 2);
  CHECK(built.err.find("both.idx has an XAPIANDB that no build made; build would not replace it") != std::string::npos);
  CHECK(shell(temp.path(), "cat both.idx/XAPIANDB").out == stub);
}

TEST_CASE("a build that finds no article publishes nothing") {
  const TempDir temp;
  std::filesystem::create_directory(temp.path() / "in");
  (void)temp.write("docs.jsonl", kTwo);
  for (const std::string command : {"build", "build --dry-run"}) {
    const Outcome built = shell(temp.path(), "nutgraf-index " + command + " news.idx in");
    CHECK(built.exit == 1);
    CHECK(contains(built.err, "no article was found in what was read, and nothing was published"));
    CHECK(shell(temp.path(), "nutgraf-index stats news.idx").exit == 3);
  }
  CHECK(shell(temp.path(), "nutgraf-index build news.idx docs.jsonl").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index build news.idx in").exit == 5);
  CHECK(shell(temp.path(), "nutgraf-index build news.idx in --allow-shrink").exit == 1);
  CHECK(shell(temp.path(), "nutgraf-query count news.idx '*' --unit articles").out == "2\n");
}

TEST_CASE("an index of nothing is an index") {
  const TempDir temp;
  (void)temp.write("in/a.txt", "The river rose over the lane.\n");
  CHECK(shell(temp.path(), "nutgraf-index build news.idx in").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index delete news.idx --id a.txt").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index check news.idx").exit == 0);
  (void)temp.write("in/b.txt", "The river fell.\n");
  CHECK(contains(shell(temp.path(), "nutgraf-index update news.idx").err, "added 1, "));
  CHECK(shell(temp.path(), "nutgraf-index check news.idx").exit == 0);
}

TEST_CASE("records that cannot be read are named, counted and listed") {
  const TempDir temp;
  (void)temp.write("a.jsonl",
                   std::string(kTwo) + "{\"id\": \"r3\", \"text\": \"\\p\"}\n{\"id\": \"d4\", \"text\": \"End.\"}\n");
  const Outcome built = shell(temp.path(), "nutgraf-index build news.idx a.jsonl");
  CHECK(built.exit == 0);
  CHECK_MESSAGE(contains(built.err, "a.jsonl line 3: "), built.err);
  CHECK(contains(built.err, "rejected 1: nutgraf-index stats news.idx --rejects"));
  const Outcome listed = shell(temp.path(), "nutgraf-index stats news.idx --rejects");
  CHECK(listed.exit == 0);
  CHECK(contains(listed.out, "a.jsonl line 3: "));
  CHECK(contains(shell(temp.path(), "nutgraf-index stats news.idx -f json").out, "\"rejected\":1"));
  CHECK(shell(temp.path(), "nutgraf-index build news.idx a.jsonl --strict").exit == 1);
  const Outcome failed = shell(temp.path(), "nutgraf-index build news.idx a.jsonl --on-error fail");
  CHECK(failed.exit == 5);
  CHECK(contains(failed.err, "a.jsonl line 3: "));
}

TEST_CASE("what a file's name says to a terminal is not said") {
  const TempDir temp;
  (void)temp.write("in/red\x1b[31m.jsonl", "{\"id\": \"r\", \"text\": \"\\p\"}\n");
  (void)temp.write("in/a.txt", "The river rose over the lane.\n");
  for (const char* script : {"nutgraf-index build news.idx in", "nutgraf-index stats news.idx --rejects",
                             "nutgraf-index preview in", "nutgraf-index build news.idx \"$(printf 'no\\033such')\"",
                             "nutgraf-index build \"$(printf -- '--no\\033')\""}) {
    CAPTURE(script);
    const Outcome outcome = shell(temp.path(), script);
    const std::string said = outcome.out + outcome.err;
    CHECK(contains(said, "no"));
    CHECK_FALSE(contains(said, "\x1b"));
  }
}

TEST_CASE("an input that gives nothing is named, and counts under --strict, a skipped file is one file") {
  const TempDir temp;
  (void)temp.write("a.txt", "The river rose over the lane.\n");
  (void)temp.write("p.jpg", std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11));
  std::filesystem::create_directory(temp.path() / "empty");
  const Outcome lenient = shell(temp.path(), "nutgraf-index build news.idx a.txt p.jpg empty --report json");
  CHECK(lenient.exit == 0);
  CHECK(nlohmann::json::parse(lenient.out).at("files") == 2);
  CHECK_MESSAGE(contains(lenient.err, "p.jpg: no article came of this input (binary)\n"), lenient.err);
  CHECK(contains(lenient.err, "empty: no article came of this input\n"));
  CHECK(shell(temp.path(), "nutgraf-index build news.idx a.txt p.jpg --strict").exit == 1);
  CHECK(shell(temp.path(), "nutgraf-index build news.idx a.txt a.txt --strict").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index update news.idx a.txt --strict").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index update news.idx empty --strict").exit == 1);
}

TEST_CASE("quiet is quiet, and JSON is JSON") {
  const TempDir temp;
  (void)temp.write("docs.jsonl", kTwo);
  const Outcome quiet = shell(temp.path(), "nutgraf-index build news.idx docs.jsonl -q");
  CHECK(quiet.exit == 0);
  CHECK(quiet.out.empty());
  CHECK(quiet.err.empty());
  const Outcome json = shell(temp.path(), "nutgraf-index build news.idx docs.jsonl --report json");
  const auto report = nlohmann::json::parse(json.out);
  CHECK(report.at("articles") == 2);
  CHECK(report.at("generation") == "0002");
  CHECK(json.err.empty());
  const Outcome plain = shell(temp.path(), "nutgraf-index build news.idx docs.jsonl");
  CHECK(plain.out.empty());
  CHECK_FALSE(contains(plain.err, "\x1b"));
  CHECK_FALSE(contains(plain.err, "\r"));
  CHECK(contains(plain.err, "1 file · 2 articles · 2 passages · "));
}

TEST_CASE("a build and its rebuild are the same whatever the threads") {
  const TempDir temp;
  std::string lines;
  for (int i = 0; i < 3'000; ++i) {
    const std::string n = std::to_string(i);
    lines +=
        "{\"id\": \"a" + n + "\", \"text\": \"Word" + n + " stands in article " + n + " of many, and more of it.\"}\n";
  }
  (void)temp.write("docs.jsonl", lines);
  CHECK(shell(temp.path(), "nutgraf-index build one.idx docs.jsonl -j 1 -q").exit == 0);
  CHECK(shell(temp.path(), "nutgraf-index build four.idx docs.jsonl -j 4 -q").exit == 0);
  for (const char* table : {"postlist.glass", "docdata.glass", "termlist.glass", "position.glass"}) {
    CAPTURE(table);
    const std::string name = std::string("generations/0001/passages/") + table;
    CHECK(shell(temp.path(), "cmp one.idx/" + name + " four.idx/" + name).exit == 0);
  }
}

}  // namespace nutgraf::test
