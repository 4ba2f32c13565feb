// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

const std::string kWire =
    "Dock workers in three ports stopped loading grain on Tuesday after talks over night shifts broke down, and union "
    "leaders said the halt would last until the owners agreed to pay for all the late hours worked since March, when "
    "the present contract ran out and was not renewed by either side.";

std::string record(const std::string& id, const std::string& day, const std::string& text) {
  return R"({"id":")" + id + R"(","date":")" + day + R"(","source":")" + id + R"( Post","text":")" + text + "\"}\n";
}

}  // namespace

TEST_CASE("copies of a story are one row, which names them") {
  const TempDir folder;
  (void)folder.write("docs.jsonl", record("a", "2023-03-07", kWire) + record("b", "2023-03-08", "By Jo Roe. " + kWire) +
                                       record("c", "2023-05-01", kWire) +
                                       record("d", "2023-03-07", "Grain prices rose as dock owners met."));
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  const Outcome built = sh("nutgraf-index build news.idx docs.jsonl --report json");
  REQUIRE_MESSAGE(built.exit == 0, built.err);
  CHECK(built.out.find(R"("copies":1,"copy_groups":1)") != std::string::npos);

  struct Row {
    const char* script;
    const char* out;
  };
  for (const Row& row : {
           Row{"search news.idx '\"night shifts\"' -f jsonl --fields id,copies --sort date",
               "{\"id\":\"a\",\"copies\":[\"b\"]}\n{\"id\":\"c\",\"copies\":[]}\n"},
           Row{"search news.idx '\"jo roe\"' | grep +",
               "  b Post · 2023-03-08 · b#0 of 1 · +1 copy: a Post 2023-03-07\n"},
           Row{"search news.idx '\"jo roe\"' -f jsonl --fields id,printings",
               "{\"id\":\"b\",\"printings\":[{\"id\":\"a\",\"source\":\"a Post\",\"date\":\"2023-03-07\"}]}\n"},
           Row{"search news.idx '\"night shifts\"' -f jsonl --fields id --all-copies --sort date",
               "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n"},
           Row{"count news.idx '\"night shifts\"' --unit articles", "3\n"},
           Row{"count news.idx '\"night shifts\"' --unit stories", "2\n"},
           Row{"kwic news.idx '\"night shifts\"' --unit stories -f csv --fields id", "id\nb\nc\n"},
           Row{"kwic news.idx 'shifts -roe' --unit stories -f csv --fields id", "id\na\nc\n"},
           Row{"kwic news.idx '\"jo roe\"' --unit stories -f csv --fields id", "id\nb\n"},
           Row{"trend news.idx shifts --unit stories --by year -f csv",
               "bucket,from,to,passages,articles,occurrences,tokens,per_million\n"
               "2023,2023-01-01,2023-12-31,2,2,2,114,17543.859649\nundated,,,0,0,0,0,\n"},
           Row{"count news.idx shifts --unit articles 2>&1 > /dev/null",
               "nutgraf-query: 1 of 3 articles is a copy; --unit stories counts each story once\n"},
           Row{"facets news.idx shifts -f csv 2>&1 > /dev/null",
               "nutgraf-query: 1 of 3 articles is a copy; --unit stories counts each story once\n"},
           Row{"kwic news.idx shifts --unit stories -f csv 2>&1 > /dev/null", ""},
           Row{"compare news.idx '\"jo roe\"' --unit stories --sort word -f csv | grep '^shifts'",
               "shifts,1,1,18181.818182,16949.152542,0.002508,0.101283\n"},
           Row{"show news.idx a --copies", "2023-03-08 · b Post · (no title) · b\n  + By Jo Roe.\n"},
           Row{"show news.idx b --copies -f json",
               "[{\"id\":\"a\",\"title\":null,\"date\":\"2023-03-07\",\"source\":\"a Post\",\"url\":null,\"lang\":"
               "\"en\"}]\n"},
           Row{"show news.idx b --copies", "2023-03-07 · a Post · (no title) · a\n  - By Jo Roe.\n"},
           Row{"show news.idx d --copies", ""},
       }) {
    CAPTURE(row.script);
    const Outcome got = sh("nutgraf-query " + std::string(row.script));
    CHECK(got.exit == 0);
    CHECK(got.out == row.out);
  }
}

