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
