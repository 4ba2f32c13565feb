// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A folder with news.idx: article dN holds the words w0 ... wN.
class Indexed {
 public:
  Indexed() {
    std::string lines;
    std::string words;
    for (int i = 0; i < 30; ++i) {
      words += "w" + std::to_string(i) + " ";
      lines += "{\"id\": \"d" + std::to_string(i) + "\", \"text\": \"Words " + words + "end.\"}\n";
    }
    (void)folder_.write("docs.jsonl", lines);
    const Outcome built = sh("nutgraf-index build news.idx docs.jsonl");
    REQUIRE_MESSAGE(built.exit == 0, built.err);
  }
  [[nodiscard]] Outcome sh(const std::string& script) const { return shell(folder_.path(), script); }
  [[nodiscard]] std::string read(std::string_view name) const { return read_file(folder_.path() / name); }
  void write(std::string_view name, std::string_view bytes) const { (void)folder_.write(name, bytes); }

 private:
  TempDir folder_;
};

}  // namespace

TEST_CASE("batch: every row has its qid, empties are in the summary") {
  const Indexed at;
  at.write("q.tsv", "a\tw29\nb\tzebra\nc\tw28\n");
  const Outcome outcome =
      at.sh("nutgraf-query batch news.idx --queries q.tsv -f jsonl --fields id --summary s --timings t");
  CHECK(outcome.exit == 0);
  CHECK(outcome.out ==
        "{\"qid\":\"a\",\"id\":\"d29\"}\n{\"qid\":\"c\",\"id\":\"d28\"}\n{\"qid\":\"c\",\"id\":\"d29\"}\n");
  CHECK(at.read("s") == "a\t1\nb\t0\nc\t2\n");
  const std::string timings = at.read("t");
  CHECK(timings.substr(0, 4) == "a\t1\t");
  CHECK(std::count(timings.begin(), timings.end(), '\t') == 6);
  CHECK(at.sh("nutgraf-query search news.idx --queries q.tsv -f jsonl --fields id").out == outcome.out);
  at.write("none.tsv", "a\tzebra\n");
  CHECK(at.sh("nutgraf-query batch news.idx --queries none.tsv -f trec").exit == 1);
  CHECK(at.sh("nutgraf-query batch news.idx --queries none.tsv -f trec --ok-empty").exit == 0);
  CHECK(at.sh("nutgraf-query batch news.idx --queries absent.tsv").exit == 3);
}

TEST_CASE("batch: the output is the same whatever the number of threads") {
  const Indexed at;
  std::string queries;
  for (int i = 0; i < 200; ++i) {
    queries += "q" + std::to_string(i) + "\tw" + std::to_string(i % 30) + " w" + std::to_string(i * 7 % 30) + "\n";
  }
  at.write("q.tsv", queries);
  for (const char* format : {"trec", "jsonl", "csv", "tsv", "html", "md"}) {
    const std::string script = std::string("nutgraf-query batch news.idx --queries q.tsv -f ") + format + " -j ";
    const std::string one = at.sh(script + "1").out;
    CHECK(one.size() > 1000);
    CHECK_MESSAGE(at.sh(script + "4").out == one, format);
  }
  CHECK(nlohmann::json::parse(at.sh("nutgraf-query batch news.idx --queries q.tsv -f json -j 3").out)
            .at("answers")
            .size() == 200);
}

TEST_CASE("batch: wrong queries are all listed, with file, line, column and caret") {
  const Indexed at;
  at.write("q.tsv", "a\tw29\nb\t(w1 OR\nc\tw28\nc\tw27\nd\tnofield:x\n");
  const Outcome outcome = at.sh("nutgraf-query batch news.idx --queries q.tsv -f jsonl --fields id");
  CHECK(outcome.exit == 2);
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "q.tsv:2:"));
  CHECK(contains(outcome.err, "\n  (w1 OR\n"));
  CHECK(contains(outcome.err, "q.tsv:4:1: the qid c"));
  CHECK(contains(outcome.err, "q.tsv:5:3:"));
  CHECK(contains(outcome.err, "3 queries of q.tsv cannot be read"));
  const Outcome on = at.sh("nutgraf-query batch news.idx --queries q.tsv -f jsonl --fields id --keep-going");
  CHECK(on.exit == 2);
  CHECK(on.out == "{\"qid\":\"a\",\"id\":\"d29\"}\n{\"qid\":\"c\",\"id\":\"d28\"}\n{\"qid\":\"c\",\"id\":\"d29\"}\n");
}

TEST_CASE("batch: queries from standard input are answered one by one") {
  const Indexed at;
  const Outcome outcome = at.sh(
      "mkfifo in out; timeout 20 nutgraf-query batch news.idx --queries - -f tsv --fields id < in > out & "
      "exec 3> in 4< out; read -r head <&4; echo w29 >&3; read -r first <&4; echo w28 >&3; read -r second <&4; exec "
      "3>&-; "
      "wait; echo \"$head/$first/$second\"");
  CHECK(outcome.out == "qid\tid/1\td29/2\td28\n");
}

TEST_CASE("batch: a wrong query on standard input does not end it") {
  const Indexed at;
  const Outcome outcome =
      at.sh("printf 'w29\\n(w1 OR\\nw28\\n' | nutgraf-query batch news.idx --queries - -f tsv --fields id");
  CHECK(outcome.exit == 2);
  CHECK(outcome.out == "qid\tid\n1\td29\n3\td28\n3\td29\n");
  CHECK(contains(outcome.err, "standard input:2:"));
}

