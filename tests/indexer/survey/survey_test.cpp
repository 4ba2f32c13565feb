// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/survey.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/temp_dir.h"

namespace nutgraf::survey {
namespace {

struct Page {
  std::string text;
  std::string date;
  std::string url;
};

/// Words that no other number's text has.
std::string story(int number, int words = 60) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    text += "s" + std::to_string(number) + "w" + std::to_string(i) + (i % 12 == 11 ? ". " : " ");
  }
  return text;
}

Findings survey_of(const std::vector<Page>& pages) {
  const test::TempDir folder;
  Survey survey({folder.path(), 1'000'000, 7, Furniture::Cut, {}});
  Observations observations;
  for (std::uint32_t i = 0; i < pages.size(); ++i) {
    ArticleRecord record;
    record.date = pages[i].date;
    record.url = pages[i].url;
    observations.add(i, record, {pages[i].text});
  }
  survey.add(observations);
  return survey.find(
      {[](std::uint32_t) { return true; }, [&](std::uint32_t article) { return pages[article].text; }, {}});
}

std::string site(int number) {
  return "https://paper" + std::to_string(number) + ".example/a";
}

TEST_CASE("copies are copies of the longest article, then of the earliest") {
  struct Row {
    std::string why;
    std::vector<Page> pages;
    Originals expected;
  };
  const std::vector<Row> rows = {
      {"different stories", {{story(1), "", ""}, {story(2), "", ""}}, {0, 1}},
      {"equal ones", {{story(1), "2023-05-02", ""}, {story(1), "2023-05-01", ""}}, {1, 1}},
      {"the longest one", {{story(1), "2023-05-01", ""}, {story(1) + " and more", "2023-05-03", ""}}, {1, 1}},
      {"eight days later", {{story(1), "2023-05-01", ""}, {story(1), "2023-05-09", ""}}, {0, 1}},
      {"seven days later", {{story(1), "2023-05-01", ""}, {story(1), "2023-05-08", ""}}, {0, 0}},
      {"undated", {{story(1), "", ""}, {story(1), "2023-05-08", ""}}, {1, 1}},
      {"a copy of a copy that is longer than that one",
       {{story(1) + story(2) + story(3), "", ""},
        {story(1, 40) + story(4, 40) + story(5, 40), "", ""},
        {story(1) + story(4, 40), "", ""}},
       {0, 0, 0}},
      {"a chain of small changes joins no different stories",
       {{story(1) + story(2), "", ""}, {story(2) + story(3), "", ""}, {story(3) + story(4), "", ""}},
       {0, 1, 2}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(survey_of(row.pages).originals == row.expected);
  }
}

/// Of the month's day: the words of every day's, with its own numbers.
std::string market_report(int day) {
  std::string text =
      "The port authority said grain ships were loading at the piers this morning and more were waiting in the roads, "
      "while traders said that demand from the mills stayed firm and that no change was seen before the weekend. "
      "Prices "
      "at the close were quoted at ";
  return text + std::to_string(day * 7) + " and " + std::to_string(day * 3) + " crowns a sack.";
}

std::string day_of_may(int day) {
  return "2023-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
}

TEST_CASE("editions of a recurring text are no copies, a story printed late is one") {
  std::vector<Page> reports;
  std::vector<Page> late;
  for (int day = 1; day <= 28; day += 3) {
    reports.push_back({market_report(day), day_of_may(day), ""});
    late.push_back(
        {story(1) + " as printed by paper " + std::to_string(day), day_of_may(day < 22 ? 2 : day), site(day)});
  }
  const Originals editions = survey_of(reports).originals;
  for (std::uint32_t i = 0; i < editions.size(); ++i) {
    CHECK(editions[i] == i);
  }
  reports.push_back({market_report(4), day_of_may(5), ""});
  CHECK(survey_of(reports).originals.back() == 1);  // one edition in two papers
  const Originals copies = survey_of(late).originals;
  CHECK(copies[0] == copies[6]);
}

TEST_CASE("boilerplate is what recurs in different stories of one site") {
  const std::string notice = "We use cookies to give you a better visit.";
  std::vector<Page> pages;
  for (int i = 0; i < 8; ++i) {
    pages.push_back({story(i) + "\n\n" + notice, "", site(0)});
  }
  const Boilerplate found = survey_of(pages).boilerplate;
  ArticleRecord record;
  record.url = site(0);
  std::string text = story(0) + "\n\n" + notice;
  const std::vector<clean::Cut> cuts = found.cut(site_of(record), text);
  CHECK(cuts == std::vector{clean::Cut{notice, "boilerplate"}});
  CHECK(text == story(0) + "\n\n");

  std::string alone = notice;
  CHECK(found.cut(site_of(record), alone).empty());
  CHECK(alone == notice);
  record.url = site(1);
  std::string elsewhere = text + notice;
  CHECK(found.cut(site_of(record), elsewhere).empty());
}

TEST_CASE("a short sentence in the middle of stories stays, at their ends and beside boilerplate it goes") {
  struct Row {
    std::string after;
    bool is_cut;
  };
  for (const Row& row :
       {Row{"\n\n", false}, Row{"", true}, Row{"\n\nWe use cookies to give you a better visit\n\n", true}}) {
    std::vector<Page> pages;
    for (int i = 0; i < 8; ++i) {
      pages.push_back({story(i) + "\n\nYes." + row.after + (row.after.empty() ? "" : story(i + 50)), "", site(0)});
    }
    const Boilerplate found = survey_of(pages).boilerplate;
    ArticleRecord record;
    record.url = site(0);
    std::string text = pages[3].text;
    CAPTURE(row.after);
    (void)found.cut(site_of(record), text);
    CHECK((text.find("Yes.") == std::string::npos) == row.is_cut);
  }
}

TEST_CASE("a story that is printed often is no boilerplate") {
  std::vector<Page> wire;
  std::vector<Page> versions;
  for (int i = 0; i < 8; ++i) {
    wire.push_back({story(1), "", site(i)});
    versions.push_back({story(1) + " version " + std::to_string(i), "", site(0)});
  }
  versions.push_back({story(2), "", site(0)});
  versions.push_back({story(3), "", site(0)});
  for (const std::vector<Page>& pages : {wire, versions}) {
    const Findings found = survey_of(pages);
    CHECK_FALSE(found.boilerplate.is_in(0));
    CHECK(found.originals[3] == found.originals[0]);
  }
}

TEST_CASE("a line of three stories, or of a small site, stays") {
  std::vector<Page> pages;
  for (int i = 0; i < 8; ++i) {
    pages.push_back({story(i) + (i < 3 ? "\n\nReporting by A. Smith in Oslo" : ""), "", site(0)});
  }
  CHECK_FALSE(survey_of(pages).boilerplate.is_in(0));
  pages.resize(4);
  for (Page& page : pages) {
    page.text += "\n\nShare";
  }
  CHECK_FALSE(survey_of(pages).boilerplate.is_in(0));
}

}  // namespace
}  // namespace nutgraf::survey