TEST_CASE("update joins new articles to the groups that build made, and changes none") {
  const TempDir folder;
  (void)folder.write("docs.jsonl", record("a", "2023-03-07", kWire) + record("b", "2023-03-08", "By Jo Roe. " + kWire) +
                                       record("c", "2023-03-07", "Grain prices rose as dock owners met."));
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  REQUIRE(sh("nutgraf-index build news.idx docs.jsonl").exit == 0);
  (void)folder.write("more.jsonl", record("d", "2023-03-09", kWire + " Reporting by A. Mann.") +
                                       record("e", "2023-05-01", kWire) +
                                       record("f", "2023-03-09", "Owners of docks met on grain prices."));
  const Outcome updated = sh("nutgraf-index update news.idx more.jsonl --report json");
  REQUIRE_MESSAGE(updated.exit == 0, updated.err);
  CHECK(updated.out.find(R"("copies":1,"copy_groups":1)") != std::string::npos);
  CHECK(sh("nutgraf-query search news.idx '\"night shifts\"' -f jsonl --fields id,copies --sort date").out ==
        "{\"id\":\"a\",\"copies\":[\"b\",\"d\"]}\n{\"id\":\"e\",\"copies\":[]}\n");
  // Its own earlier version is no copy of an article.
  (void)folder.write("more.jsonl", record("d", "2023-03-09", kWire + " Reporting by B. Mann.") +
                                       record("e", "2023-05-01", kWire + " New.") +
                                       record("f", "2023-03-09", "Owners of docks met on grain prices."));
  REQUIRE(sh("nutgraf-index update news.idx more.jsonl").exit == 0);
  CHECK(sh("nutgraf-query show news.idx e --copies").out.empty());
  CHECK(sh("nutgraf-query show news.idx d --copies -f json | grep -o '\"id\":\"[a-z]\"'").out ==
        "\"id\":\"b\"\n\"id\":\"a\"\n");
}

TEST_CASE("new articles of one update that are copies of one another make a group, beside those of the build") {
  const std::string other =
      "The river authority closed the lock at Stenmark on Friday because a gate had cracked in the frost, and barges "
      "with coal and timber will wait above the town until divers have looked at the hinges, which may take a week or, "
      "if the ice comes back, until the middle of the month, its director said.";
  const TempDir folder;
  (void)folder.write("docs.jsonl", record("a", "2023-03-07", kWire) + record("b", "2023-03-08", "By Jo Roe. " + kWire));
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  REQUIRE(sh("nutgraf-index build news.idx docs.jsonl").exit == 0);
  // The longest of the new ones stands for its group; b stands for that of the build.
  (void)folder.write("more.jsonl", record("c", "2023-03-09", other) + record("d", "2023-03-10", other + " Staff.") +
                                       record("e", "2023-03-09", kWire) + record("f", "2023-03-09", kWire) +
                                       record("g", "2023-05-09", other));
  const Outcome updated = sh("nutgraf-index update news.idx more.jsonl --report json");
  REQUIRE_MESSAGE(updated.exit == 0, updated.err);
  CHECK(updated.out.find(R"("copies":3,"copy_groups":2)") != std::string::npos);
  const std::string groups =
      "{\"id\":\"b\",\"copies\":[\"a\",\"e\",\"f\"]}\n{\"id\":\"d\",\"copies\":[\"c\"]}\n"
      "{\"id\":\"g\",\"copies\":[]}\n";
  const std::string shown =
      "for id in b d g; do nutgraf-query search news.idx -f jsonl --fields id,copies --all-copies id:$id; done";
  CHECK(sh(shown).out == groups);
  REQUIRE(sh("nutgraf-index build news.idx docs.jsonl more.jsonl").exit == 0);
  CHECK(sh(shown).out == groups);
}

