// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

constexpr const char* kDocuments =
    R"({"id": "d1", "title": "Rain, again", "text": "The river, \"old\" and <wide>.", "date": "2020-01-02", "source": "Post"}
{"id": "d2", "text": "A hill stood by the river. =SUM(A1) is no river.", "url": "https://example.org/2"}
{"id": "d 3", "text": "An orchard bloomed, -5 degrees or not."}
)";

/// A folder with news.idx of three articles.
class Indexed {
 public:
  Indexed() {
    (void)folder_.write("docs.jsonl", kDocuments);
    const Outcome built = shell(folder_.path(), "nutgraf-index build news.idx docs.jsonl");
    REQUIRE_MESSAGE(built.exit == 0, built.err);
  }
  [[nodiscard]] Outcome sh(const std::string& script) const { return shell(folder_.path(), script); }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path(); }
  void write(std::string_view name, std::string_view bytes) const { (void)folder_.write(name, bytes); }

 private:
  TempDir folder_;
};

}  // namespace

TEST_CASE("query: exit codes and what is said") {
  const Indexed at;
  struct Row {
    const char* script;
    int exit;
    const char* out;  // part of standard output
    const char* err;  // part of standard error
  };
  for (const Row& row : {
           Row{"nutgraf-query search news.idx river", 0, "2 of 2\n", ""},
           Row{"nutgraf-query search news.idx zebra", 1, "", "nothing found"},
           Row{"nutgraf-query search news.idx zebra -q", 1, "", ""},
           Row{"nutgraf-query search news.idx zebra -f json", 1, "\"hits\":[]", "zebra: in no passage"},
           Row{"nutgraf-query search news.idx zebra -f jsonl", 1, "", "zebra: in no passage"},
           Row{"nutgraf-query search news.idx zebra -f csv", 1, "rank,score,id", "zebra: in no passage"},
           Row{"nutgraf-query search news.idx zebra --ok-empty -q -f json", 0, "\"value\":0", ""},
           Row{"nutgraf-query search news.idx river --offset 10 -f json", 1, "\"hits\":[]", ""},
           Row{"nutgraf-query search news.idx '(river'", 2, "", "  (river\n  ^"},
           Row{"nutgraf-query search absent.idx river", 3, "", "absent.idx"},
           Row{"nutgraf-query search docs.jsonl river", 3, "", "docs.jsonl"},
           Row{"NUTGRAF_INDEX=news.idx nutgraf-query search river", 0, "d1", ""},
           Row{"NUTGRAF_INDEX=absent.idx nutgraf-query search river", 3, "", "absent.idx"},
           Row{"nutgraf-query search -i news.idx -- -river", 0, "d 3", ""},
           Row{"nutgraf-query search news.idx river -hill", 2, "", "search INDEX -- river -hill"},
           Row{"nutgraf-query search news.idx 'river w/5 hill'", 2, "", "write river NEAR/5 hill"},
           Row{"nutgraf-query search news.idx river@zebra.org", 1,
               "no passage has it in one piece; 2 passages have some of its words: --plain", "nothing found"},
           Row{"nutgraf-query search news.idx zebra@zebu.org", 1, "", "nothing found"},
           Row{"nutgraf-query count news.idx 'river &'", 0, "2 passages", ""},
           Row{"nutgraf-query count news.idx '? river -' -q", 0, "2 passages", ""},
           Row{"nutgraf-query count news.idx 'river & hill'", 2, "", "may mean any of the words"},
           Row{"nutgraf-query search news.idx 'river && hill' --plain -fcsv", 0, "d2", ""},
           Row{"nutgraf-query search news.idx river -n1 -fcsv", 0, "rank,score,id", ""},
           Row{"nutgraf-query search news.idx 'river source:Psot'", 1, "",
               "no article has source \"Psot\"; did you mean \"Post\"?"},
           Row{"nutgraf-query search news.idx river --source Psot -f jsonl", 1, "", "did you mean \"Post\"?"},
           Row{"nutgraf-query count news.idx 'river source:Psot'", 1, "", "did you mean \"Post\"?"},
           Row{"nutgraf-query search news.idx river --since 2023 --until 2021", 2, "", "--until 2021"},
           Row{"NUTGRAF_INDEX=news.idx nutgraf-query search '/r(i|o)ver/'", 0, "d1", ""},
           Row{"nutgraf-query help search", 0, "--limit", ""},
           Row{"ln -s news.idx plain; NUTGRAF_INDEX=absent.idx nutgraf-query search plain river", 0, "2 of 2\n", ""},
           Row{"ln -s news.idx plain; nutgraf-query plain river", 2, "", "nutgraf-query search plain QUERY"},
           Row{"echo river | nutgraf-query batch news.idx --queries - -n all -f csv", 0, "1,2,", ""},
           Row{"nutgraf-query search news.idx river -n all", 0, "2 of 2\n", ""},
           Row{"nutgraf-query count news.idx river -f trec", 2, "", "--format takes text, json, jsonl, csv or tsv"},
           Row{"nutgraf-query -V", 0, "nutgraf-query ", ""},
           Row{"echo river | nutgraf-query search news.idx -", 0, "2 of 2\n", ""},
           Row{"nutgraf-query search news.idx river -n 1", 0, "1 of 2; more: -n 2\n", ""},
           Row{"nutgraf-query search news.idx river -l", 0, "docs.jsonl\n", ""},
           Row{"nutgraf-query count news.idx river", 0, "2 passages in 2 articles, 3 occurrences\n", ""},
           Row{"nutgraf-query count news.idx river --unit occurrences", 0, "3\n", ""},
           Row{"nutgraf-query count news.idx zebra", 1, "0 passages in 0 articles, 0 occurrences\n",
               "zebra: in no passage"},
           Row{"nutgraf-query count news.idx river hill", 2, "", "--match all -- 'river hill'"},
           Row{"nutgraf-query count news.idx river hill --match all", 0, "1 passage in 1 article", ""},
           Row{"nutgraf-query count news.idx river -f json", 0,
               "{\"query\":\"river\",\"passages\":2,\"articles\":2,\"occurrences\":3}\n", ""},
           Row{"nutgraf-query count news.idx river -f csv", 0, "query,passages,articles,occurrences\nriver,2,2,3\n",
               ""},
           Row{"nutgraf-query show news.idx d1", 0, "The river, \"old\" and <wide>.", ""},
           Row{"nutgraf-query show news.idx 'd2#0' --origin", 0, "https://example.org/2\n", ""},
           Row{"nutgraf-query show news.idx d1 -f json", 0, "\"passages\":[{\"passage\":0,", ""},
           Row{"nutgraf-query show news.idx nobody", 1, "", "no article with the id nobody"},
           Row{"nutgraf-query show news.idx 'd1#9'", 1, "", "no passage 9 in d1"},
           Row{"nutgraf-query terms news.idx 'r*'", 0, "river", ""},
           Row{"nutgraf-query terms news.idx 'zebra*'", 1, "", ""},
           Row{"nutgraf-query analyze news.idx 'The Summit’s Café'", 0, "summit", ""},
           Row{"nutgraf-query explain news.idx 'river hill'", 0, "hill", ""},
           Row{"nutgraf-query kwic news.idx river --width 60", 0, "by the *river*. =SUM", ""},
           Row{"nutgraf-query search news.idx river -o /absent/out.txt", 5, "", "/absent/out.txt"},
           Row{"nutgraf-query search news.idx river > /dev/full", 5, "", "cannot write standard output"},
       }) {
    SUBCASE(row.script) {
      const Outcome outcome = at.sh(row.script);
      CHECK_MESSAGE(outcome.exit == row.exit, outcome.err);
      CHECK_MESSAGE(contains(outcome.out, row.out), outcome.out);
      CHECK_MESSAGE(contains(outcome.err, row.err), outcome.err);
      if (row.exit == 0 || *row.err == '\0') {
        CHECK_MESSAGE(outcome.err.empty(), outcome.err);
      }
    }
  }
}