TEST_CASE("count: every query from standard input has one line, wrong ones too") {
  const Indexed at;
  at.write("q.tsv", "w29\n(w1 OR\nzebra\nw28\n");
  struct Row {
    const char* options;
    const char* lines;
  };
  for (const Row& row : {Row{"--unit articles", "1\n\n0\n2\n"},
                         Row{"-f tsv",
                             "qid\tquery\tpassages\tarticles\toccurrences\n1\tw29\t1\t1\t1\n2\t(w1 "
                             "OR\t\t\t\n3\tzebra\t0\t0\t0\n4\tw28\t2\t2\t2\n"}}) {
    CAPTURE(row.options);
    const Outcome outcome = at.sh(std::string("nutgraf-query count news.idx --queries - < q.tsv ") + row.options);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out == row.lines);
  }
}

TEST_CASE("queries from standard input: in JSON every query is answered by one line") {
  const Indexed at;
  at.write("q.tsv", "a\tw29\n\nb\t(w1\nc\tzebra\na\tw28\nd\tw28\n");
  struct Row {
    const char* view;
    const char* answer;  // of the first query
    const char* none;    // of one that finds nothing
  };
  for (const Row& row :
       {Row{"batch", "\"hits\":[{\"rank\":1,", "\"hits\":[]}"}, Row{"count", "\"passages\":1,", "\"passages\":0,"},
        Row{"kwic", "\"rows\":[{\"id\":\"d29\",", "\"rows\":[]}"},
        Row{"facets", "\"rows\":[{\"field\":", "\"rows\":[]}"}}) {
    for (const char* format : {"json", "jsonl"}) {
      const Outcome outcome =
          at.sh(std::string("nutgraf-query ") + row.view + " news.idx --queries - < q.tsv -f " + format);
      INFO(row.view << " " << format << "\n" << outcome.out);
      CHECK(outcome.exit == 2);
      CHECK(contains(outcome.err, "standard input:3:"));
      std::vector<std::string> lines;
      std::istringstream out(outcome.out);
      for (std::string line; std::getline(out, line);) {
        lines.push_back(line);
        CHECK(nlohmann::json::accept(line));
      }
      REQUIRE(lines.size() == 5);
      CHECK(contains(lines[0], "{\"qid\":\"a\",\"query\":\"w29\","));
      CHECK(contains(lines[0], row.answer));
      CHECK(contains(lines[1], "{\"qid\":\"b\",\"query\":\"(w1\",\"error\":{\"code\":2,"));
      CHECK(contains(lines[1], "\"at\":0,\"caret\":\"(w1\\n^\"}}"));
      CHECK(contains(lines[2], row.none));
      CHECK(contains(lines[3], "{\"qid\":null,\"query\":null,\"error\":{"));
      CHECK(contains(lines[4], "{\"qid\":\"d\","));
    }
  }
}

TEST_CASE("other views take query files too") {
  const Indexed at;
  at.write("q.tsv", "a\tw29\nb\tw28\n");
  CHECK(at.sh("nutgraf-query count news.idx --queries q.tsv -f csv").out ==
        "qid,query,passages,articles,occurrences\na,w29,1,1,1\nb,w28,2,2,2\n");
  CHECK(at.sh("nutgraf-query count news.idx --queries q.tsv --unit passages").out == "1\n2\n");
  CHECK(contains(at.sh("nutgraf-query kwic news.idx --queries q.tsv -f jsonl").out, "{\"qid\":\"a\",\"id\":\"d29\","));
  const std::string json = at.sh("nutgraf-query kwic news.idx --queries q.tsv -f json").out;
  CHECK(nlohmann::json::parse(json).at("rows").size() == 3);
}

TEST_CASE("eval: measures of a judged run") {
  const Indexed at;
  at.write("q.tsv", "1\tw29\n2\tw28\n3\tzebra\n4\tw1\n");
  at.write("qrels.txt", "1 0 d29 1\n2 0 d28 1\n2 0 d29 1\n3 0 d1 1\n");
  const std::string eval = "nutgraf-query eval news.idx --queries q.tsv --qrels qrels.txt";
  const Outcome text = at.sh(eval);
  CHECK(text.exit == 0);
  CHECK(contains(text.out, "nDCG@10"));
  CHECK(contains(text.out, "mean of 3"));
  const auto object = nlohmann::json::parse(at.sh(eval + " -f json --per-query").out);
  CHECK(object.at("means").at("map").get<double>() == doctest::Approx(2.0 / 3));
  CHECK(object.at("queries").size() == 3);
  CHECK(object["queries"][2]["map"] == 0);
  at.write("passages.txt", "1 0 d29#0 1\n");
  CHECK(nlohmann::json::parse(at.sh("nutgraf-query eval news.idx --queries q.tsv --qrels passages.txt -f json").out)
            .at("means")
            .at("mrr") == 1);
  at.write("other.txt", "x 0 d1 1\n");
  const Outcome other = at.sh("nutgraf-query eval news.idx --queries q.tsv --qrels other.txt");
  CHECK(other.exit == 2);
  CHECK(contains(other.err, "qids"));
}

}  // namespace nutgraf::test
