// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

constexpr const char* kArticles =
    R"json({"id": "a", "title": "Ferries", "text": "The ferry left the pier. A ferry is a boat.", "date": "2024-01-31", "source": "Post", "tags": ["sea"], "lang": "en", "desk": "Harbour"}
{"id": "b", "text": "No ferry today, said the master; the pier is ice.", "date": "2024-03-02", "source": "Herald", "authors": ["=SUM(1)"], "lang": "en", "desk": "harbour"}
{"id": "c", "text": "Ferry! A pier, a boat.", "source": "post", "lang": "en"}
{"id": "d", "text": "Der Pier und das Boot.", "date": "2024-03-02", "source": "Blatt", "lang": "de"}
)json";

/// A folder with news.idx of four articles.
class Views {
 public:
  Views() {
    (void)folder_.write("docs.jsonl", kArticles);
    const Outcome built = shell(folder_.path(), "nutgraf-index build news.idx docs.jsonl");
    REQUIRE_MESSAGE(built.exit == 0, built.err);
  }
  [[nodiscard]] Outcome sh(const std::string& script) const { return shell(folder_.path(), script); }
  [[nodiscard]] std::string out(const std::string& arguments) const {
    const Outcome outcome = sh("nutgraf-query " + arguments);
    CHECK_MESSAGE(outcome.exit == 0, arguments << ": " << outcome.err);
    return outcome.out;
  }
  void write(std::string_view name, std::string_view bytes) const { (void)folder_.write(name, bytes); }

 private:
  TempDir folder_;
};

struct ViewKeys {
  const char* view;
  std::vector<std::string> keys;
};

const std::vector<ViewKeys>& view_keys() {
  static const std::vector<ViewKeys> all = {
      {"count", {"query", "passages", "articles", "occurrences"}},
      {"kwic", {"id", "passage", "date", "source", "title", "left", "node", "right", "start", "end"}},
      {"trend", {"bucket", "from", "to", "passages", "articles", "occurrences", "tokens", "per_million"}},
      {"facets", {"field", "value", "passages", "articles", "occurrences", "tokens", "per_million"}},
      {"collocates", {"word", "f_pair", "f_word", "logdice", "mi", "mi3", "t", "ll"}},
      {"compare", {"word", "f_a", "f_b", "per_million_a", "per_million_b", "ll", "log_ratio"}}};
  return all;
}

/// Each of them once, whatever stands at its position.
constexpr const char* kMarkedWords =
    R"json({"id": "a", "text": "A state. The vote .States may appeal, say two states.", "lang": "en"}
{"id": "b", "text": "The state's debt, a #state, @states and .state of the states'.", "lang": "en"}
{"id": "c", "text": "The U.S. fleet, the U.S's crew; 1,000 or 1000, and 1,000's.", "lang": "en"}
{"id": "d", "text": "It ended.States voted. .States's", "lang": "en"}
)json";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string out;
  for (const std::string& word : words) {
    out += (out.empty() ? "" : between) + word;
  }
  return out;
}

}  // namespace

TEST_CASE("views: a word counts once, whatever marks stand around it") {
  const TempDir folder;
  (void)folder.write("docs.jsonl", kMarkedWords);
  const Outcome built = shell(folder.path(), "nutgraf-index build news.idx docs.jsonl");
  REQUIRE_MESSAGE(built.exit == 0, built.err);
  struct Row {
    const char* query;
    const char* counts;  // passages, articles, occurrences
  };
  for (const Row& row : {Row{"state", "3,3,10"}, Row{"states", "3,3,10"}, Row{"=states", "3,3,6"},
                         Row{"=state\\'s", "1,1,1"}, Row{"'#states'", "0,0,0"}, Row{"'#state'", "1,1,1"},
                         Row{"US", "1,1,2"}, Row{"1000", "1,1,3"}, Row{"1,000", "1,1,3"}}) {
    CAPTURE(std::string(row.query));
    const std::string options = std::string(" --ok-empty -f csv ");
    const Outcome count = shell(folder.path(), "nutgraf-query count news.idx" + options + row.query);
    CHECK(count.out.find("," + std::string(row.counts)) != std::string::npos);
    CAPTURE(count.out);
    const Outcome kwic = shell(folder.path(), "nutgraf-query kwic news.idx -n 100" + options + row.query);
    const std::string occurrences = std::string(row.counts).substr(4);
    CHECK(std::to_string(std::max<std::size_t>(lines_of(kwic.out).size(), 1) - 1) == occurrences);
  }
}

