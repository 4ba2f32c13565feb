// SPDX-License-Identifier: GPL-2.0-or-later
// `serve --stdio`: a line for a line.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

using Json = nlohmann::json;

/// A folder with news.idx.
class Served {
 public:
  Served() {
    (void)folder_.write(
        "docs.jsonl",
        "{\"id\": \"d1\", \"title\": \"A river\", \"source\": \"Post\", \"date\": \"2023-06-19\", \"text\": "
        "\"The river rose by the mill. A river, again.\"}\n"
        "{\"id\": \"d2\", \"source\": \"Star\", \"date\": \"2024-01-02\", \"text\": \"Hills by the river.\"}\n"
        "{\"id\": \"d3\", \"source\": \"Star\", \"text\": \"Hills alone, \\u202e and \\u001b[31m red.\"}\n");
    REQUIRE(sh("nutgraf-index build -q news.idx docs.jsonl").exit == 0);
  }

  [[nodiscard]] Outcome sh(const std::string& script) const { return shell(folder_.path(), script); }
  /// What is answered to these lines.
  [[nodiscard]] Outcome ask(const std::string& lines, const std::string& options = "news.idx") const {
    (void)folder_.write("in", lines);
    return sh("nutgraf-query serve --stdio " + options + " < in");
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

 private:
  TempDir folder_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("serve --stdio: every line is answered by one line") {
  const Served at;
  struct Row {
    const char* request;
    const char* reply;  // part of it
  };
  const std::vector<Row> rows = {
      {R"({"id": 1, "view": "count", "query": "river"})",
       R"({"protocol":1,"id":1,"code":0,"view":"count","index":"news","generation":"0001","notes":[],"answer":{"query":"river","passages":2,"articles":2,"occurrences":4}})"},
      {R"({"id": "a\"b", "view": "search", "query": "zebra"})",
       R"({"protocol":1,"id":"a\"b","code":1,"view":"search","index":"news","generation":"0001","notes":["zebra: in no passage"],"answer":{"query":"zebra")"},
      {R"({"id": 3, "view": "search", "query": "(river"})",
       R"({"protocol":1,"id":3,"code":2,"error":{"code":2,"message":)"},
      {R"({"id": 3, "view": "search", "query": "né (river"})", R"("at":3,"caret":"né (river\n   ^"})"},
      {"", R"({"protocol":1,"id":null,"code":2,"error":{"code":2,"message":"the request is not JSON: byte)"},
      {"river", R"("id":null,"code":2,"error")"},
      {R"({"id": 7})", R"({"protocol":1,"id":7,"code":2,"error":{"code":2,"message":"no view given")"},
      {R"({"id": 8, "view": "search"})", R"("id":8,"code":2,"error":{"code":2,"message":"search: no query given")"},
      {R"({"view": "search", "query": " "})", R"("code":2,"error")"},
      {R"({"view": "count", "query": "river hills"})", R"("advice":"say which: match any, all or phrase")"},
      {R"({"view": "count", "query": "river hills", "match": "all"})", R"("passages":1,)"},
      {R"({"view": "search", "query": "river", "limit": "many"})", R"("message":"limit takes )"},
      {R"({"view": "search", "query": "river", "since": "soon"})", R"("code":2,"error")"},
      {R"({"view": "search", "query": "river", "source": "Psot"})", R"(did you mean \"Post\"?)"},
      {R"({"view": "search", "query": "river", "index": "/etc"})", R"("message":"no index `/etc` is served")"},
      {R"({"view": "search", "query": "river", "index": "news", "limit": 1, "fields": ["id"]})",
       R"("hits":[{"id":"d1"}]}})"},
      {R"({"view": "kwic", "query": "river", "per-article": 1})",
       R"("message":"kwic takes no parameter `per-article`")"},
      {R"({"view": "kwic", "query": "river", "fields": ["id"], "limit": 1})", R"("rows":[{"id":"d1"}]})"},
      {R"({"view": "ngrams", "pattern": "river *", "limit": 1})", R"("rows":[{"ngram":"river )"},
      {R"({"view": "count", "query": "@saved"})", R"("code":)"},
      {R"({"view": "show", "article": "1"})", R"("code":1,"error":{"code":1,"message":"news.idx has no article)"},
      {R"({"view": "kwic", "query": "river", "limit": 1, "words": 1})",
       R"("rows":[{"id":"d1","passage":0,"date":"2023-06-19","source":"Post","title":"A river","left":"A ","node":"river")"},
      {R"({"view": "facets", "query": "river", "by": ["source", "year"]})", R"({"field":"year","value":"2023")"},
      {R"({"view": "facets", "query": "river", "by": "colour"})", R"("message":"no facets by `colour`")"},
      {R"({"view": "show", "article": "d1"})", R"("passages":[{"passage":0,"text":"A river\n\nThe river rose)"},
      {R"({"view": "show", "article": "nobody"})", R"("code":1,"error":{"code":1,"message":"news.idx has no article)"},
      {R"({"view": "terms", "pattern": "riv*"})", R"("rows":[{"term":"river","passages":2,"occurrences":4}]})"},
      {R"({"view": "search", "query": "-"})", R"("code":2,"error")"},
      {R"({"view": "about"})", R"("indexes":[{"name":"news","generation":"0001","articles":3,"passages":3)"},
  };
  std::string requests;
  for (const Row& row : rows) {
    requests += std::string(row.request) + "\n";
  }
  const Outcome outcome = at.ask(requests.substr(0, requests.size() - 1));  // the last line without an end
  CHECK(outcome.exit == 0);
  CHECK(outcome.err.empty());
  const std::vector<std::string> replies = lines_of(outcome.out);
  REQUIRE(replies.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO(rows[i].request);
    CHECK_MESSAGE(replies[i].find(rows[i].reply) != std::string::npos, replies[i]);
    CHECK(Json::accept(replies[i]));
  }
}

TEST_CASE("serve --stdio: answers are those of the command line") {
  const Served at;
  struct Row {
    const char* request;
    const char* command;
  };
  for (const Row& row : {
           Row{R"("view": "search", "query": "river")", "search news.idx river"},
           Row{R"("view": "search", "query": "hills", "context": 1, "explain": true)",
               "search news.idx hills -C 1 --explain"},
           Row{R"("view": "similar", "article": "d1")", "similar news.idx d1"},
           Row{R"("view": "count", "query": "river", "since": "2024")", "count news.idx river --since 2024"},
           Row{R"("view": "kwic", "query": "river", "sort": "R1")", "kwic news.idx river --sort R1"},
           Row{R"("view": "trend", "query": "river", "by": "year")", "trend news.idx river --by year"},
           Row{R"("view": "facets", "query": "river")", "facets news.idx river"},
           Row{R"("view": "collocates", "query": "river", "window": "2,1")", "collocates news.idx river --window 2,1"},
           Row{R"("view": "compare", "query": "river")", "compare news.idx river"},
           Row{R"("view": "show", "article": "d1#0")", "show news.idx 'd1#0'"},
           Row{R"("view": "terms")", "terms news.idx"},
           Row{R"("view": "analyze", "text": "The Rivers")", "analyze news.idx The Rivers"},
           Row{R"("view": "explain", "query": "river hills")", "explain news.idx river hills"},
       }) {
    SUBCASE(row.command) {
      const Outcome served = at.ask("{" + std::string(row.request) + "}\n");
      const Outcome ran = at.sh("nutgraf-query " + std::string(row.command) + " -f json");
      CHECK(ran.exit == 0);
      const Json reply = Json::parse(served.out);
      CHECK(reply.at("code") == 0);
      CHECK(reply.at("answer") == Json::parse(ran.out));
    }
  }
}

TEST_CASE("serve: limits of a request") {
  const Served at;
  struct Row {
    const char* request;
    const char* options;
    const char* reply;
  };
  for (const Row& row : {
           Row{R"({"view": "kwic", "query": "river", "limit": 3})", "--max-rows 2", "limit takes at most 2 here"},
           Row{R"({"view": "kwic", "query": "river", "words": 1, "limit": 2})", "--max-rows 2", "\"rows\":[{"},
           Row{R"({"view": "kwic", "query": "river"})", "--max-rows 2", "\"notes\":[\"the first 2 of 4 rows; more: "},
           Row{R"({"view": "kwic", "query": "river", "limit": "all"})", "--max-rows 2", "the first 2 of 4 rows"},
           Row{R"({"view": "kwic", "query": "river", "limit": 2})", "--max-rows 2", "\"notes\":[],"},
           Row{R"({"view": "kwic", "query": "river"})", "--max-rows 4", "\"notes\":[],"},
           Row{R"({"view": "trend", "query": "river", "by": "day"})", "--max-rows 2", "the first 2 of 199 rows"},
           Row{R"({"view": "facets", "query": "river"})", "--max-rows 1", "the first 1 of 2 rows"},
           Row{R"({"view": "collocates", "query": "river"})", "--max-rows 1", "the first 1 of "},
           Row{R"({"view": "terms", "pattern": "r*"})", "--max-rows 1", "the first 1 of 3 rows"},
           Row{R"({"view": "ngrams", "pattern": "the *"})", "--max-rows 1", "the first 1 of 2 rows"},
           Row{R"({"view": "search", "query": "river", "limit": "all"})", "--max-rows 1", "the first 1 of 2 rows"},
           Row{R"({"view": "search", "query": "river", "limit": 1})", "--max-rows 1", "\"notes\":[],"},
           Row{R"({"view": "count", "query": "river"})", "--max-rows 1", "\"notes\":[],"},
           Row{R"({"view": "kwic", "query": "river"})", "--max-bytes 20", "the answer is longer than 20 bytes"},
           Row{R"({"view": "search", "query": "river"})", "--max-bytes 20", "the answer is longer than 20 bytes"},
       }) {
    SUBCASE(row.request) {
      const Outcome outcome = at.ask(std::string(row.request) + "\n", std::string("news.idx ") + row.options);
      CHECK_MESSAGE(outcome.out.find(row.reply) != std::string::npos, outcome.out);
    }
  }
  const Outcome capped = at.ask(R"({"view": "kwic", "query": "river"})", "news.idx --max-rows 2");
  CHECK(Json::parse(capped.out).at("answer").at("rows").size() == 2);
  const Outcome lines = at.ask(std::string((1U << 20U) + 1, ' ') + "\n{\"view\": \"about\"}\n");
  CHECK(lines_of(lines.out).size() == 2);
  CHECK(lines.out.find("longer than 1048576 bytes") != std::string::npos);
}

TEST_CASE("serve: notes say what a date filter hides and what copies add") {
  const TempDir folder;
  const std::string text =
      "The mayor of the harbour town said on Monday that the ferry to the island would stop for a "
      "week, because the pier had been damaged by ice, and that the council would pay for buses "
      "around the bay until the boat sails again, as it did the winter before.";
  std::string lines;
  for (const char* head :
       {R"("id": "a", "date": "2024-01-02")", R"("id": "b", "date": "2024-01-03")", R"("id": "c")"}) {
    lines += "{" + std::string(head) + ", \"text\": \"" + text + (lines.size() > 800 ? " Not a copy." : "") + "\"}\n";
  }
  (void)folder.write("docs.jsonl", lines);
  REQUIRE(shell(folder.path(), "nutgraf-index build -q news.idx docs.jsonl").exit == 0);
  for (const char* view : {"count", "kwic", "facets", "collocates", "trend", "compare", "search"}) {
    CAPTURE(std::string(view));
    const std::string request = R"({"view": ")" + std::string(view) + R"(", "query": "ferry", "since": "2024"})";
    (void)folder.write("in", request + "\n");
    const Outcome served = shell(folder.path(), "nutgraf-query serve --stdio news.idx < in");
    CHECK_MESSAGE(served.out.find("\"+1 undated not shown\"") != std::string::npos, served.out);
    CHECK((served.out.find("1 of 2 articles is a copy") != std::string::npos) == (std::string(view) != "search"));
    const Outcome ran = shell(folder.path(), "nutgraf-query " + std::string(view) + " news.idx ferry --since 2024");
    CHECK((ran.out + ran.err).find("+1 undated not shown") != std::string::npos);
  }
  const Outcome none = shell(folder.path(), "nutgraf-query count news.idx ferry date:none");
  CHECK(none.err.empty());
  const Outcome terms = shell(folder.path(), "nutgraf-query terms news.idx 'ferr*' --since 2024");
  CHECK(terms.err.find("+1 undated not shown") != std::string::npos);
}

TEST_CASE("serve: count takes a unit, and its answer stays an object") {
  const Served at;
  for (const char* unit : {"passages", "articles", "occurrences", "stories"}) {
    const Outcome outcome = at.ask(R"({"view": "count", "query": "river", "unit": ")" + std::string(unit) + "\"}\n");
    const Json answer = Json::parse(outcome.out).at("answer");
    CHECK(answer.at("articles") == 2);
  }
}

TEST_CASE("serve: several indexes have names") {
  const Served at;
  CHECK(at.sh("nutgraf-index build -q hills/old.idx docs.jsonl && cp -r hills hills2").exit == 0);
  const Outcome outcome = at.ask(
      "{\"view\": \"count\", \"query\": \"river\"}\n{\"view\": \"count\", \"query\": \"river\", \"index\": \"old\"}\n",
      "news.idx hills/old.idx");
  CHECK(outcome.out.find("\"message\":\"no index given, and several are served\",\"advice\":\"indexes: news, old\"") !=
        std::string::npos);
  CHECK(outcome.out.find("\"index\":\"old\"") != std::string::npos);
  const Outcome same = at.ask("", "hills/old.idx hills2/old.idx");
  CHECK(same.exit == 2);
  CHECK(same.err.find("would both be served as `old`") != std::string::npos);
  CHECK(at.ask("", "news.idx absent.idx").exit == 3);
}

TEST_CASE("serve --stdio: a rebuild is seen by the next request") {
  const Served at;
  const Outcome outcome = at.sh(
      "mkfifo in out; timeout 60 nutgraf-query serve news.idx --stdio < in > out & exec 3> in 4< out; "
      "ask() { echo '{\"view\": \"count\", \"query\": \"hills\"}' >&3; read -r reply <&4; echo \"$reply\"; }; "
      "ask; echo '{\"id\": \"d4\", \"text\": \"More hills.\"}' >> docs.jsonl; nutgraf-index build -q news.idx "
      "docs.jsonl; "
      "ask; nutgraf-index rollback -q news.idx; ask; rm -r news.idx; ask; nutgraf-index build -q news.idx docs.jsonl; "
      "ask; "
      "exec 3>&-; wait");
  const std::vector<std::string> replies = lines_of(outcome.out);
  REQUIRE_MESSAGE(replies.size() == 5, outcome.out << outcome.err);
  const std::vector<std::string> wanted = {
      "\"generation\":\"0001\",\"notes\":[],\"answer\":{\"query\":\"hills\",\"passages\":2",
      "\"generation\":\"0002\",\"notes\":[],\"answer\":{\"query\":\"hills\",\"passages\":3", "\"passages\":2",
      "\"code\":3,\"error\"", "\"generation\":\"0001\",\"notes\":[],\"answer\":{\"query\":\"hills\",\"passages\":3"};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CHECK_MESSAGE(replies[i].find(wanted[i]) != std::string::npos, replies[i]);
  }
}

TEST_CASE("serve --stdio: signals end it with 130, a closed pipe with 0") {
  const Served at;
  for (const char* signal : {"INT", "TERM"}) {
    const Outcome outcome = at.sh(std::string("mkfifo wait; exec 3<> wait; timeout --preserve-status -s ") + signal +
                                  " 1 nutgraf-query serve news.idx --stdio < wait; echo $?; rm wait");
    CHECK(outcome.out == "130\n");
    CHECK(outcome.err.empty());
  }
  const Outcome closed = at.sh(
      "yes '{\"view\": \"about\"}' | { nutgraf-query serve news.idx --stdio; echo $? > code; } | head -n 1 > first; "
      "cat code");
  CHECK(closed.out == "0\n");
}

}  // namespace nutgraf::test
