// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/parameters.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>

#include "core/base/failure.h"
#include "query/command_line.h"

namespace nutgraf::serve {
namespace {

/// The command line that a request becomes, or what is wrong with it.
std::string line_of(std::string_view json) {
  Request request;
  try {
    read_request(json, request);
    return fmt::format("{}", fmt::join(arguments_of(request, view_named(request.view)), " "));
  } catch (const Failure& failure) {
    return failure.advice().empty() ? failure.what() : fmt::format("{}: {}", failure.what(), failure.advice());
  }
}

}  // namespace

TEST_CASE("a request becomes a command line") {
  struct Row {
    const char* json;
    const char* line;  // or the beginning of what is wrong
  };
  for (const Row& row : {
           Row{R"({"view": "search", "query": "one china", "limit": 5})", "search --limit=5 -- one china"},
           Row{R"({"query": "-o x", "view": "search"})", "search -- -o x"},
           Row{R"({"view": "search", "query": "--output=x"})", "search -- --output=x"},
           Row{R"({"view": "search", "query": "a", "sort": "-date", "k1": 1.25})",
               "search --sort=-date --k1=1.25 -- a"},
           Row{R"({"view": "search", "query": "a", "where": ["tag=x", "section=a=b"], "since": null})",
               "search --where=tag=x --where=section=a=b -- a"},
           Row{R"({"view": "search", "query": "a", "plain": true, "expand": false})", "search --plain -- a"},
           Row{R"({"view": "facets", "query": "a", "by": ["source", "tag"]})", "facets --by=source --by=tag -- a"},
           Row{R"({"view": "search", "query": "a*", "max-clauses": 9, "max-expansions": 5000})",
               "search --max-clauses=9 --max-expansions=5000 -- a*"},
           Row{R"({"view": "terms", "all-spellings": true})", "terms --all-spellings -- "},
           Row{R"({"view": "facets", "query": "war", "by": "year", "dispersion": true})",
               "facets --by=year --dispersion -- war"},
           Row{R"({"view": "similar", "article": "a", "max-clauses": 9})", "similar takes no parameter `max-clauses`"},
           Row{R"({"view": "show", "article": "a#1"})", "show -- a#1"},
           Row{R"({"view": "terms"})", "terms -- "},
           Row{R"({"view": "search", "query": "a", "fields": ["id", "text"]})",
               "search --fields=id --fields=text -- a"},
           Row{R"({"view": "search", "query": "a", "query": "b"})", "search -- b"},
           Row{R"({"view": "search", "query": ["a", "b"]})", "`query` is given 2 times"},
           Row{R"({"view": "search", "query": "a", "limit": [1, 2]})", "`limit` is given 2 times"},
           Row{R"({"view": "search", "query": "a", "plain": "yes"})", "`plain` takes true or false, not `yes`"},
           Row{R"({"view": "search", "query": {"a": 1}})", "`query` takes text, a number"},
           Row{R"({"view": "search", "query": [[["a"]]]})", "the request is nested too deep"},
           Row{R"({"view": "search", "query": "a", "output": "/tmp/x"})", "search takes no parameter `output`"},
           Row{R"({"view": "search", "query": "a", "queries": "/etc/passwd"})", "search takes no parameter `queries`"},
           Row{R"({"view": "search", "query": "a", "pager": "always"})", "search takes no parameter `pager`"},
           Row{R"({"view": "search", "query": "a", "summary": "x"})", "search takes no parameter `summary`"},
           Row{R"({"view": "search", "query": "a", "limit=5 --output": "x"})", "search takes no parameter"},
           Row{R"({"view": "kwic", "query": "a", "smaple": 3})",
               "kwic takes no parameter `smaple`: did you mean sample?"},
           Row{R"({"view": "eval", "qrels": "/etc/passwd"})", "there is no view `eval`"},
           Row{R"({"view": "batch", "query": "a"})", "there is no view `batch`"},
           Row{R"({"view": "serve", "index": "x"})", "there is no view `serve`"},
           Row{R"({"query": "a"})", "no view given: views: search, "},
           Row{R"({"view": "search", "query": "a", "protocol": 2})", "this is protocol 1, not 2"},
           Row{R"({"view": "search", "id": [1]})", "`id` takes text or a number"},
           Row{R"(["search"])", "the request is not a JSON object"},
           Row{R"({"view": "search")", "the request is not JSON: byte "},
           Row{R"({"view": "search", "limit": 1e999})", "a number of the request is too large"},
           Row{"", "the request is not JSON: byte "},
           Row{"{\"view\": \"\xFF\"}", "the request is not UTF-8: byte 11 is invalid"},
       }) {
    SUBCASE(row.json) {
      CHECK(line_of(row.json).starts_with(row.line));
      CHECK_MESSAGE(line_of(row.json).starts_with(row.line), line_of(row.json));
    }
  }
}

TEST_CASE("every parameter of a view is an option of its command, and none names a file, a program or an index") {
  for (const ViewRow& view : views()) {
    const std::vector<std::string> ask = {std::string(view.view), "--help"};
    const std::string help = query::read_command_line(ask).text;
    for (const std::string_view name : view.names) {
      INFO(view.view << " " << name);
      const std::size_t place = help.find(fmt::format("--{}", name));
      REQUIRE(place != std::string::npos);
      const std::string line = help.substr(place, help.find('\n', place) - place);
      CHECK_MESSAGE(line.find("FILE") == std::string::npos, line);
      CHECK_MESSAGE(line.find("DIR") == std::string::npos, line);
    }
  }
}

}  // namespace nutgraf::serve