TEST_CASE("every view has its keys, in order, in every format, alone and for many queries") {
  const Views at;
  at.write("q.tsv", "x\tferry\ny\tpier\nz\tabsent\n");
  for (const ViewKeys& view : view_keys()) {
    INFO(view.view);
    const std::string one = std::string(view.view) + " news.idx ferry -f ";
    const std::string many = std::string(view.view) + " news.idx --queries q.tsv -f ";
    CHECK(lines_of(at.out(one + "csv"))[0] == joined(view.keys, ","));
    CHECK(lines_of(at.out(many + "csv"))[0] == "qid," + joined(view.keys, ","));
    CHECK(lines_of(at.out(one + "tsv"))[0] == joined(view.keys, "\t"));
    CHECK(at.out(one + "csv --excel").substr(0, 3) == "\xEF\xBB\xBF");
    std::vector<std::string> with_qid = view.keys;
    with_qid.insert(with_qid.begin(), "qid");
    const std::vector<std::string> rows = lines_of(at.out(many + "jsonl"));
    REQUIRE(!rows.empty());
    for (const std::string& row : rows) {
      std::vector<std::string> keys;
      const auto object = nlohmann::ordered_json::parse(row);
      for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
      }
      CHECK(keys == with_qid);
    }
    CHECK(nlohmann::json::parse(at.out(many + "json")).at("rows").size() == rows.size());
    CHECK(!nlohmann::json::parse(at.out(one + "json")).empty());
    CHECK(!at.out(one + "text").empty());
    CHECK(at.out(many + "text").find("x · ferry") != std::string::npos);
    // Any number of threads, any number of times.
    CHECK(at.out(many + "jsonl -j 1") == at.out(many + "jsonl -j 4"));
    CHECK(at.sh("nutgraf-query " + many + "jsonl --summary s > /dev/null; cut -f1 s").out == "x\ny\nz\n");
    CHECK(at.sh("nutgraf-query " + std::string(view.view) + " news.idx absent").exit == 1);
    CHECK(at.sh("nutgraf-query " + std::string(view.view) + " news.idx ferry pier").exit == 2);
    CHECK(at.sh("cut -f2 q.tsv | nutgraf-query " + std::string(view.view) + " news.idx --queries - -f csv").exit == 0);
  }
}

TEST_CASE("trend: buckets, and a chart for people") {
  const Views at;
  CHECK(at.out("trend news.idx ferry -f csv") ==
        "bucket,from,to,passages,articles,occurrences,tokens,per_million\n"
        "2024-01,2024-01-01,2024-01-31,1,1,3,11,272727.272727\n"
        "2024-02,2024-02-01,2024-02-29,0,0,0,0,\n"
        "2024-03,2024-03-01,2024-03-31,1,1,1,15,66666.666667\n"
        "undated,,,1,1,1,5,200000.0\n");
  CHECK(at.out("trend news.idx ferry -f csv --by year --lang en").find("2024,2024-01-01,2024-12-31,2,2,4,21,") !=
        std::string::npos);
  const std::string chart = at.out("trend news.idx boat --by week");
  CHECK(chart.find("2024-W05         1         1            1     90909.09  █") != std::string::npos);
  CHECK(at.sh("nutgraf-query trend news.idx absent").out.find("2024-01 to 2024-03: nothing") == 0);
  CHECK(chart.find("2024-W06 to 2024-W09: nothing") != std::string::npos);
}

