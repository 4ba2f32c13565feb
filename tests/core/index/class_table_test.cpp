// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/class_table.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace nutgraf;

TEST_CASE("keys") {
  CHECK(class_metadata_key("en", "principl") == "nutgraf/class/en/principl");
  CHECK(compound_metadata_key("ceasefire") == "nutgraf/compound/ceasefire");
  CHECK(case_metadata_key("en", "us") == "nutgraf/case/en/us");
}

TEST_CASE("keys of long words fit glass and stay apart") {
  std::set<std::string> seen;
  for (std::size_t size = 190; size < 230; ++size) {
    for (const char letter : {'a', '\0'}) {
      const std::string key = class_metadata_key("en", std::string(size, letter));
      CHECK(key.size() <= 250);
      CHECK(seen.insert(key).second);
    }
  }
  CHECK(case_metadata_key(std::string(300, 'l'), std::string(300, 'w')).size() <= 250);
}

TEST_CASE("lists are sorted sets") {
  CHECK(encode_list({"b", "a", "b"}) == "a\nb");
  CHECK(encode_list({}).empty());
  CHECK(decode_list("").empty());
  const std::vector<std::string> forms{"cease fire", "a", "é"};
  CHECK(decode_list(encode_list(forms)) == std::vector<std::string>{"a", "cease fire", "é"});
}

TEST_CASE("counts") {
  const CaseCounts counts{1, 20, 0, 18446744073709551615U};
  CHECK(encode_counts(counts) == "1 20 0 18446744073709551615");
  CHECK(decode_counts(encode_counts(counts)) == counts);
  CHECK(decode_counts("") == CaseCounts{});
  CHECK(decode_counts("7") == CaseCounts{7, 0, 0, 0});
  CHECK(decode_counts("x y") == CaseCounts{});
  CaseCounts sum{1, 2, 3, 4};
  sum += CaseCounts{10, 20, 30, 40};
  CHECK(sum == CaseCounts{11, 22, 33, 44});
}
