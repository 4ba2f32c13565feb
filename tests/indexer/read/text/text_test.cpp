// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "indexer/read/lines/clean_lines.h"
#include "indexer/read/lines/line_signs.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/text/text_head.h"

using namespace nutgraf;
using namespace nutgraf::read;

namespace {

std::string repeated(const char* sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) {
    text += sentence;
  }
  return text;
}

}  // namespace

TEST_CASE("hard-wrapped lines stay in their paragraph") {
  CHECK(lines::lay_out_paragraphs("The council met on Monday to speak of the One\n"
                                  "China principle, which its members had read of.\n"
                                  "They agreed.\n"
                                  "The mayor then asked for a vote on the matter and\n"
                                  "got none.\n") ==
        "The council met on Monday to speak of the One\n"
        "China principle, which its members had read of.\n"
        "They agreed.\n\n"
        "The mayor then asked for a vote on the matter and\n"
        "got none.");
}

TEST_CASE("a page break inside a sentence parts no paragraph") {
  CHECK(lines::lay_out_paragraphs(
            "I say this not out of formal sympathy, but \n\n\n\nbecause our country, with the United\n"
            "States of America, was struck.\n\nNext we turn to trade.") ==
        "I say this not out of formal sympathy, but\nbecause our country, with the United\n"
        "States of America, was struck.\n\nNext we turn to trade.");
}