TEST_CASE("facets by metadata, folded, and safe for a spreadsheet") {
  const Views at;
  CHECK(at.out("facets news.idx ferry --by desk --by source -f csv") ==
        "field,value,passages,articles,occurrences,tokens,per_million\nmeta.desk,Harbour,2,2,4,21,190476.190476\n"
        "meta.desk,,1,1,1,10,100000.0\nsource,Post,2,2,4,16,250000.0\nsource,Herald,1,1,1,10,100000.0\n");
  CHECK(at.out("facets news.idx ferry --by author -f csv --excel").find("author,'=SUM(1),1,1") != std::string::npos);
  CHECK(at.out("facets news.idx ferry -n 1").find("1 of 2; more: -n 2\n") != std::string::npos);
  CHECK(at.sh("nutgraf-query facets news.idx ferry --by shade").err.find("here meta.desk") != std::string::npos);
}

TEST_CASE("facets of two fields crossed add up to those of one") {
  const Views at;
  CHECK(at.out("facets news.idx '*' --by source,year -f csv") ==
        "field,value,passages,articles,occurrences,tokens,per_million,cross_field,cross_value\n"
        "source,Blatt,1,1,0,5,0.0,year,2024\nsource,Herald,1,1,0,10,0.0,year,2024\n"
        "source,Post,1,1,0,11,0.0,year,2024\nsource,Post,1,1,0,5,0.0,year,\n");
  CHECK(at.sh("nutgraf-query facets news.idx ferry --by source,year,lang").exit == 2);
  CHECK(at.sh("nutgraf-query facets news.idx ferry --by source,shade").err.find("no facets by `shade`") !=
        std::string::npos);
}

TEST_CASE("facets --dispersion: a row a field, over all of its values") {
  const Views at;
  // Of 16, 10 and 5 words, 4, 1 and none.
  CHECK(at.out("facets news.idx ferry --by source --dispersion -f csv") ==
        "field,parts,parts_with_match,occurrences,tokens,dp,dp_norm,juilland_d\n"
        "source,3,2,5,31,0.283871,0.338462,0.3773\n");
  CHECK(at.out("facets news.idx ferry --by source,year --by lang --dispersion -f tsv").find("\nsource,year\t") !=
        std::string::npos);
  CHECK(at.sh("nutgraf-query facets news.idx absent --dispersion").exit == 1);
}

TEST_CASE("a star by itself is every passage, in every view") {
  const Views at;
  CHECK(at.out("count news.idx '*'") == "4 passages in 4 articles, 0 occurrences\n");
  CHECK(at.out("count news.idx --unit articles '*' --lang en") == "3\n");
  CHECK(at.out("count news.idx --unit articles '*' --lang en --lang de") == "4\n");  // either
  CHECK(at.out("count news.idx --unit articles '*' --source post --lang en --source herald") == "3\n");
  CHECK(at.out("count news.idx --unit articles '* lang:de'") == "1\n");
  CHECK(at.out("count news.idx --unit articles '* AND NOT ferry'") == "1\n");
  CHECK(lines_of(at.out("search news.idx '*' -f csv --fields id")).size() == 5);
  CHECK(lines_of(at.out("trend news.idx '*' --by year -f csv"))[1].find("2024,2024-01-01,2024-12-31,3,3,0,26,") == 0);
  CHECK(at.out("compare news.idx 'lang:de' --against '*' -f csv -n 1").find("boot,1,1") != std::string::npos);
  CHECK(at.sh("nutgraf-query kwic news.idx '*'").exit == 1);
  CHECK(at.sh("nutgraf-query count news.idx '* NEAR/3 ferry'").exit == 2);
  CHECK(at.sh("nutgraf-query count news.idx --plain '*'").exit == 2);
}

