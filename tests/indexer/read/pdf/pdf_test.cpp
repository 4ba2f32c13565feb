// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/pdf.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/page_marks.h"
#include "indexer/read/byte_source.h"
#include "tests/indexer/read/pdf/made_pdf.h"

using namespace nutgraf;
using namespace nutgraf::read;
using test::PdfLine;

namespace {

Article article_in(const std::string& pdf) {
  sandbox::Parsed parsed = pdf::parse_pdf(pdf);
  REQUIRE(parsed.articles.size() == 1);
  Article article = std::move(parsed.articles[0].article);
  article.text = without_page_marks(article.text);
  return article;
}

/// Lines under each other.
void add_column(std::vector<PdfLine>& page, double x, double y, const std::vector<std::string>& lines) {
  constexpr double kLeading = 13;
  for (const std::string& line : lines) {
    page.push_back({x, y, line});
    y -= kLeading;
  }
}

}  // namespace

TEST_CASE("PDF: columns one after the other, the title by its size") {
  std::vector<PdfLine> page = {{72, 730, "Flood in the valley", 22}};
  add_column(page, 72, 690,
             {"The river rose in the night and took", "the bridge with it. Nobody was hurt in",
              "the village, but the road to the north"});
  add_column(page, 330, 690,
             {"is closed until further notice. People", "were asked to stay at home this week,",
              "said the mayor of the old town today."});
  const Article article = article_in(test::made_pdf({page}));
  CHECK(article.record.title == "Flood in the valley");
  CHECK(article.text ==
        "The river rose in the night and took\nthe bridge with it. Nobody was hurt in\nthe village, but the road to "
        "the north\n"
        "is closed until further notice. People\nwere asked to stay at home this week,\nsaid the mayor of the old town "
        "today.");
}

TEST_CASE("PDF: paragraphs by gap and by indent") {
  std::vector<PdfLine> page;
  add_column(page, 72, 690, {"The river rose in the night and took away", "the old bridge with it on its way down."});
  add_column(page, 84, 664, {"Nobody was hurt in the village, but the"});
  add_column(page, 72, 651, {"road to the north is closed until further", "notice, the people of the town were told."});
  add_column(page, 72, 610, {"A second bridge is to be built next year,", "if there is money for it in the budget."});
  const Article article = article_in(test::made_pdf({page}));
  CHECK(article.text ==
        "The river rose in the night and took away\nthe old bridge with it on its way down.\n\n"
        "Nobody was hurt in the village, but the\nroad to the north is closed until further\nnotice, the people of the "
        "town were told.\n\n"
        "A second bridge is to be built next year,\nif there is money for it in the budget.");
}

TEST_CASE("PDF: a subhead in bold is a paragraph, bold words at a line's beginning are none") {
  std::vector<PdfLine> page;
  add_column(page, 72, 690, {"The river rose in the night and took away", "the old bridge with it on its way down."});
  page.push_back({72, 664, "A warning", 11, "B"});
  add_column(page, 72, 651, {"Nobody was hurt in the village, but the road"});
  page.push_back({72, 638, "to the north", 11, "B"});
  add_column(page, 72, 625, {"is closed until further notice, they said."});
  CHECK(article_in(test::made_pdf({page})).text ==
        "The river rose in the night and took away\nthe old bridge with it on its way down.\n\nA warning\n\n"
        "Nobody was hurt in the village, but the road\nto the north\nis closed until further notice, they said.");
}

TEST_CASE("PDF: running heads and page numbers are dropped, a sentence goes on over the page") {
  std::vector<std::vector<PdfLine>> pages;
  for (int number = 1; number <= 3; ++number) {
    std::vector<PdfLine> page = {{72, 760, "Valley Herald 12"}, {300, 30, "Page " + std::to_string(number) + " of 3"}};
    const std::vector<std::vector<std::string>> texts = {
        {"The river rose in the night and it took", "the old bridge away with it on its way",
         "down to the sea, and after that it went"},
        {"on as if nothing had ever been there to", "hold it up, said the people of the town",
         "who had come to look at it, in the rain"},
        {"of that long day, and the next one, until", "there was nothing left to look at for them."}};
    add_column(page, 72, 690, texts[static_cast<std::size_t>(number - 1)]);
    pages.push_back(page);
  }
  const Article article = article_in(test::made_pdf(pages));
  CHECK(article.text.find("Herald") == std::string::npos);
  CHECK(article.text.find("Page") == std::string::npos);
  CHECK(article.text.find("after that it went\non as if nothing") != std::string::npos);
  CHECK(article.text.find("\n\n") == std::string::npos);
  REQUIRE(!article.record.meta.empty());
  CHECK(article.record.meta.back() == std::pair<std::string, std::string>("pages", "3"));
}