TEST_CASE("query: a phrase with an accent is also counted without") {
  const Indexed at;
  std::string records;
  const auto add = [&records](int count, const std::string& text) {
    for (; count > 0; --count) {
      records += R"({"lang": "fr", "text": ")" + text + " Numéro " + std::to_string(records.size()) + ".\"}\n";
    }
  };
  add(3, "Le café ouvre.");
  add(2, "Le cafe ferme.");
  add(1, "Le thé est chaud.");
  at.write("fr.jsonl", records);
  REQUIRE(at.sh("nutgraf-index build fr.idx fr.jsonl").exit == 0);
  struct Row {
    const char* arguments;
    const char* said;  // empty = nothing of accents
  };
  for (const Row& row : {
           Row{"'\"le café\"'", "2 more passages without accents: \"le cafe\""},
           Row{"'\"le café ouvre\"'", ""},  // there is no other
           Row{"'\"le cafe\"'", ""},        // finds both
           Row{"café", ""},
           Row{"-p le café", "2 more passages without accents: le cafe"},
           Row{"'\"le café\" -ferme'", ""},
           Row{"'\"le café\"' --since 2020", ""},
           Row{"'\"le café\"' -q", ""},
           Row{"'\"le café\"' -f csv", ""},
       }) {
    CAPTURE(row.arguments);
    const Outcome outcome = at.sh(std::string("nutgraf-query search fr.idx ") + row.arguments);
    const std::string said = outcome.out + outcome.err;
    CHECK_MESSAGE(contains(said, row.said), said);
    CHECK(contains(said, "without accents") == (*row.said != 0));
  }
}

