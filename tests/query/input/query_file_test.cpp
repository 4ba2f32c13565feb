// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/input/query_file.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

using input::NamedQuery;
using input::QueryReader;

/// "qid=text" a query, or what a line was refused with.
std::vector<std::string> read(input::QueryReader reader, const std::vector<std::string>& lines) {
  std::vector<std::string> found;
  for (const std::string& line : lines) {
    try {
      if (const auto query = reader.next(line)) {
        found.push_back(query->qid + "=" + query->text);
      }
    } catch (const Failure& failure) {
      CHECK(failure.code() == ExitCode::Usage);
      found.emplace_back(failure.what());
    }
  }
  return found;
}

}  // namespace

TEST_CASE("files of queries") {
  struct Row {
    const char* name;
    const char* file;
    std::vector<std::string> lines;
    std::vector<std::string> found;
  };
  for (const Row& row : std::vector<Row>{
           {"qid and query", "q.tsv", {"q1\triver", "q2\t\"one china\""}, {"q1=river", "q2=\"one china\""}},
           {"lines are numbered, blank ones too", "q.txt", {"river", "", "  ", "hill"}, {"1=river", "4=hill"}},
           {"BOM and CRLF", "q.tsv", {"\xEF\xBB\xBFq1\triver\r", "q2\thill\r"}, {"q1=river", "q2=hill"}},
           {"BOM alone", "q.tsv", {"\xEF\xBB\xBF\r", "hill\r"}, {"2=hill"}},
           {"no comments", "q.txt", {"# river"}, {"1=# river"}},
           {"a later tab belongs to the query", "q.tsv", {"q1\ta\tb"}, {"q1=a\tb"}},
           {"repeated qid",
            "q.tsv",
            {"q1\ta", "q1\tb", "q2\tc"},
            {"q1=a", "q.tsv:2:1: the qid q1 occurs on an earlier line too", "q2=c"}},
           {"tab missing", "q.tsv", {"q1\ta", "b"}, {"q1=a", "q.tsv:2:1: no qid and tab, which the lines before have"}},
           {"tab too much",
            "q.txt",
            {"a", "q\tb"},
            {"1=a", "q.txt:2:1: a qid and tab, which the lines before have not"}},
           {"empty qid", "q.tsv", {"\ta"}, {"q.tsv:1:1: no qid before the tab"}},
           {"not UTF-8", "q.txt", {"caf\xE9", "hill"}, {"q.txt:1:4: not UTF-8", "2=hill"}},
           {"half a surrogate pair", "q.txt", {"é\xED\xA0\x80", "hill"}, {"q.txt:1:2: not UTF-8", "2=hill"}},
           {"json lines",
            "q.jsonl",
            {R"({"_id": "a", "text": "x\ty"})", R"({"qid": 7, "query": "z"})", R"({"text": "w"})"},
            {"a=x\ty", "7=z", "3=w"}},
           {"broken json",
            "q.jsonl",
            {"{\"text\":", "[1]", "{\"qid\": \"a\"}"},
            {"q.jsonl:1:1: no JSON object", "q.jsonl:2:1: no JSON object",
             "q.jsonl:3:1: no \"text\" or \"query\" in the object"}},
           {"json text in a plain file is a query", "q.txt", {"{\"text\": \"x\"}"}, {"1={\"text\": \"x\"}"}},
       }) {
    SUBCASE(row.name) {
      CHECK(read(input::query_reader(row.file), row.lines) == row.found);
    }
  }
}

TEST_CASE("places of errors are columns of the file") {
  input::QueryReader reader = input::query_reader("q.tsv");
  const auto query = reader.next("é1\t(river");
  REQUIRE(query);
  CHECK(reader.where(*query, 0) == "q.tsv:1:4");
  CHECK(reader.where(*query, 3) == "q.tsv:1:7");
  input::QueryReader json = input::query_reader("q.jsonl");
  const auto other = json.next("{\"text\": \"(river\"}");
  REQUIRE(other);
  CHECK(json.where(*other, 3) == "q.jsonl:1:1");
}

TEST_CASE("reading a file") {
  const TempDir temp;
  const auto file = temp.write("q.txt", "a\n\nb");
  CHECK(input::read_lines(file.string()) == std::vector<std::string>{"a", "", "b"});
  for (const std::string& missing : {(temp.path() / "absent").string(), temp.path().string()}) {
    try {
      (void)input::read_lines(missing);
      FAIL("no failure");
    } catch (const Failure& failure) {
      CHECK(failure.code() == ExitCode::Missing);
      CHECK(std::string(failure.what()).find(missing) != std::string::npos);
    }
  }
}

}  // namespace nutgraf::test