TEST_CASE("a sentence is found across any line and page break") {
  const std::string width = "The council met on Monday to speak of the matter and\n";
  const std::string text = "It was agreed that nobody would be left behind. The plan is to reach what was promised ";
  struct Row {
    const char* name;
    std::string text;
    const char* together;
  };
  const Row rows[] = {
      {"a short form ends the first line",
       "My congratulations, Mr.\nPresident, on your election to this high\n" + width + width, "Mr.\nPresident"},
      {"a short first line", "The General\nAssembly has been and must continue to be the great\n" + width + width,
       "General\nAssembly"},
      {"a sentence begins in a first line",
       "This is my first General\nAssembly as the minister. I was here as another,\n" + width + width,
       "General\nAssembly"},
      {"the next page begins with a capital",
       width + "social conditions of those small island developing\n\nStates. We would find them again.\n",
       "developing\nStates"},
      {"a page ends in an article", width + "the principles in the Charter of the\n \nUnited Nations. We believe it.\n",
       "the\nUnited"},
      {"long lines", text + "by the Security\n \nCouncil. The world has moved on, and nobody has seen " + text + ".",
       "Security\nCouncil"},
      {"a long line breaks in a name",
       "114.\tOf late, some progress has been achieved at the negotiations of the United States of\nAmerica and "
       "others, and " +
           text + text + text + ".",
       "of\nAmerica"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string laid_out = lines::lay_out_paragraphs(row.text);
    CAPTURE(laid_out);
    CHECK(laid_out.find(row.together) != std::string::npos);
  }
}

TEST_CASE("headings and items among wrapped lines stay apart") {
  const std::string width = "The council met on Monday to speak of the matter and\n";
  const std::string lines = width + width + "left.\n";
  for (const char* heading : {"LOCAL NEWS\n", "Local news\n\n", "A report on the Security Council\n\n"}) {
    CAPTURE(heading);
    const std::string laid_out = lines::lay_out_paragraphs(heading + lines);
    CHECK(laid_out.find("\n\nThe council") != std::string::npos);
    CHECK(lines::lay_out_paragraphs(lines + "\n" + heading + lines).find("left.\n\n" + std::string(1, heading[0])) !=
          std::string::npos);
  }
}

TEST_CASE("one paragraph a line") {
  const std::string a = repeated("The delegation welcomed the report. ", 12);
  const std::string b = repeated("Nothing else was said about the matter. ", 9);
  const std::string laid_out = lines::lay_out_paragraphs(a + "\n" + b + "\n" + a);
  CHECK(laid_out.find("report.\n\nNothing") != std::string::npos);
  CHECK(laid_out.find("matter.\n\nThe delegation") != std::string::npos);
}

TEST_CASE("lines that end with their sentences are paragraphs, headings too") {
  CHECK(lines::lay_out_paragraphs("First things\nWe met on Monday, all of us, and spoke long.\nIt rained.\nWe left.") ==
        "First things\n\nWe met on Monday, all of us, and spoke long.\n\nIt rained.\n\nWe left.");
}

TEST_CASE("a line that ends with a name's short form goes on") {
  const std::string laid_out =
      lines::lay_out_paragraphs("It was said on Tuesday in the great hall by Mr.\nXi.\nAll left.");
  CHECK(laid_out.find("Mr.\nXi.") != std::string::npos);
  for (const char* line : {"end.", "end!", "end?\"", "end.”", "end.)", "结束。", "end:"}) {
    CAPTURE(line);
    CHECK(lines::may_end_paragraph(line));
  }
  for (const char* line : {"end", "Mr.", "by George W.", "end,", "", "said Dr."}) {
    CAPTURE(line);
    CHECK_FALSE(lines::may_end_paragraph(line));
  }
}

TEST_CASE("which letters are lower case") {
  for (const char* text : {"a", "“because", "é", "д", "я", "λ", "(and", "ő"}) {
    CAPTURE(text);
    CHECK(lines::begins_lower(text));
  }
  for (const char* text : {"A", "É", "Д", "Λ", "1", "", "“", "中", "Ő", "ბ"}) {
    CAPTURE(text);
    CHECK_FALSE(lines::begins_lower(text));
  }
}

TEST_CASE("empty and blank texts") {
  CHECK(lines::lay_out_paragraphs("").empty());
  CHECK(lines::lay_out_paragraphs(" \n\t\n").empty());
  CHECK(lines::lay_out_paragraphs("  one ") == "one");
}

TEST_CASE("line ends and control characters") {
  struct Row {
    std::string text;
    std::string expected;
    std::size_t nuls;
  };
  const Row rows[] = {
      {"a\r\nb\rc\n", "a\nb\nc\n", 0},
      {std::string("a\0b\0", 4), "a b ", 2},
      {"a\fb\vc", "a\nb\nc", 0},
      {"a\x01\x7F"
       "b\tc",
       "a  b\tc", 0},
      {"a\xC2\x85"
       "b\xE2\x80\xA8"
       "c\xE2\x80\xA9"
       "d",
       "a\nb\nc\n\nd", 0},
      {"caf\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D \xC2\xA3", "caf\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D \xC2\xA3", 0},
      {"\uFEFFa\n\uFEFF\uFEFFb\r\n\uFEFFc d\uFEFFe \uFF0C", "a\nb\nc d\uFEFFe \uFF0C", 0},
      {"", "", 0},
      {"\r", "\n", 0},
  };
  for (const Row& row : rows) {
    std::string text = row.text;
    CHECK(lines::clean_lines(text) == row.nuls);
    CHECK(text == row.expected);
  }
}

TEST_CASE("heads of texts") {
  struct Row {
    const char* name;
    std::string text;
    const char* title;
    const char* date;
    const char* rest;
  };
  const std::string paragraph = repeated("A long paragraph follows it here. ", 6);
  const Row rows[] = {
      {"scraped", " date 2023-06-19 Sign up to our email\n\nThe envoy said so.", "", "2023-06-19",
       " Sign up to our email\n\nThe envoy said so."},
      {"scraped, alone on its line", "date 2023-06-19\nEnvoy speaks\n\nThe envoy said so.", "Envoy speaks",
       "2023-06-19", "The envoy said so."},
      {"not a date", " date 2023-02-31 x", "", "", " date 2023-02-31 x"},
      {"the word alone", "date palms grow here.", "", "", "date palms grow here."},
      {"title over a blank line", "Envoy speaks\n\nThe envoy said so.", "Envoy speaks", "", "The envoy said so."},
      {"title with a question mark", "Who pays?\n\nNobody.", "Who pays?", "", "Nobody."},
      {"title over a long line", "Envoy speaks\n" + paragraph, "Envoy speaks", "", paragraph.c_str()},
      {"wrapped text", "The envoy said in a speech to the\nassembly that he was glad.", "", "",
       "The envoy said in a speech to the\nassembly that he was glad."},
      {"a sentence", "The envoy spoke.\n\nHe was glad.", "", "", "The envoy spoke.\n\nHe was glad."},
      {"a salutation", "Mr. President,\n\nI am glad.", "", "", "Mr. President,\n\nI am glad."},
      {"a page break", "It is an honour to speak in this\n\nassembly today.", "", "",
       "It is an honour to speak in this\n\nassembly today."},
      {"an unfinished line", "It is an honour to address the\n\nAssembly today.", "", "",
       "It is an honour to address the\n\nAssembly today."},
      {"one line", "Envoy speaks", "", "", "Envoy speaks"},
      {"markdown", "# Envoy speaks\n\nThe envoy said so.", "Envoy speaks", "", "The envoy said so."},
      {"head lines", "Title: Envoy speaks\nDate: 19 June 2023\n\nThe envoy said so.", "Envoy speaks", "2023-06-19",
       "The envoy said so."},
      {"a month alone", "Date: juin 2023\n\nThe envoy said so.", "", "2023-06", "The envoy said so."},
      {"a month in the language told above", "Language: pl\nDate: 19 listopad 2023\n\nThe envoy said so.", "",
       "2023-11-19", "The envoy said so."},
      {"title, then its date", "Envoy speaks\n\nPublished: 19 June 2023\n\nThe envoy said so.", "Envoy speaks",
       "2023-06-19", "The envoy said so."},
      {"front matter", "---\ntitle: \"Envoy speaks\"\nlayout: post\ndate: 2023-06-19\n---\nThe envoy said so.",
       "Envoy speaks", "2023-06-19", "The envoy said so."},
      {"an abbreviation that looks like a joint", "Opening win in LA\n\nThe envoy said so.", "Opening win in LA", "",
       "The envoy said so."},
      {"a remark in brackets below", "Harbour clinch the cup\n\n(after extra time)\n\nThe envoy said so.",
       "Harbour clinch the cup", "", "(after extra time)\n\nThe envoy said so."},
      {"an open fence", "---\ntitle: x", "", "", "---\ntitle: x"},
      {"a source line in the text", "Source: Reuters\nThe envoy said so.", "", "",
       "Source: Reuters\nThe envoy said so."},
      {"template code", "{{ title }}\n\nThe envoy said so.", "", "", "{{ title }}\n\nThe envoy said so."},
      {"Chinese", "金枪鱼配额谈判破裂\n\n十七国代表五日凌晨未能达成一致。", "金枪鱼配额谈判破裂", "",
       "十七国代表五日凌晨未能达成一致。"},
      {"nothing", "", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Article article;
    const std::string_view rest = text::read_head(row.text, article);
    const ArticleRecord& record = article.record;
    CHECK(record.title == row.title);
    CHECK(record.date == row.date);
    CHECK(record.date_source == (*row.date == '\0' ? "" : "head"));
    CHECK(rest == row.rest);
  }
}

TEST_CASE("lines between a headline and its text say who wrote it and when") {
  struct Row {
    const char* text;
    const char* title;
    const char* date;
    std::vector<std::string> authors;
    const char* rest;
  };
  const Row rows[] = {
      {"Budget is presented\nBy Jane Roe\nMarch 4, 2014\n\nThe text.",
       "Budget is presented",
       "2014-03-04",
       {"Jane Roe"},
       "By Jane Roe\nMarch 4, 2014\n\nThe text."},
      {"Budget is presented\n\nBy Jane Roe\nThe Daily Gazette\nMarch 4, 2014\n\nThe text.",
       "Budget is presented",
       "2014-03-04",
       {"Jane Roe"},
       "By Jane Roe\nThe Daily Gazette\nMarch 4, 2014\n\nThe text."},
      {"Le budget\nPublié le 4 mars 2014 à 10h22\nPar Jeanne Roux\n\nThe text.",
       "Le budget",
       "2014-03-04",
       {"Jeanne Roux"},
       "Publié le 4 mars 2014 à 10h22\nPar Jeanne Roux\n\nThe text."},
      {"两国签署三项合作协议\n2014年03月04日 10:22 来源：新华网\n\nThe text.",
       "两国签署三项合作协议",
       "2014-03-04",
       {},
       "2014年03月04日 10:22 来源：新华网\n\nThe text."},
      {"Бюджет внесён в Думу\n04.03.2014, 10:22\nИван Петров\n\nThe text.",
       "Бюджет внесён в Думу",
       "2014-03-04",
       {"Иван Петров"},
       "04.03.2014, 10:22\nИван Петров\n\nThe text."},
      {"Budget is presented\n======\n\n4 March 2014\n\nThe text.",
       "Budget is presented",
       "2014-03-04",
       {},
       "4 March 2014\n\nThe text."},
      // Of the text, not about it.
      {"Budget is presented\n\nOn 4 March 2014 the council met\nin the hall\n\nThe text.",
       "Budget is presented",
       "",
       {},
       "On 4 March 2014 the council met\nin the hall\n\nThe text."},
      {"By Jane Roe\nMarch 4, 2014\n\nThe text.", "", "", {}, "By Jane Roe\nMarch 4, 2014\n\nThe text."},
      {"Budget is presented\nBy Jane Roe\nMarch 4, 2014\n",
       "",
       "",
       {},
       "Budget is presented\nBy Jane Roe\nMarch 4, 2014\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Article article;
    CHECK(text::read_head(row.text, article) == row.rest);
    CHECK(article.record.title == row.title);
    CHECK(article.record.date == row.date);
    CHECK(article.record.authors == row.authors);
  }
}

TEST_CASE("a wide blank begins a paragraph") {
  CHECK(lines::lay_out_paragraphs("\u3000政府は予算案を提出した。\n\u3000野党は批判している。\n") ==
        "\u3000政府は予算案を提出した。\n\n\u3000野党は批判している。");
}