TEST_CASE("query: a closed pipe is no error and leaves no trace") {
  const Indexed at;
  std::string many;
  for (int i = 0; i < 600; ++i) {
    many += "{\"id\": \"b" + std::to_string(i) + "\", \"text\": \"Every river " + std::string(300, 'x') + "\"}\n";
  }
  at.write("many.jsonl", many);
  CHECK(at.sh("nutgraf-index build many.idx many.jsonl").exit == 0);
  const Outcome outcome = at.sh(
      "{ nutgraf-query search many.idx river -f jsonl -n 600; echo $? > code; } | head -n 1 > first; cat code; wc -l < "
      "first");
  CHECK(outcome.out == "0\n1\n");
  CHECK(outcome.err.empty());
}

TEST_CASE("query: -l -0 gives the names of files as they are") {
  const Indexed at;
  at.write("odd/a\xFF%b.txt", "Every river rose.");
  CHECK(at.sh("nutgraf-index build odd.idx odd").exit == 0);
  CHECK(at.sh("nutgraf-query search odd.idx river -l -0 | xargs -0 cat").out == "Every river rose.");
  CHECK(at.sh("nutgraf-query search odd.idx river -l").out.find("a%FF%25b.txt\n") != std::string::npos);
}

TEST_CASE("query: no colours or controls off a terminal, unless asked for") {
  const Indexed at;
  CHECK_FALSE(contains(at.sh("nutgraf-query search news.idx river").out, "\033"));
  CHECK(contains(at.sh("nutgraf-query search news.idx river --color always").out, "\033[1;31mriver\033[0m"));
}

TEST_CASE("query: -o writes the file whole, nothing on standard output, and replaces what was there") {
  const Indexed at;
  at.write("out.csv", std::string(100000, 'x'));
  const Outcome outcome = at.sh("nutgraf-query search news.idx river -f csv -o out.csv && ls");
  CHECK(outcome.exit == 0);
  CHECK(lines_of(read_file(at.path() / "out.csv")) == 3);
  CHECK(lines_of(outcome.out) == 3);  // docs.jsonl news.idx out.csv: no temporary file is left
  CHECK(at.sh("nutgraf-query search news.idx '(river' -o bad.csv").exit == 2);
  CHECK_FALSE(std::filesystem::exists(at.path() / "bad.csv"));
  CHECK(at.sh("nutgraf-query search news.idx river -o /dev/null").exit == 0);
}

TEST_CASE("query: machine formats of one search agree") {
  const Indexed at;
  const auto object = nlohmann::json::parse(at.sh("nutgraf-query search news.idx river -f json").out);
  const std::string lines = at.sh("nutgraf-query search news.idx river -f jsonl").out;
  REQUIRE(object.at("hits").size() == 2);
  CHECK(object.at("total").at("value") == 2);
  std::size_t begin = 0;
  for (const auto& hit : object.at("hits")) {
    const std::size_t end = lines.find('\n', begin);
    CHECK(nlohmann::json::parse(lines.substr(begin, end - begin)) == hit);
    begin = end + 1;
  }
  const std::string trec = at.sh("nutgraf-query search news.idx river -f trec").out;
  CHECK(lines_of(trec) == 2);
  CHECK(contains(trec, "1 Q0 " + object["hits"][0]["id"].get<std::string>() + " 1 "));
  CHECK(contains(at.sh("nutgraf-query search news.idx orchard -f trec").out, "1 Q0 d%203 1 "));
  CHECK(contains(at.sh("nutgraf-query search news.idx wide -f html").out, "&lt;<mark>wide</mark>&gt;"));
}

TEST_CASE("query: jsonl, csv, tsv and trec are the same in two runs") {
  const Indexed at;
  for (const char* format : {"jsonl", "csv", "tsv", "trec", "md", "html", "text"}) {
    const std::string script = std::string("nutgraf-query search news.idx river -f ") + format;
    CHECK_MESSAGE(at.sh(script).out == at.sh(script).out, format);
  }
}

}  // namespace nutgraf::test