TEST_CASE("kwic: fields, by day, whole sentences") {
  const Views at;
  CHECK(at.out("kwic news.idx ferry --fields id,node,lang,meta.desk -f csv --sort date,R1") ==
        "id,node,lang,meta.desk\na,ferry,en,Harbour\na,ferry,en,Harbour\na,Ferries,en,Harbour\n"
        "b,ferry,en,harbour\nc,Ferry,en,\n");
  CHECK(at.out("kwic news.idx pier --fields id -f csv --sort -date") == "id\nb\nd\na\nc\n");
  CHECK(at.out("kwic news.idx boat --sentence --fields left,right -f tsv") ==
        "left\tright\nA ferry is a \t.\nA pier, a \t.\n");
  CHECK(at.sh("nutgraf-query kwic news.idx ferry -f csv --fields score").exit == 2);
  CHECK(at.sh("nutgraf-query kwic news.idx ferry --sort day").exit == 2);
}

TEST_CASE("kwic: text says what it kept back, columns stay aligned") {
  const Views at;
  const std::string text = at.out("kwic news.idx ferry -n 2 --width 60");
  const std::vector<std::string> lines = lines_of(text);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find('*') == lines[1].find('*'));
  CHECK(lines[2] == "2 of 5; more: -n 5");
  CHECK(lines_of(at.out("kwic news.idx ferry --sample 3 --seed 2 -f jsonl")).size() == 3);
  CHECK(at.out("kwic news.idx ferry --sort L1 -f jsonl").find("\"left\":\"\"") < 120);
}

TEST_CASE("terms: of all, of a query, by frequency, their sum is the number of words") {
  const Views at;
  CHECK(at.out("terms news.idx --sort frequency --min 4 -f csv") ==
        "term,passages,occurrences\na,2,4\nferry,3,4\npier,4,4\nthe,2,4\n");
  CHECK(at.out("terms news.idx --query ice --min 2 -f csv") == "term,passages,occurrences\nthe,1,2\n");
  CHECK(at.out("terms news.idx 'b*' --lang de -f csv") == "term,passages,occurrences\nboot,1,1\n");
  CHECK(at.sh("nutgraf-query terms news.idx --query 'ferry pier'").exit == 2);
  CHECK(at.out("terms news.idx 'm*' --query 'ferry pier' --match all -f csv") ==
        "term,passages,occurrences\nmaster,1,1\n");
  const TempDir folder;
  (void)folder.write("docs.jsonl", kMarkedWords);
  REQUIRE(shell(folder.path(), "nutgraf-index build news.idx docs.jsonl").exit == 0);
  const char* const sum = "| awk -F, 'NR > 1 { n += $3 } END { print n }'";
  const char* const tokens =
      "nutgraf-query facets news.idx '*' --by lang -f csv | awk -F, 'NR > 1 { n += $6 } END { print n }'";
  const std::string all = shell(folder.path(), tokens).out;
  CHECK(all == "37\n");
  CHECK(shell(folder.path(), std::string("nutgraf-query terms news.idx -f csv ") + sum).out == all);
  CHECK(shell(folder.path(), std::string("nutgraf-query terms news.idx -f csv --query '*' ") + sum).out == all);
  CHECK(shell(folder.path(), "nutgraf-query terms news.idx \"state's\" -f csv").out ==
        shell(folder.path(), "nutgraf-query terms news.idx state -f csv").out);
  CHECK(shell(folder.path(), "nutgraf-query terms news.idx \"state's\" --all-spellings -f csv").out ==
        "term,passages,occurrences\nstate's,1,1\n");
}

