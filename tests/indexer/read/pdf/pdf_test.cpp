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

TEST_CASE("PDF: what cannot be read says why") {
  CHECK_THROWS_WITH_AS((void)pdf::parse_pdf(test::made_pdf({{}})),
                       "it has no text, at most pictures of it: it needs OCR, for example with ocrmypdf", Unreadable);
  CHECK_THROWS_WITH_AS((void)pdf::parse_pdf("%PDF-1.4\nrubbish"),
                       "it is a damaged PDF: fetch it again, or save it anew in a viewer that opens it", Unreadable);
}