TEST_CASE("editions of a text that the build saw come back are no copies in an update") {
  const auto report = [](int day) {
    const std::string two = (day < 10 ? "0" : "") + std::to_string(day);
    return record(
        "may" + two, "2023-05-" + two,
        "Grain ships were loading at the piers this morning and more were waiting in the roads, while traders "
        "said that demand from the mills stayed firm and that no change was seen before the weekend. Prices at "
        "the close were quoted at " +
            std::to_string(day * 7) + " crowns a sack.");
  };
  const TempDir folder;
  std::string seen;
  for (int day = 1; day <= 25; day += 3) {
    seen += report(day);
  }
  (void)folder.write("docs.jsonl", seen);
  (void)folder.write("more.jsonl", report(29) + report(30));
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  REQUIRE(sh("nutgraf-index build news.idx docs.jsonl").exit == 0);
  const Outcome updated = sh("nutgraf-index update news.idx more.jsonl --report json");
  REQUIRE_MESSAGE(updated.exit == 0, updated.err);
  CHECK(updated.out.find(R"("copies":0,"copy_groups":0)") != std::string::npos);
}

TEST_CASE("an index remembers how its articles were compared") {
  const TempDir folder;
  (void)folder.write("docs.jsonl", record("a", "2023-03-07", kWire) + record("b", "2023-05-08", kWire));
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  REQUIRE(sh("nutgraf-index build news.idx docs.jsonl --copies-window 90").exit == 0);
  REQUIRE(sh("nutgraf-index build news.idx").exit == 0);
  CHECK(sh("nutgraf-query show news.idx b --copies -f json | grep -c '\"a\"'").out == "1\n");
  const Outcome refused = sh("nutgraf-index update news.idx docs.jsonl --copies-window 7");
  CHECK(refused.exit == 2);
  CHECK(refused.err.find("--copies-window differs from what this index was built with") != std::string::npos);
  CHECK(sh("nutgraf-index update news.idx docs.jsonl --keep-boilerplate").exit == 2);
}

TEST_CASE("what a site prints on each page is cut, kept and shown") {
  const TempDir folder;
  std::string records;
  for (int i = 0; i < 6; ++i) {
    const std::string own = "Story" + std::to_string(i) + " tells of hill" + std::to_string(i) + " and no other place.";
    records += R"({"id":")" + std::to_string(i) + R"(","url":"http://paper.example/)" + std::to_string(i) +
               R"(","text":")" + own + R"(\n\nPress accept to read on."})" + "\n";
  }
  (void)folder.write("docs.jsonl", records);
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  REQUIRE(sh("nutgraf-index build news.idx docs.jsonl").exit == 0);
  CHECK(sh("nutgraf-query search news.idx accept").exit == 1);
  CHECK(sh("nutgraf-query show news.idx 3 --cut").out == "boilerplate: Press accept to read on.\n");
  CHECK(sh("nutgraf-query show news.idx 3 --cut -f json").out ==
        "[{\"rule\":\"boilerplate\",\"text\":\"Press accept to read on.\"}]\n");
  (void)folder.write("more.jsonl",
                     R"({"id":"new","url":"http://paper.example/new","text":"Nothing is known of a seventh )"
                     R"(hill.\n\nPress accept to read on."})");
  REQUIRE(sh("nutgraf-index update news.idx more.jsonl").exit == 0);
  CHECK(sh("nutgraf-query show news.idx new --cut").out == "boilerplate: Press accept to read on.\n");
  REQUIRE(sh("nutgraf-index build news.idx docs.jsonl --keep-boilerplate").exit == 0);
  CHECK(sh("nutgraf-query count news.idx accept --unit articles").out == "6\n");
  CHECK(sh("nutgraf-query show news.idx 3 --cut").out.empty());
}

}  // namespace nutgraf::test