TEST_CASE("PDF: a running head of many lines is dropped if several pages have it") {
  for (const std::size_t count : {2U, 5U}) {
    CAPTURE(count);
    std::vector<std::vector<PdfLine>> pages(count);
    for (std::vector<PdfLine>& page : pages) {
      add_column(page, 72, 770, {"Valley Office", "12 Quay Street", "Old Town", "Version 3.1", "Author Jane Roe"});
      const std::string number(static_cast<std::size_t>(&page - pages.data()) + 1, 'x');
      add_column(page, 72, 600, {"The river rose in the night " + number, "and took away the bridge " + number});
    }
    const std::string text = article_in(test::made_pdf(pages)).text;
    CHECK((text.find("Jane Roe") == std::string::npos) == (count > 2));
    CHECK(text.find("Valley Office") == std::string::npos);
    CHECK(text.find("The river rose in the night x") != std::string::npos);
  }
}

TEST_CASE("PDF: where pages begin") {
  const std::vector<PdfLine> blank;
  const auto page = [](const std::vector<std::string>& lines) {
    std::vector<PdfLine> written;
    add_column(written, 72, 690, lines);
    return written;
  };
  sandbox::Parsed parsed = pdf::parse_pdf(test::made_pdf(
      {blank, page({"The river rose in the night and it took", "the old bridge away with it on its under-"}),
       page({"water way to the sea, and that was that.", "Nobody has seen it since then, they said."}), blank,
       page({"A second bridge is to be built next year,", "if there is money for it in the budget."})}));
  REQUIRE(parsed.articles.size() == 1);
  const Article& article = parsed.articles[0].article;
  CHECK(article.record.origin.page == 2);
  using Pair = std::pair<std::string, std::string>;
  CHECK(article.record.meta == std::vector<Pair>{{"pages_without_text", "2"}, {"pages", "5"}});
  std::string text = "The river rose in the night and it took\nthe old bridge away with it on its under-\nwater";
  insert_page_mark(text, text.size(), 3);
  text += " way to the sea, and that was that.\nNobody has seen it since then, they said.\n\n";
  insert_page_mark(text, text.size(), 5);
  text += "A second bridge is to be built next year,\nif there is money for it in the budget.";
  CHECK(without_page_marks(article.text) == without_page_marks(text));
  CHECK(article.text == text);
}

TEST_CASE("PDF: a word cut at a line end is joined where the document has it whole") {
  std::vector<PdfLine> page;
  add_column(page, 72, 690,
             {"The parliament met and the parlia-", "ment of the well-known and then a well-", "known and a hyphen-",
              "ated word were said there today, too."});
  CHECK(article_in(test::made_pdf({page})).text ==
        "The parliament met and the parliament of the well-known and then a well-\nknown and a hyphen-\nated word were "
        "said there today, too.");
}