TEST_CASE("ngrams: as often as their phrases, with a word or a pattern in a slot") {
  const Views at;
  CHECK(at.out("ngrams news.idx 'a *' -f csv") == "ngram,passages,occurrences\na boat,2,2\na ferry,1,1\na pier,1,1\n");
  CHECK(at.out("ngrams news.idx 'f*y * * pier' -f csv") == "ngram,passages,occurrences\nferry left the pier,1,1\n");
  CHECK(at.out("ngrams news.idx pier --size 3 --source herald -f csv") ==
        "ngram,passages,occurrences\nmaster the pier,1,1\npier is ice,1,1\nthe pier is,1,1\n");
  CHECK(at.out("ngrams news.idx --query boat --min 2 -f csv") == "ngram,passages,occurrences\na boat,2,2\n");
  CHECK(at.sh("nutgraf-query ngrams news.idx 'a b c d e f'").exit == 2);
  CHECK(at.sh("nutgraf-query ngrams news.idx 'a b c' --size 2").exit == 2);
  std::size_t rows = 0;
  for (const std::string& line : lines_of(at.out("ngrams news.idx -f tsv"))) {
    const std::size_t tab = line.find('\t');
    const std::string ngram = line.substr(0, tab);
    if (ngram == "ngram") {
      continue;
    }
    CAPTURE(ngram);
    const std::string passages = line.substr(tab + 1, line.rfind('\t') - tab - 1);
    CHECK(at.out("count news.idx '\"" + ngram + "\"' -f tsv").find("\t" + passages + "\t") != std::string::npos);
    CHECK(at.out("count news.idx --unit occurrences '\"" + ngram + "\"'") == line.substr(line.rfind('\t') + 1) + "\n");
    ++rows;
  }
  CHECK(rows > 15);
}

TEST_CASE("terms and ngrams read words as texts are read, and refuse the syntax of queries") {
  const TempDir folder;
  (void)folder.write(
      "docs.jsonl",
      R"json({"id": "a", "lang": "en", "text": "A cease-fire deal. The U.S. fleet. China's envoy paid 1,000 dollars."}
)json");
  REQUIRE(shell(folder.path(), "nutgraf-index build -q news.idx docs.jsonl").exit == 0);
  struct Row {
    const char* arguments;
    int exit;
    const char* said;
  };
  for (const Row& row : {
           Row{"ngrams news.idx 'cease-fire *'", 0, "cease fire deal,1,1"},
           Row{"ngrams news.idx 'u.s. *'", 0, "us fleet,1,1"},
           Row{"ngrams news.idx 'U.S. *' --all-spellings", 0, "u.s fleet,1,1"},
           Row{"ngrams news.idx \"China's *\"", 0, "china envoy,1,1"},
           Row{"ngrams news.idx '1,000 *'", 0, "1000 dollars,1,1"},
           Row{"ngrams news.idx 'cease fi*'", 0, "cease fire,1,1"},
           Row{"ngrams news.idx 'cease-fi* *'", 2, "write cease fi*"},
           Row{"ngrams news.idx '\"china *\"'", 2, "write china"},
           Row{"ngrams news.idx '=china *'", 2, "write china"},
           Row{"ngrams news.idx '/chin.*/ *'", 2, "write chin*"},
           Row{"ngrams news.idx '“china” *'", 2, "write china"},
           Row{"terms news.idx u.s.", 0, "us,1,1"},
           Row{"terms news.idx \"China's\"", 0, "china,1,1"},
           Row{"terms news.idx \"China's\" --all-spellings", 0, "china's,1,1"},
           Row{"terms news.idx 1,000", 0, "1000,1,1"},
           Row{"terms news.idx cease-fire", 2, "ngrams INDEX 'cease fire'"},
           Row{"terms news.idx china envoy", 2, "ngrams INDEX 'china envoy'"},
           Row{"terms news.idx 'chi*'", 0, "china,1,1"},
           Row{"terms news.idx '*'", 0, "china,1,1"},
           Row{"terms news.idx 'chi*' -n 0", 0, "term,passages,occurrences"},
           Row{"ngrams news.idx 'china *' -n 0", 0, "ngram,passages,occurrences"},
           Row{"kwic news.idx china -n 0", 0, "id,passage"},
           Row{"kwic news.idx zebra -n 0", 1, "id,passage"},
       }) {
    SUBCASE(row.arguments) {
      const Outcome outcome = shell(folder.path(), "nutgraf-query " + std::string(row.arguments) + " -f csv");
      CHECK(outcome.exit == row.exit);
      CHECK_MESSAGE((outcome.out + outcome.err).find(row.said) != std::string::npos, outcome.out << outcome.err);
    }
  }
}

