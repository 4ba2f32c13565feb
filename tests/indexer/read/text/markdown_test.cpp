// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/read/text/front_matter.h"
#include "indexer/read/text/markdown_items.h"
#include "indexer/read/text/markdown_text.h"
#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

namespace nutgraf::read {
namespace {

TEST_CASE("front matter fills the record") {
  std::string_view text =
      "---\n"
      "title: \"A bridge: opened\"  \n"
      "date: 2023-06-19T10:00:00+02:00 # as published\n"
      "author: Ann Lee\n"
      "section: [City, Bridges]\n"
      "tags: [bridges, 'roads, old', river]\n"
      "categories:\n"
      "  - City\n"
      "- Works\n"
      "lang: en-GB\n"
      "description: >\n"
      "  Two lines\n"
      "  of text.\n"
      "layout: post\n"
      "empty:\n"
      "---\n"
      "The mayor came.\n";
  Article article;
  REQUIRE(text::take_front_matter(text, article));
  const ArticleRecord& record = article.record;
  CHECK(text == "The mayor came.\n");
  CHECK(record.title == "A bridge: opened");
  CHECK(record.date == "2023-06-19");
  CHECK(record.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(record.tags == std::vector<std::string>{"bridges", "roads, old", "river", "Bridges"});
  CHECK(record.section == "City");
  CHECK(record.language == "en");
  const std::vector<std::pair<std::string, std::string>> meta = {
      {"categories", "City, Works"}, {"description", "Two lines of text."}, {"layout", "post"}};
  CHECK(record.meta == meta);
}

TEST_CASE("the categories of front matter are its sections where nothing else is") {
  std::string_view text = "---\ntitle: T\ncategories: [City, Works]\n---\nx\n";
  Article article;
  REQUIRE(text::take_front_matter(text, article));
  CHECK(article.record.section == "City");
  CHECK(article.record.tags == std::vector<std::string>{"Works"});
}

TEST_CASE("quotes and escapes of YAML") {
  struct Row {
    const char* written;
    const char* title;
  };
  for (const Row& row :
       {Row{R"("Budget: \"a long fight\"" # draft)", "Budget: \"a long fight\""},
        Row{R"("\u00e9t\u00e9 \x41 \U0001F600\n\\")", "été A 😀 \\"}, Row{"'It''s a budget'", "It's a budget"},
        Row{R"("\ud800 x")", "ud800 x"}, Row{"\"open", "\"open"}, Row{"{name: Jane Roe}", "Jane Roe"},
        Row{"\"[[Jane Roe]]\"", "Jane Roe"}}) {
    CAPTURE(row.written);
    const std::string whole = std::string("---\ntitle: ") + row.written + "\n---\nText.\n";
    std::string_view text = whole;
    Article article;
    REQUIRE(text::take_front_matter(text, article));
    CHECK(article.record.title == row.title);
  }
}

TEST_CASE("values of front matter on several lines") {
  struct Row {
    const char* front;
    const char* title;
  };
  const Row rows[] = {
      {"---\ntitle: \"67 million more records at your\nfingertips\"\ntags: a\n---\n",
       "67 million more records at your fingertips"},
      {"---\ntitle: 'It''s\n  a budget'\ntags: a\n---\n", "It's a budget"},
      {"---\ntitle: A budget\n  of two lines\ntags: a\n---\n", "A budget of two lines"},
      {"---\ntitle: \"never closed\ntags: a\n---\n", "\"never closed"},
      {"---\ntitle: 'Tis the season\nauthor: Ann O'Neil\ntags: a\n---\n", "'Tis the season"},
      {"---\ntitle: A budget\ntags: [a,\n  b]\n---\n", "A budget"},
      {"+++\ntitle = '''The \"Future\" is it's own'''\ntags = [\"a\"]\n+++\n", "The \"Future\" is it's own"},
      {"+++\ntitle = \"\"\"\nThe river\nrose\"\"\"\ntags = [\"a\"]\n+++\n", "The river rose"}};
  for (const Row& row : rows) {
    CAPTURE(row.front);
    std::string_view text = row.front;
    Article article;
    REQUIRE(text::take_front_matter(text, article));
    CHECK(article.record.title == row.title);
    REQUIRE_FALSE(article.record.tags.empty());
    CHECK(article.record.tags[0] == "a");
  }
}

TEST_CASE("front matter in TOML") {
  std::string_view text =
      "+++\n# a comment\ntitle = \"A \\\"bridge\\\"\"\ndate = 2023-06-19T10:00:00Z\ntags = [\n  \"bridges\",\n  "
      "'roads, old',\n]\n"
      "authors = [\"Ann Lee\", \"Bo Poe\"]\ndraft = false\n[extra]\ntitle = \"other\"\n+++\nThe mayor came.\n";
  Article article;
  REQUIRE(text::take_front_matter(text, article));
  CHECK(text == "The mayor came.\n");
  CHECK(article.record.title == "A \"bridge\"");
  CHECK(article.record.date == "2023-06-19");
  CHECK(article.record.tags == std::vector<std::string>{"bridges", "roads, old"});
  CHECK(article.record.authors == std::vector<std::string>{"Ann Lee", "Bo Poe"});
  CHECK(article.record.meta == std::vector<std::pair<std::string, std::string>>{{"draft", "false"}});
}

TEST_CASE("front matter in JSON") {
  std::string_view text =
      "{\n  \"title\": \"A bridge\",\n  \"date\": \"2014-03-04\",\n  \"tags\": [\"tax\"],\n  \"weight\": "
      "3\n}\n\nText.\n";
  Article article;
  REQUIRE(text::take_front_matter(text, article));
  CHECK(text == "\n\nText.\n");
  CHECK(article.record.title == "A bridge");
  CHECK(article.record.date == "2014-03-04");
  CHECK(article.record.tags == std::vector<std::string>{"tax"});
  CHECK(article.record.meta == std::vector<std::pair<std::string, std::string>>{{"weight", "3"}});
  for (const std::string_view none :
       {"{\n  \"a\": 1\n}\n\nText.\n", "{\n broken\n}\n\nText.\n", "{\"title\": \"A\"}\n"}) {
    std::string_view rest = none;
    CHECK_FALSE(text::take_front_matter(rest, article));
  }
}

TEST_CASE("the address of a page as the source of a note") {
  std::string_view text = "---\ntitle: Clip\nsource: https://g.example/2014/budget.html\n---\nText.\n";
  Article article;
  REQUIRE(text::take_front_matter(text, article));
  CHECK(article.record.url == "https://g.example/2014/budget.html");
  CHECK(article.record.source.empty());
}

TEST_CASE("Markdown is cut at headings") {
  const text::MarkdownItems cut = text::cut_at_headings(
      "Date: x\n# Day\n\nIntro.\n\n## News\n### First\nOne.\n#### Detail\nMore.\n### Second ###\n```\n### no "
      "heading\n```\n"
      "## Sport\n### Third\n",
      3);
  CHECK(cut.front == "Date: x\n");
  CHECK(cut.has_more);
  REQUIRE(cut.items.size() == 3);
  CHECK(cut.items[0].heading == "First");
  CHECK(cut.items[0].section == "News");
  CHECK(cut.items[0].text == "One.\n#### Detail\nMore.\n");
  CHECK(cut.items[1].heading == "Second");
  CHECK(cut.items[1].text == "```\n### no heading\n```\n");
  CHECK(cut.items[2].section == "Sport");
  CHECK(cut.items[2].text.empty());
}

TEST_CASE("an article per heading") {
  const test::TempDir folder;
  folder.write("2024-06-01.md",
               "---\nlang: fr\n---\n# Day\nSummary.\n## News\n### Un pont\nLe maire vint.\n### Deux\nIl partit.\n");
  folder.write("plain.txt", "The river rose.");
  ReadOptions options;
  options.inputs = {folder.path().string()};
  options.split_level = 3;
  const test::Collected read = test::collect(options);
  CHECK(read.ids() == std::vector<std::string>{"2024-06-01.md:1", "2024-06-01.md:2", "plain.txt"});
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[0].record.title == "Un pont");
  CHECK(read.articles[0].record.section == "News");
  CHECK(read.articles[0].record.language == "fr");
  CHECK(read.articles[0].record.date == "2024-06-01");
  CHECK(read.articles[0].text == "Le maire vint.");
  CHECK(read.skipped(Skip::OutsideItems) == 1);
}

TEST_CASE("paragraphs of Markdown may be HTML") {
  CHECK(text::lay_out_markdown("A line.\n\n<p style=\"x\"><b>Bold</b> one.</p><p>Two.</p>\n\nLast a < b.") ==
        "A line.\n\nBold one.\n\nTwo.\n\nLast a < b.");
}

}  // namespace
}  // namespace nutgraf::read