TEST_CASE("PDF: facts") {
  std::vector<PdfLine> page;
  add_column(page, 72, 690, {"The river rose in the night and it took", "the old bridge away with it on its way."});
  const Article article = article_in(test::made_pdf(
      {page}, "/Title(Microsoft Word - report.doc)/Author(Ann Lee)/CreationDate(D:20210304050607+02'00')"));
  CHECK(article.record.title.empty());
  CHECK(article.record.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(article.record.date == "2021-03-04");
  CHECK(article.record.time == "T05:06:07+02:00");
  CHECK(article.record.date_source == "created");
  CHECK(article_in(test::made_pdf({page}, "/Title(Flood in the valley)")).record.title == "Flood in the valley");
}

TEST_CASE("PDF: a byline and a date under each other") {
  struct Row {
    const char* name;
    std::vector<std::string> lines;
    const char* author;
    const char* date;
  };
  const std::vector<Row> rows = {
      {"English", {"By Jane Roe", "London, 4 March 2014"}, "Jane Roe", "2014-03-04"},
      {"the other way round", {"4 March 2014", "By Jane Roe"}, "Jane Roe", "2014-03-04"},
      {"a sentence", {"By Jane Roe it was said on", "4 March 2014 that nobody came."}, "", "2021-01-02"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<PdfLine> page = {{72, 730, "Flood in the valley", 22}};
    add_column(page, 72, 700, row.lines);
    add_column(page, 72, 640, {"The river rose in the night and it took", "the old bridge away with it on its way."});
    const Article article = article_in(test::made_pdf({page}, "/CreationDate(D:20210102)"));
    CHECK(article.record.authors ==
          (*row.author == 0 ? std::vector<std::string>() : std::vector<std::string>{row.author}));
    CHECK(article.record.date == row.date);
  }
}

TEST_CASE("PDF: a name alone under the headline in type of its own is the author") {
  struct Row {
    const char* name;
    std::vector<PdfLine> under;
    const char* author;
  };
  const std::vector<Row> rows = {
      {"bold", {{72, 700, "Jane Roe", 11, "B"}}, "Jane Roe"},
      {"smaller", {{72, 700, "Jane Roe", 9}}, "Jane Roe"},
      {"italic", {{72, 700, "Jane Roe", 11, "I"}}, "Jane Roe"},
      {"capitals", {{72, 700, "JANE ROE"}}, "JANE ROE"},
      {"over a dateline", {{72, 700, "Jane Roe", 9}, {72, 680, "London, 4 March 2014"}}, "Jane Roe"},
      {"with an office", {{72, 700, "Jane Roe", 9}, {72, 690, "Political Editor", 9}}, "Jane Roe"},
      {"in the type of the text", {{72, 700, "Jane Roe"}}, ""},
      {"a word of the text", {{72, 700, "Bridge Lost", 11, "B"}}, ""},
      {"a place", {{72, 700, "Old Harbour", 11, "B"}}, ""},
      {"a sentence", {{72, 700, "Nobody was hurt.", 11, "B"}}, ""},
      {"not over text", {{72, 700, "Jane Roe", 9}, {72, 670, "Ann Lee", 9}}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<PdfLine> page = {{72, 730, "Flood in the valley", 22}};
    page.insert(page.end(), row.under.begin(), row.under.end());
    add_column(page, 72, 640,
               {"The river rose in the night and it took", "the bridge away with it on its way, said",
                "the people in Old Harbour on the lake."});
    const Article article = article_in(test::made_pdf({page}));
    CHECK(article.record.authors ==
          (*row.author == 0 ? std::vector<std::string>() : std::vector<std::string>{row.author}));
  }
}

TEST_CASE("PDF: the day of the paper is in its running heads, that of printing is not") {
  struct Row {
    const char* head;
    const char* date;
  };
  for (const Row& row : {Row{"Valley Herald - Tuesday, 4 March 2014", "2014-03-04"},
                         Row{"4 March 2014, 10:22 - Valley Herald", "2021-01-02"}}) {
    CAPTURE(row.head);
    std::vector<std::vector<PdfLine>> pages;
    for (const char* const text :
         {"The river rose in the night and it took", "the old bridge away with it, they said"}) {
      std::vector<PdfLine> page = {{72, 760, row.head}};
      add_column(page, 72, 690, {text, "on the day after, when the rain was over."});
      pages.push_back(page);
    }
    const Article article = article_in(test::made_pdf(pages, "/CreationDate(D:20210102)"));
    CHECK(article.record.date == row.date);
    CHECK(article.text.find("Herald") == std::string::npos);
  }
}

TEST_CASE("PDF: the name of the newspaper over the headline is its source") {
  struct Row {
    const char* name;
    const char* under;
    const char* title;
    const char* source;
  };
  const Row rows[] = {
      {"the line of an issue", "Vol. 114, No. 32 - Tuesday, 4 March 2014", "Flood in the valley", "The Daily Ferry"},
      {"a date alone", "4 March 2014", "The Daily Ferry", ""},
      {"no date", "News of the valley", "The Daily Ferry", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<PdfLine> page = {
        {72, 740, "The Daily Ferry", 44}, {72, 720, row.under, 9}, {72, 680, "Flood in the valley", 24}};
    add_column(page, 72, 640, {"The river rose in the night and it took", "the old bridge away with it on its way."});
    const Article article = article_in(test::made_pdf({page}));
    CHECK(article.record.title == row.title);
    CHECK(article.record.source == row.source);
  }
}

TEST_CASE("PDF: a letter several lines high begins a word and is no title") {
  std::vector<PdfLine> page = {{72, 700, "Flood in the valley", 18}, {72, 663, "T", 36}};
  add_column(page, 96, 678, {"he river rose in the night and it", "took the old bridge away with it on its"});
  add_column(page, 72, 652, {"way to the sea, and nobody was hurt."});
  const Article article = article_in(test::made_pdf({page}));
  CHECK(article.record.title == "Flood in the valley");
  CHECK(article.text ==
        "The river rose in the night and it\ntook the old bridge away with it on its\nway to the sea, and nobody was "
        "hurt.");
}

TEST_CASE("PDF: a sentence goes on behind what is set apart from it, which comes after its paragraph") {
  struct Row {
    const char* name;
    std::vector<PdfLine> between;
    const char* behind;  // the paragraph
    const char* next;    // the line that the sentence goes on with
  };
  const std::vector<Row> rows = {
      {"a quotation",
       {{72, 640, "Nobody was hurt", 18}},
       "\n\nNobody was hurt",
       "who had come to look at it and talk about"},
      {"a note", {{72, 60, "1 See page 4.", 7}}, "\n\n1 See page 4.", "who had come to look at it and talk about"},
      {"a subhead in bold",
       {{72, 640, "A warning", 11, "B"}},
       "\n\nA warning",
       "who had come to look at it and talk about"},
      {"nothing, and a name", {}, "", "Jane Roe, who had come to talk to us about"},
      {"a note, and a name",
       {{72, 60, "1 See page 4.", 7}},
       "\n\n1 See page 4.",
       "Jane Roe, who had come to talk to us about"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::vector<PdfLine> page = {{72, 730, "Flood in the valley", 24}};
    add_column(page, 72, 690,
               {"The river rose in the night and it took the", "old bridge which had been there for a long",
                "time, said the mayor of the old valley town"});
    page.insert(page.end(), row.between.begin(), row.between.end());
    std::vector<PdfLine> next;
    add_column(next, 72, 690, {row.next, "the wind and the rain, and that it was over."});
    CHECK(article_in(test::made_pdf({page, next})).text ==
          "The river rose in the night and it took the\nold bridge which had been there for a long\ntime, said the "
          "mayor of the old valley town\n" +
              std::string(row.next) + "\nthe wind and the rain, and that it was over." + row.behind);
  }
}

TEST_CASE("PDF: a heading over a new paragraph stays where it is") {
  std::vector<PdfLine> page;
  add_column(page, 72, 690,
             {"The river rose in the night and it took the", "old bridge. It was made of wood and stone"});
  page.push_back({72, 640, "A warning", 18});
  add_column(page, 72, 610,
             {"Nobody was hurt in the village, but the road", "to the north is closed, they said to us now."});
  const std::string text = article_in(test::made_pdf({page})).text;
  CHECK(text.find("stone\n\nNobody") != std::string::npos);
  CHECK(text.find("stone\nNobody") == std::string::npos);
}

TEST_CASE("PDF: the raised number of a note is before it") {
  std::vector<PdfLine> page;
  add_column(page, 72, 690,
             {"The river rose in the night and it took the", "old bridge away with it on its way down."});
  page.push_back({72, 104, "1", 4});
  page.push_back({75, 100, "See the report of the mayor.", 8});
  page.push_back({72, 94, "2", 4});
  page.push_back({75, 90, "See page 4.", 8});
  const std::string text = article_in(test::made_pdf({page})).text;
  CHECK(text.find("1 See the report of the mayor.\n2 See page 4.") != std::string::npos);
}

TEST_CASE("PDF: headlines side by side are two") {
  std::vector<PdfLine> page = {{40, 730, "Flood in the valley", 20}, {270, 730, "Boats sold", 20}};
  add_column(
      page, 40, 690,
      {"The river rose in the night and it took", "the old bridge away with it on its way,", "as far as the sea."});
  add_column(page, 270, 690,
             {"The last of the old boats were sold to", "a man who lives far away from the sea.", "He is very old."});
  const Article article = article_in(test::made_pdf({page}));
  CHECK(article.record.title == "Flood in the valley");
  CHECK(article.text.find("Boats sold\n\nThe last") != std::string::npos);
}

TEST_CASE("PDF: what cannot be read says why") {
  CHECK_THROWS_WITH_AS((void)pdf::parse_pdf(test::made_pdf({{}})),
                       "it has no text, at most pictures of it: it needs OCR, for example with ocrmypdf", Unreadable);
  CHECK_THROWS_WITH_AS((void)pdf::parse_pdf("%PDF-1.4\nrubbish"),
                       "it is a damaged PDF: fetch it again, or save it anew in a viewer that opens it", Unreadable);
}