TEST_CASE("compare: an empty side is said, two sides have their sizes") {
  const Views at;
  struct Row {
    const char* arguments;
    int exit;
    const char* said;
  };
  for (const Row& row : {
           Row{"zebra --against ferry", 1, "nothing to compare: no passage matches the query"},
           Row{"zebra", 1, "nothing to compare: no passage matches the query"},
           Row{"'*'", 1, "nothing to compare with: there is no other passage"},
           Row{"ferry --against zebra", 1, "nothing to compare with: no passage matches --against"},
           Row{"lang:de --against lang:en", 0, "a: 5 tokens; b: 26 tokens"},
       }) {
    SUBCASE(row.arguments) {
      const Outcome outcome = at.sh("nutgraf-query compare news.idx " + std::string(row.arguments));
      CHECK(outcome.exit == row.exit);
      CHECK_MESSAGE((outcome.out + outcome.err).find(row.said) != std::string::npos, outcome.out << outcome.err);
      const Outcome rows = at.sh("nutgraf-query compare news.idx -f jsonl " + std::string(row.arguments));
      CHECK(rows.out.empty() == (row.exit == 1));
    }
  }
}

TEST_CASE("collocates: an empty list of what matches is said") {
  const Views at;
  for (const char* arguments : {"'*'", "lang:de", "ferry --min-freq 50"}) {
    const Outcome outcome = at.sh("nutgraf-query collocates news.idx " + std::string(arguments));
    CHECK_MESSAGE(outcome.err.find("no word is listed") != std::string::npos, outcome.err);
  }
  CHECK(at.sh("nutgraf-query collocates news.idx zebra").err.find("no word is listed") == std::string::npos);
}

TEST_CASE("a list in metadata counts under each of its values") {
  const TempDir folder;
  (void)folder.write(
      "docs.jsonl",
      R"json({"id": "a", "text": "A pier.", "country": ["usa", "Japan"], "codes": [7, 12], "joined": "usa; japan"}
{"id": "b", "text": "A pier.", "country": "usa", "joined": "usa"}
{"id": "c", "text": "A pier.", "country": ["usa"]}
)json");
  REQUIRE(shell(folder.path(), "nutgraf-index build -q news.idx docs.jsonl").exit == 0);
  const auto out = [&](const std::string& arguments) { return shell(folder.path(), arguments).out; };
  const std::string facets = out("nutgraf-query facets news.idx '*' --by country -f csv");
  CHECK_MESSAGE(facets.find("meta.country,usa,3,3") != std::string::npos, facets);
  CHECK_MESSAGE(facets.find("meta.country,Japan,1,1") != std::string::npos, facets);
  CHECK(lines_of(facets).size() == 3);
  CHECK(out("nutgraf-query count --unit articles news.idx meta.country:japan") == "1\n");
  CHECK(out("nutgraf-query count --unit articles news.idx meta.country:usa") == "3\n");
  CHECK(out("nutgraf-query count --unit articles news.idx meta.codes:12") == "1\n");
  CHECK(out("nutgraf-query facets news.idx '*' --by joined -f csv").find("usa; japan,1,1") != std::string::npos);
  CHECK(out("nutgraf-index export news.idx").find("usa\\\",\\\"Japan") != std::string::npos);
}

TEST_CASE("queries are bounded, patterns wide where nothing is ranked") {
  const Views at;
  std::string words = "ferry";
  for (int i = 0; i < 4096; ++i) {
    words += " w" + std::to_string(i);
  }
  at.write("q", words);
  const Outcome long_one = at.sh("nutgraf-query search news.idx - < q");
  CHECK(long_one.exit == 2);
  CHECK(long_one.err.find("the query has more than 4,096 words and clauses") != std::string::npos);
  CHECK(long_one.err.find("w4095") != std::string::npos);
  CHECK(at.sh("nutgraf-query count news.idx -q --match any --max-clauses 4097 - < q").exit == 0);
  CHECK(at.sh("nutgraf-query search news.idx -q --max-clauses 2 '\"a ferry is\"'").exit == 2);
  CHECK(
      at.sh("nutgraf-query search news.idx --max-expansions 1 'f*'").err.find("or allow more with --max-expansions") !=
      std::string::npos);
  CHECK(at.out("count news.idx --unit occurrences --max-expansions 2 'f*'") == "5\n");
  std::string many;
  for (int i = 0; i < 1100; ++i) {
    many += " x" + std::to_string(i);
  }
  at.write("many.jsonl", R"({"id": "m", "text": ")" + many + "\"}\n");
  REQUIRE(at.sh("nutgraf-index build many.idx many.jsonl").exit == 0);
  CHECK(at.sh("nutgraf-query search many.idx 'x*'").exit == 2);
  CHECK(at.out("count many.idx --unit occurrences 'x*'") == "1100\n");
  CHECK(at.out("count many.idx --unit occurrences '\"x1 x*\"'") == "1\n");
  CHECK(at.out("search many.idx --max-expansions 1100 'x*' -f csv --fields id") == "id\nm\n");
}

