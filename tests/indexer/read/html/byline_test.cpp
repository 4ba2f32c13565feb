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

TEST_CASE("data may name an alias") {
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
  for (const char* name : {"Jane Roe", "Ludwig van Roe", "Jane-Anne O'Roe"}) {
    CHECK_MESSAGE(is_full_name(name), name);
  }
  for (const char* none : {"Jane", "Die Redaktion", "Jane Roe.", "Two more boats", "Pier 2", "A B C D"}) {
    CHECK_MESSAGE(!is_full_name(none), none);
  }
}
