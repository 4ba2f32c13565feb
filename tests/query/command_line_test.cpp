// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "tests/variable.h"

namespace nutgraf::test {
namespace {

using query::Command;
using query::CommandLine;
using query::QueryOptions;
using Arguments = std::vector<std::string>;

QueryOptions read(const Arguments& arguments, const std::string& index = {}) {
  const Variable variable("NUTGRAF_INDEX", index);
  return query::read_command_line(arguments).options;
}

/// The failure's sentence and advice, each on its line.
std::string refusal(const Arguments& arguments, const std::string& index = {}) {
  try {
    (void)read(arguments, index);
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Usage);
    CHECK(std::string(failure.what()).find('\n') == std::string::npos);
    CHECK_FALSE(failure.advice().empty());
    return std::string(failure.what()) + "\n" + failure.advice();
  }
  return "not refused";
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("which word is INDEX and which are QUERY") {
  struct Row {
    const char* name;
    Arguments arguments;
    std::string variable;  // NUTGRAF_INDEX
    std::string index;
    std::string words;
  };
  for (const Row& row : std::vector<Row>{
           {"first word without a variable", {"search", "anything", "one", "china"}, "", "anything", "one china"},
           {"ends in .idx", {"search", "news.idx", "one", "china"}, "env.idx", "news.idx", "one china"},
           {"has a slash", {"search", "a/b", "china"}, "env.idx", "a/b", "china"},
           {"from the variable", {"search", "one", "china"}, "env.idx", "env.idx", "one china"},
           {"-i", {"search", "-i", "x.idx", "news.idx", "china"}, "env.idx", "x.idx", "news.idx china"},
           {"--index=", {"search", "--index=x.idx", "china"}, "", "x.idx", "china"},
           {"option between", {"search", "news.idx", "one", "-n", "3", "china"}, "", "news.idx", "one china"},
           {"after --",
            {"search", "news.idx", "--", "china", "-taiwan", "--limit"},
            "",
            "news.idx",
            "china -taiwan --limit"},
           {"a/b after -- is no index", {"search", "--", "a/b"}, "env.idx", "env.idx", "a/b"},
           {"-i and --", {"search", "-i", "x", "--", "-china"}, "", "x", "-china"},
           {"a view's name is a word", {"search", "news.idx", "count", "show"}, "", "news.idx", "count show"},
           {"curly quotes",
            {"search", "news.idx", "“One", "China", "principle”"},
            "",
            "news.idx",
            "“One China principle”"},
           {"a regular expression", {"search", "/t(a|ai)wan/"}, "env.idx", "env.idx", "/t(a|ai)wan/"},
           {"another one", {"search", "/colour/"}, "env.idx", "env.idx", "/colour/"},
           {"a query with a slash", {"search", "taiwan NEAR/5 strait"}, "env.idx", "env.idx", "taiwan NEAR/5 strait"},
           {"a field with a slash", {"search", "folder:2024/06", "x"}, "env.idx", "env.idx", "folder:2024/06 x"},
           {"a regular expression after INDEX", {"search", "a/b", "/x/"}, "env.idx", "a/b", "/x/"},
           {"no variable", {"search", "/t(a|ai)wan/", "x"}, "", "/t(a|ai)wan/", "x"},
           {"attached values", {"search", "news.idx", "a", "-n3", "-fjsonl", "-j2", "-C1", "b"}, "", "news.idx", "a b"},
           {"a dash among words", {"search", "news.idx", "a", "-", "b"}, "", "news.idx", "a - b"},
           {"a dash after --", {"search", "news.idx", "--", "-"}, "", "news.idx", "-"},
           {".idx alone is no ending", {"search", ".idx", "b"}, "env.idx", "env.idx", ".idx b"},
           {"show", {"show", "news.idx", "a#1"}, "", "news.idx", "a#1"},
           {"terms without a pattern", {"terms", "news.idx"}, "", "news.idx", ""},
           {"queries from a file", {"count", "news.idx", "--queries", "q"}, "", "news.idx", ""},
       }) {
    SUBCASE(row.name) {
      const QueryOptions options = read(row.arguments, row.variable);
      CHECK(options.index == row.index);
      CHECK(options.words == row.words);
    }
  }
}

TEST_CASE("wrong usage says what was wrong and what to type") {
  struct Row {
    const char* name;
    Arguments arguments;
    const char* part;
  };
  for (const Row& row : std::vector<Row>{
           {"no command", {}, "search, batch"},
           {"unknown command", {"frobnicate"}, "search, batch"},
           {"later command", {"chart", "news.idx", "x"}, "search, batch"},
           {"no index", {"search"}, "NUTGRAF_INDEX"},
           {"no query", {"search", "news.idx"}, "`news.idx` was read as INDEX"},
           {"blank query", {"search", "news.idx", "  "}, "no query given"},
           {"no id", {"show", "news.idx"}, "no ID given"},
           {"unknown option", {"search", "news.idx", "x", "--no-such-option"}, "no option --no-such-option"},
           {"unknown option with a value", {"search", "news.idx", "x", "--no-such=1"}, "no option --no-such\n"},
           {"unknown letter", {"search", "news.idx", "x", "-z"}, "no option -z"},
           {"a bundle", {"search", "news.idx", "x", "-ql"}, "no option -ql"},
           {"a word with a minus",
            {"search", "news.idx", "china", "-taiwan"},
            "search INDEX -- china -taiwan, or: china NOT taiwan"},
           {"-india is no -i", {"search", "-i", "news.idx", "china", "-india"}, "-- china -india, or: china NOT india"},
           {"attached all", {"search", "news.idx", "x", "-nall"}, "type -n all; "},
           {"attached article", {"search", "news.idx", "x", "-Carticle"}, "type -C article; "},
           {"attached half a number", {"search", "news.idx", "x", "-n5x"}, "type -n 5x; "},
           {"attached misspelt format", {"search", "news.idx", "x", "-fcvs"}, "did you mean -fcsv? "},
           {"a word behind -n", {"search", "news.idx", "x", "-nobel"}, "no option -nobel\nto leave a word out"},
           {"a path behind -o", {"search", "news.idx", "x", "-oout"}, "no option -oout"},
           {"near command", {"serach", "news.idx", "x"}, "did you mean nutgraf-query search?"},
           {"help of no command", {"help", "serach"}, "did you mean nutgraf-query search?"},
           {"near option", {"search", "news.idx", "x", "--limt", "3"}, "did you mean --limit?"},
           {"near format", {"search", "news.idx", "x", "-f", "cvs"}, "did you mean --format csv?"},
           {"near choice", {"search", "news.idx", "x", "--match", "phrse"}, "did you mean --match phrase?"},
           {"unknown field",
            {"search", "news.idx", "x", "--where", "bogus=CHN"},
            "--where bogus=CHN: there is no field"},
           {"near field", {"search", "news.idx", "x", "--where", "sorce=CHN"}, "did you mean source:?"},
           {"since is no field", {"search", "news.idx", "x", "--where", "since=2023"}, "there is no field"},
           {"since",
            {"search", "news.idx", "x", "--since", "last year"},
            "--since last year: no such day\nit takes a day"},
           {"until", {"search", "news.idx", "x", "--until", "7q"}, "--until 7q: no such day"},
           {"since after until",
            {"search", "news.idx", "x", "--since", "2023", "--until", "2021"},
            "no day meets both --since 2023 and --until 2021"},
           {"since and a date",
            {"search", "news.idx", "x", "--since", "2023", "--where", "date=2021"},
            "no day meets both --since 2023 and --where date=2021"},
           {"since in the future", {"search", "news.idx", "x", "--since", "9990", "--until", "1d"}, "--until 1d"},
           {"a bad date",
            {"search", "news.idx", "x", "--where", "date=soon"},
            "--where date=soon: \"soon\" is not a date"},
           {"a bad limit", {"search", "news.idx", "x", "--where", "after=1..2"}, "is not a date or range of dates"},
           {"language of a field", {"search", "news.idx", "x", "--where", "lang=zz"}, "there is no such language"},
           {"a range turned round", {"search", "news.idx", "x", "--where", "date=2023..2021"}, "begins after it ends"},
           {"language", {"search", "news.idx", "x", "--lang", "zz"}, "--lang zz: there is no such language"},
           {"no value at the end", {"search", "news.idx", "x", "--limit"}, "--limit needs a value"},
           {"an option for a value", {"search", "news.idx", "x", "--limit", "--quiet"}, "--limit needs a value"},
           {"a short option for a value", {"search", "news.idx", "x", "-o", "-q"}, "--output needs a value"},
           {"empty value", {"search", "news.idx", "x", "--source", ""}, "--source needs a value"},
           {"empty value after =", {"search", "news.idx", "x", "--source="}, "--source needs a value"},
           {"flag with a value", {"search", "news.idx", "x", "--quiet=yes"}, "--quiet takes no value"},
           {"negative limit", {"search", "news.idx", "x", "--limit", "-1"}, "--limit takes a whole number from 0"},
           {"negative offset", {"search", "news.idx", "x", "--offset", "-5"}, "not `-5`"},
           {"negative offset after =", {"search", "news.idx", "x", "--offset=-5"}, "--offset takes a whole number"},
           {"no number", {"search", "news.idx", "x", "--limit", "x"}, "--limit"},
           {"half a number", {"search", "news.idx", "x", "--limit", "10x"}, "`10x`"},
           {"fraction", {"search", "news.idx", "x", "--limit", "1.5"}, "`1.5`"},
           {"too large", {"search", "news.idx", "x", "--limit", "99999999999999999999"}, "--limit"},
           {"no passages",
            {"search", "news.idx", "x", "--per-article", "0"},
            "--per-article takes a whole number from 1"},
           {"format", {"search", "news.idx", "x", "--format", "yaml"}, "jsonl"},
           {"format of another command",
            {"count", "news.idx", "x", "-f", "trec"},
            "--format takes text, json, jsonl, csv or tsv, not `trec`"},
           {"match", {"search", "news.idx", "x", "--match", "some"}, "any, all or phrase"},
           {"scope", {"search", "news.idx", "x", "--scope", "sentence"}, "passage or article"},
           {"sort", {"search", "news.idx", "x", "--sort", "newest"}, "relevance, date or -date"},
           {"sort of kwic", {"kwic", "news.idx", "x", "--sort", "R6"}, "L1 to L5"},
           {"sort of collocates", {"collocates", "news.idx", "x", "--sort", "chi2"}, "logdice, mi, mi3"},
           {"by", {"trend", "news.idx", "x", "--by", "decade"}, "day, week, month or year"},
           {"window", {"collocates", "news.idx", "x", "--window", "1,x"}, "--window takes a whole number"},
           {"measures", {"eval", "news.idx", "--queries", "q", "--qrels", "r", "--measures", "f1"}, "map, ndcg@K"},
           {"permutations",
            {"eval", "news.idx", "--queries", "q", "--qrels", "r", "--permutations", "99"},
            "from 10000"},

           {"field", {"search", "news.idx", "x", "-f", "csv", "--fields", "id,colour"}, "meta.KEY"},
           {"near field to write",
            {"search", "news.idx", "x", "-f", "csv", "--fields", "id,scroe"},
            "did you mean score?"},
           {"fields in text", {"search", "news.idx", "x", "--fields", "id"}, "--format csv"},
           {"excel in json", {"search", "news.idx", "x", "-f", "json", "--excel"}, "--excel needs csv or tsv"},
           {"where", {"search", "news.idx", "x", "--where", "colour"}, "--where takes FIELD=VALUE (fields: "},
           {"k1", {"search", "news.idx", "x", "--k1", "nan"}, "--k1 takes a number"},
           {"b", {"search", "news.idx", "x", "--b", "1.5"}, "from 0 to 1"},
           {"-0 alone", {"search", "news.idx", "x", "-0"}, "-0 needs -l"},
           {"-l in json", {"search", "news.idx", "x", "-l", "-f", "json"}, "origin.path"},
           {"batch without a file", {"batch", "news.idx"}, "batch needs --queries FILE"},
           {"batch with a query", {"batch", "news.idx", "--queries", "q", "china"}, "unexpected argument `china`"},
           {"query and file", {"search", "news.idx", "china", "--queries", "q"}, "unexpected argument `china`"},
           {"eval without judgments", {"eval", "news.idx", "--queries", "q"}, "eval needs --qrels FILE"},
           {"bad UTF-8", {"search", "news.idx", "caf\xE9"}, "not UTF-8: byte 4"},
           {"half a surrogate pair", {"search", "news.idx", "a\xED\xA0\x80"}, "not UTF-8: byte 2"},
           {"above U+10FFFF", {"search", "news.idx", "\xF4\x90\x80\x80"}, "not UTF-8: byte 1"},
           {"option of another command", {"show", "news.idx", "x", "--limit", "3"}, "show has no option --limit"},
       }) {
    SUBCASE(row.name) {
      const std::string said = refusal(row.arguments);
      CHECK_MESSAGE(contains(said, row.part), said);
    }
  }
}

TEST_CASE("values reach the options") {
  const QueryOptions o = read({"search",    "news.idx",
                               "china",     "-n",
                               "5",         "--offset=20",
                               "-f",        "csv",
                               "--fields",  "id,meta.x",
                               "--fields",  "score",
                               "-o",        "out.csv",
                               "-p",        "--since",
                               "2023",      "--until",
                               "2023-05",   "--source",
                               "A",         "--source",
                               "B",         "--lang",
                               "en",        "--where",
                               "tag=a=b",   "--per-article",
                               "3",         "--all-copies",
                               "--sort",    "-date",
                               "-C",        "2",
                               "--k1",      "1.2",
                               "--b",       "0.75",
                               "--excel",   "--exact-total",
                               "--explain", "-q",
                               "-j",        "4",
                               "--width",   "100",
                               "--color",   "never"});
  CHECK(o.command == Command::Search);
  CHECK(o.request.limit == 5);
  CHECK(o.request.offset == 20);
  CHECK(o.output.format == format::FormatName::Csv);
  CHECK(o.output.fields == Arguments{"id", "meta.x", "score"});
  CHECK(o.output.file == "out.csv");
  CHECK(o.request.match == bind::MatchMode::Phrase);
  CHECK(o.request.per_article == 3);
  CHECK(o.request.copies == search::Copies::All);
  CHECK(o.request.sort == search::SortBy::Newest);
  CHECK(o.context.passages == 2);
  CHECK(o.request.k1 == doctest::Approx(1.2));
  CHECK(o.request.b == doctest::Approx(0.75));
  CHECK(o.request.totals == search::Totals::Exact);
  CHECK(o.request.explain == search::Explain::Yes);
  CHECK(o.output.excel);
  CHECK(query::is_quiet(o));
  CHECK(o.many.threads == 4);
  CHECK(o.output.width == 100);
  CHECK(o.console.color == cli::When::Never);
  std::string typed;
  for (const bind::Filter& filter : o.request.filters) {
    typed += filter.typed + ";";
  }
  CHECK(typed == "--since 2023;--until 2023-05;--source A;--source B;--lang en;--where tag=a=b;");
}

TEST_CASE("attached values, all rows, spans of days and fields in any case reach the options") {
  const QueryOptions o = read({"search", "news.idx", "x", "-n3", "-fjsonl", "-j2", "-C1", "--since", "7d", "--where",
                               "SOURCE=CHN", "--lang", "german"});
  CHECK(o.request.limit == 3);
  CHECK(o.output.format == format::FormatName::Jsonl);
  CHECK(o.many.threads == 2);
  CHECK(o.context.passages == 1);
  REQUIRE(o.request.filters.size() == 3);
  CHECK(std::holds_alternative<bind::DaySpan>(o.request.filters[0].demand));
  CHECK(std::get<bind::FieldValue>(o.request.filters[1].demand).name == "source");
  CHECK(bind::language_of(o.request.filters[2]) == "de");
  CHECK(read({"search", "news.idx", "x", "-n", "all"}).request.limit == 0xFFFFFFFF);
}

TEST_CASE("the last of an option given twice counts") {
  const QueryOptions o = read({"search", "news.idx", "x", "-n", "5", "--limit", "7", "-p", "--match", "all"});
  CHECK(o.request.limit == 7);
  CHECK(o.request.match == bind::MatchMode::All);
  CHECK(read({"search", "news.idx", "x", "--match", "all", "-p"}).request.match == bind::MatchMode::Phrase);
  CHECK(read({"kwic", "news.idx", "x", "--words", "7", "--chars", "9"}).view.concordance.context.count == 9);
  CHECK(read({"kwic", "news.idx", "x", "--chars", "9", "--words", "7"}).view.concordance.context.count == 7);
}

TEST_CASE("-n all is all of them in every view") {
  for (const char* command : {"search", "count", "kwic", "trend", "facets", "collocates", "compare", "explain"}) {
    CHECK(read({command, "news.idx", "x", "-n", "all"}).request.limit == 0xFFFFFFFF);
  }
  CHECK(read({"batch", "news.idx", "--queries", "q", "-n", "all"}).request.limit == 0xFFFFFFFF);
  CHECK(read({"batch", "news.idx", "--queries", "q", "-f", "trec", "-n", "all"}).request.limit == 0xFFFFFFFF);
  CHECK(read({"eval", "news.idx", "--queries", "q", "--qrels", "r", "-n", "all"}).request.limit == 0xFFFFFFFF);
  CHECK(read({"similar", "news.idx", "x", "-n", "all"}).request.limit == 0xFFFFFFFF);
}

TEST_CASE("limits, syntax and texts where nothing is said") {
  struct Row {
    const char* name;
    Arguments arguments;
    std::uint64_t limit;
    bind::Syntax syntax;
    search::Texts texts;
  };
  constexpr std::uint64_t kEverything = 0xFFFFFFFF;
  for (const Row& row : std::vector<Row>{
           {"search", {"search", "i.idx", "x"}, 10, bind::Syntax::Full, search::Texts::Full},
           {"search jsonl", {"search", "i.idx", "x", "-f", "jsonl"}, 10, bind::Syntax::Full, search::Texts::Full},
           {"batch", {"batch", "i.idx", "--queries", "q"}, 10, bind::Syntax::Full, search::Texts::Full},
           {"trec", {"batch", "i.idx", "--queries", "q", "-f", "trec"}, 1000, bind::Syntax::Full, search::Texts::None},
           {"eval",
            {"eval", "i.idx", "--queries", "q", "--qrels", "r"},
            1000,
            bind::Syntax::Plain,
            search::Texts::None},
           {"eval with syntax",
            {"eval", "i.idx", "--queries", "q", "--qrels", "r", "--no-plain"},
            1000,
            bind::Syntax::Full,
            search::Texts::None},
           {"plain", {"search", "i.idx", "x", "--plain"}, 10, bind::Syntax::Plain, search::Texts::Full},
           {"kwic", {"kwic", "i.idx", "x"}, kEverything, bind::Syntax::Full, search::Texts::Full},
           {"terms", {"terms", "i.idx"}, kEverything, bind::Syntax::Full, search::Texts::Full},
       }) {
    SUBCASE(row.name) {
      const search::Request request = read(row.arguments).request;
      CHECK(request.limit == row.limit);
      CHECK(request.syntax == row.syntax);
      CHECK(request.texts == row.texts);
      CHECK(request.per_article == 1);
    }
  }
}

TEST_CASE("help and version") {
  const auto text = [](const Arguments& arguments) { return query::read_command_line(arguments).text; };
  CHECK(contains(text({"--help"}), "search"));
  CHECK(contains(text({"help"}), "search"));
  CHECK(contains(text({"--version"}), "nutgraf-query 0"));
  CHECK(contains(text({"-V"}), "nutgraf-query 0"));
  for (const std::string command : {"search", "batch", "similar", "count", "kwic", "trend", "facets", "collocates",
                                    "compare", "show", "terms", "analyze", "explain", "eval"}) {
    CAPTURE(command);
    const std::string help = text({command, "--help"});
    CHECK(contains(help, "Usage: nutgraf-query " + command + " INDEX"));
    CHECK(contains(help, "Examples:\n  nutgraf-query " + command));
    CHECK(contains(help, "-i,--index DIR"));
    CHECK(contains(help, "(default text)"));
    CHECK(text({"help", command}) == help);
    CHECK(text({command, "x", "-h"}) == help);
  }
  CHECK(contains(text({"search", "--help"}), "text|md|json|jsonl|csv|tsv|trec|html"));
  CHECK(contains(text({"count", "--help"}), "-f,--format text|json|jsonl|csv|tsv\n"));
  CHECK(contains(text({"batch", "--help"}), "-n,--limit N|all"));
  CHECK(read({"search", "x.idx", "--", "--help"}).words == "--help");
}

TEST_CASE("options of the views") {
  CHECK(read({"trend", "i.idx", "x", "--by", "week"}).view.period == view::Period::Week);
  CHECK(read({"trend", "i.idx", "x"}).view.period == view::Period::Month);
  CHECK(read({"facets", "i.idx", "x", "--by", "source", "--by", "meta.desk"}).view.facets ==
        std::vector<std::string>{"source", "meta.desk"});
  const query::QueryOptions kwic = read({"kwic", "i.idx", "x", "--sort", "R1,L2,node", "--sample", "5", "--seed", "9"});
  CHECK(kwic.view.concordance.sort == view::SortKeys{1, -2, 0});
  CHECK(kwic.view.concordance.sample == 5U);
  CHECK(kwic.view.concordance.seed == 9);
  CHECK(kwic.view.concordance.context.unit == view::ContextUnit::Characters);
  CHECK(read({"kwic", "i.idx", "x", "--words", "7"}).view.concordance.context.count == 7);
  CHECK(read({"kwic", "i.idx", "x", "--words", "7"}).view.concordance.context.unit == view::ContextUnit::Words);
  const query::QueryOptions near = read({"collocates", "i.idx", "x", "--window", "1,0", "--sentence", "--sort", "ll"});
  CHECK(near.view.collocates.span.before == 1);
  CHECK(near.view.collocates.span.after == 0);
  CHECK(near.view.collocates.limit == view::SpanLimit::Sentence);
  CHECK(near.view.collocate_sort == query::Measured::Ll);
  CHECK(read({"collocates", "i.idx", "x", "--window", "3"}).view.collocates.span.after == 3);
  CHECK(read({"compare", "i.idx", "x", "--against", "y z"}).view.against == "y z");
  CHECK(read({"search", "i.idx", "x", "--expand"}).request.feedback == search::Feedback::Expand);
  CHECK(read({"search", "i.idx", "x", "--rank", "bm25"}).request.rank == search::RankBy::Words);
  CHECK(read({"similar", "i.idx", "a#1"}).words == "a#1");
  const query::QueryOptions eval = read({"eval", "i.idx", "--queries", "q", "--qrels", "r", "--measures", "map,p@5"});
  CHECK(eval.eval.measures.size() == 2);
}

}  // namespace nutgraf::test