TEST_CASE("similar: the formats of search, and no article that is not there") {
  const Views at;
  CHECK(at.out("similar news.idx a -f jsonl --fields id").find("\"a\"") == std::string::npos);
  CHECK(at.sh("nutgraf-query similar news.idx nobody").exit == 1);
  at.write("ids", "a\nb\n");
  CHECK(at.out("similar news.idx --queries ids -f trec").find("1 Q0 ") == 0);
  at.write("ids", "a\nnobody\n");
  CHECK(at.sh("nutgraf-query similar news.idx --queries ids -f trec").exit == 2);
}

TEST_CASE("eval compares with a run") {
  const Views at;
  at.write("q.tsv", "1\tferry\n2\tpier\n");
  at.write("qrels", "1 0 b 1\n2 0 d 1\n");
  at.write("run", "1 Q0 b 1 9 x\n2 Q0 d 1 9 x\n");
  const std::string eval = "eval news.idx --queries q.tsv --qrels qrels --measures mrr,p@1 --baseline run ";
  const auto json = nlohmann::json::parse(at.out(eval + "-f json --per-query"));
  CHECK(json.at("baseline").at("mrr") == 1.0);
  CHECK(json.at("difference").at("mrr").get<double>() < 0);
  CHECK(json.at("p").at("mrr") == 1.0);  // one query differs: heads and tails are as extreme
  CHECK(json.at("queries").size() == 2);
  CHECK(at.out(eval).find("p, two-sided") != std::string::npos);
}

TEST_CASE("eval measures a run without an index, and says which judgments nothing can meet") {
  const Views at;
  at.write("qrels", "1 0 b 1\n1 0 c 1\n1 0 gone 1\n2 0 d 1\n3 0 d 1\n");
  at.write("run", "1 Q0 b 1 9 x\n1 Q0 a 2 8 x\n1 Q0 c 3 7 x\n2 Q0 a 1 9 x\n");
  const Outcome run = at.sh("nutgraf-query eval --run run --qrels qrels --measures rprec,success@1,success@3 -f json");
  CHECK(run.exit == 0);
  CHECK(run.err == "nutgraf-query: 1 of the 3 judged queries of qrels are not in run\n");
  const auto means = nlohmann::json::parse(run.out).at("means");
  CHECK(means.at("rprec").get<double>() == doctest::Approx(1.0 / 3));
  CHECK(means.at("success@1") == 0.5);
  CHECK(means.at("success@3") == 0.5);
  CHECK(at.sh("NUTGRAF_INDEX=news.idx nutgraf-query eval --run run --qrels qrels").exit == 0);
  CHECK(at.sh("nutgraf-query eval --qrels qrels").exit == 2);
  CHECK(at.sh("nutgraf-query eval news.idx --run run --queries q --qrels qrels").exit == 2);
  at.write("q.tsv", "1\tferry\n");
  CHECK(at.sh("nutgraf-query eval news.idx --queries q.tsv --qrels qrels")
            .err.find("1 of the 4 judged documents of qrels are not in news.idx\n") != std::string::npos);
}

