// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/byline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nutgraf::read::html;
using Names = std::vector<std::string>;

TEST_CASE("names in bylines") {
  struct Row {
    const char* byline;
    Names names;
  };
  const Row rows[] = {
      {"By Jane Roe", {"Jane Roe"}},
      {"Text & Fotos: Jane Roe", {"Jane Roe"}},
      {"Ein Kommentar von Jane Roe", {"Jane Roe"}},
      {"Posted by Jane 21.10.2019", {"Jane"}},
      {"By Jane Roe and John Doe Monday, November 18, 2019", {"Jane Roe", "John Doe"}},
      {"Jane Roe Stand: 05. Februar 2020", {"Jane Roe"}},
      {"By R. R. 07.08.2013", {"R. R."}},
      {"Posted on 5 May 2020 by Jane Roe", {"Jane Roe"}},
      {"Jane Roe, Staff Writer", {"Jane Roe"}},
      {"Jane Roe, MD, PhD", {"Jane Roe"}},
      {"Jane Roe (text) and John Doe (pictures)", {"Jane Roe", "John Doe"}},
      {"By Jane\u00ADtte Roe", {"Janette Roe"}},
      {"Jane Roe and staff reports", {"Jane Roe"}},
      {"Beitrag von ferry201 » 21.01.2009, 05:42", {"ferry201"}},
      {"Veröffentlicht am 19.10.19 um 14:34 Uhr", {}},
      {"Von Jana Roth und Max Mai, Berlin", {"Jana Roth", "Max Mai"}},
      {"Von Jana Roth, Berlin", {"Jana Roth"}},
      {"By Jane Roe, AFP", {"Jane Roe", "AFP"}},
      {"Submitted by Jane Roe on Tue, 03/04/2014", {"Jane Roe"}},
      {"By Kim Sun 5 May 2020", {"Kim Sun"}},
      {"By Jane Roe @janeroe", {"Jane Roe"}},
      {"Jane Roe in London and Bo Poe in Paris", {"Jane Roe", "Bo Poe"}},
      {"By Jane Roe for the Daily Gazette", {"Jane Roe"}},
      {"By Friends of the Earth", {"Friends of the Earth"}},
      {"Reporting by Jane Roe; Editing by Bo Poe", {"Jane Roe"}},
      {"Juana Pérez / Madrid", {"Juana Pérez"}},
      {"Por Joana Dias — 04 mar 2014", {"Joana Dias"}},
      {"Автор: Иван Петров", {"Иван Петров"}},
      {"김철수 기자", {"김철수"}},
      {"本报记者 张三", {"张三"}},
      {"Jane Roe, MDR Radio", {"Jane Roe"}},
      {"JANE ROE, BO POE", {"JANE ROE", "BO POE"}},
      {"Autorin/Autor Jana Roth", {"Jana Roth"}},
      {"ByJane Roe", {"Jane Roe"}},
      {"Byby Jane Roe, Bo Poe and Al Coe", {"Jane Roe", "Bo Poe", "Al Coe"}},
      {"BYRON ROE", {"BYRON ROE"}},
      {"Jane Roe@janeroe", {"Jane Roe"}},
      {"By Jane Roe For Island Online", {"Jane Roe"}},
      {"José Silva e Souza", {"José Silva e Souza"}},
      {"Ana e João", {"Ana", "João"}},
      {"(Brussels, Europe desk)", {}},
      {"Staff Writer", {}},
      {"See full bio", {}},
      {"Wednesday", {}},
      {"em São Paulo", {}},
      {"作者：", {}},
      {"Datum:", {}},
      {"unsere Autoren", {}},
      {"Sign up for our newsletter", {}},
      {"ferry201", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.byline);
    CHECK(names_in_byline(row.byline) == row.names);
  }
}

TEST_CASE("names in lines of other scripts") {
  struct Row {
    const char* line;
    Names names;
  };
  const Row rows[] = {
      {"김철수 기자 승인 2014.03.04 10:22", {"김철수"}},
      {"[서울=뉴시스] 김철수기자·이영희 기자", {"김철수", "이영희"}},
      {"객원 기자", {}},
      {"2014年03月04日 10:22 来源：新华网 作者：张三", {"张三"}},
      {"2014-03-04 10:22:33　来源: 人民日报　记者 张三", {"张三"}},
      {"作者：张三、李四四", {"张三", "李四四"}},
      {"〔記者張三／台北報導〕 2014年3月4日", {"張三"}},
      {"【ロンドン＝山田太郎】2014年3月4日", {"山田太郎"}},
      {"记者从现场获悉 2014年3月4日", {}},
      {"作者是一位老师。", {}},
      {"มติชน 4 มี.ค. 2557 โดย: สมชาย ใจดี", {"สมชาย ใจดี"}},
      {"מאת דנה כהן, 4 במרץ 2014", {"דנה כהן"}},
      {"كتب: محمد علي | الثلاثاء، 04 مارس 2014", {"محمد علي"}},
      {"Опубликовано: 4 мар. 2014 г. Автор: Иван Петров", {"Иван Петров"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(names_in_line(row.line) == row.names);
  }
}

TEST_CASE("data may name an alias") {
  CHECK(names_in_data("Jane Roe, Islander") == Names{"Jane Roe", "Islander"});
  CHECK(names_in_data("ferry201") == Names{"ferry201"});
  CHECK(names_in_data("Jane Roe and ferry201") == Names{"Jane Roe", "ferry201"});
  CHECK(names_in_data("Section 12 staff").empty());
}

TEST_CASE("labels of names, and names alone") {
  for (const char* label : {"Text", "Autor:", "By", "Words by"}) {
    CHECK_MESSAGE(is_author_label(label), label);
  }
  for (const char* none : {"Weather", "By the sea", ""}) {
    CHECK_MESSAGE(!is_author_label(none), none);
  }
  for (const char* name : {"Jane Roe", "Ludwig van Roe", "Jane-Anne O'Roe", "Prof. Dr. Jane Roe", "Jane R. Roe"}) {
    CHECK_MESSAGE(is_full_name(name), name);
  }
  for (const char* none : {"Jane", "Die Redaktion", "Jane Roe.", "Two more boats", "Pier 2", "A B C D"}) {
    CHECK_MESSAGE(!is_full_name(none), none);
  }
}