TEST_CASE("html: one page with a timeline and facets, nothing from elsewhere") {
  const Views at;
  const std::string page = at.out("search news.idx 'ferry OR pier' -f html");
  for (const char* part : {"<svg", "<figcaption>", "class=\"facets\"", "<mark>", "prefers-color-scheme: dark",
                           "@media print", "lang=\"de\"", "name=\"viewport\""}) {
    CHECK_MESSAGE(page.find(part) != std::string::npos, part);
  }
  for (const char* part : {"<script", "<link", "src=", "@import", "url("}) {
    CHECK_MESSAGE(page.find(part) == std::string::npos, part);
  }
}

TEST_CASE("every view says once which words no passage has, and offers the nearest") {
  const Views at;
  const std::string wrong = "nutgraf-query: ferryy: in no passage; did you mean ferry?\n";
  const std::string twice = wrong + "nutgraf-query: xq: in no passage\n";
  for (const std::string arguments :
       {"search news.idx ferryy pier xq", "search news.idx -f json 'ferryy pier xq'",
        "search news.idx -f csv ferryy pier xq", "count news.idx --match any ferryy pier xq",
        "kwic news.idx --match any ferryy pier xq", "trend news.idx --match any ferryy pier xq",
        "facets news.idx --match any ferryy pier xq", "collocates news.idx --match any ferryy pier xq",
        "compare news.idx --match any ferryy boat xq", "compare news.idx pier --against 'ferryy OR xq OR pier'",
        "search news.idx '\"ferryy pier\" OR pier OR xq'", "search news.idx 'pier OR (ferryy AND xq)'"}) {
    CAPTURE(arguments);
    CHECK(at.sh("nutgraf-query " + arguments).err == twice);
    CHECK(at.sh("nutgraf-query " + arguments + " -q").err == "");
  }
  CHECK(at.sh("nutgraf-query search news.idx ferryy").err == wrong + "nutgraf-query: nothing found\n");
  CHECK(at.sh("nutgraf-query count news.idx 'pier -ferryy'").err == "");
  CHECK(at.sh("nutgraf-query count news.idx 'pier NOT ferryy'").err == "");
  CHECK(at.sh("nutgraf-query count news.idx 'fer* OR ferryy~1 OR \"zz* pier\"'").err == "");
  at.write("q.tsv", "one\tpier\ntwo\tferryy pier\n");
  const std::string here = "nutgraf-query: q.tsv:2:5: ferryy: in no passage; did you mean ferry?\n";
  CHECK(at.sh("nutgraf-query batch news.idx --queries q.tsv -f trec").err == here);
  CHECK(at.sh("nutgraf-query batch news.idx --queries - -f trec < q.tsv").err.find("ferryy: in no passage") !=
        std::string::npos);
}

TEST_CASE("sorted by date, words side by side must all stand there, and the text says so") {
  const Views at;
  const auto ids = [&at](const std::string& arguments) {
    return at.sh("nutgraf-query search news.idx -f csv --fields id " + arguments).out;
  };
  CHECK(ids("--sort -date ferry boat") == "id\na\nc\n");
  CHECK(ids("--sort date ferry boat") == "id\na\nc\n");
  CHECK(ids("--sort -date --match any ferry boat") == "id\nb\na\nc\n");
  CHECK(ids("--sort -date 'ferry OR boat'") == "id\nb\na\nc\n");
  CHECK(ids("--sort -date ferry") == "id\nb\na\nc\n");
  const std::string note = "sorted by date: the 2 passages with all words; any word: --match any\n";
  CHECK(at.out("search news.idx --sort -date ferry boat").find(note) != std::string::npos);
  CHECK(at.sh("nutgraf-query search news.idx --sort date ferry zebra")
            .out.find("sorted by date: no passage has all words; any word: --match any\n") != std::string::npos);
  for (const char* silent : {"ferry boat", "--sort date --match all ferry boat", "--sort date ferry"}) {
    CHECK(at.out(std::string("search news.idx ") + silent).find("sorted by") == std::string::npos);
  }
}

}  // namespace nutgraf::test
