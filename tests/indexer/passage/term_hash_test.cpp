// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/term_hash.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace nutgraf {
namespace {

TEST_CASE("hashes of like terms differ, also in their low bits") {
  std::set<std::uint64_t> hashes;
  std::vector<int> buckets(1024);
  std::size_t terms = 0;
  for (int i = 0; i < 20000; ++i) {
    for (const char* stem : {"", "a", "word", "principle", "internationalization"}) {
      const std::uint64_t hash = passage::term_hash(stem + std::to_string(i));
      hashes.insert(hash);
      ++buckets[hash % buckets.size()];
      ++terms;
    }
  }
  CHECK(hashes.size() == terms);
  for (const int bucket : buckets) {
    CHECK(bucket < 200);  // 98 on average
  }
  CHECK(passage::term_hash("ab") != passage::term_hash("ba"));
  CHECK(passage::term_hash(std::string(1, '\0')) != passage::term_hash(std::string(2, '\0')));
}

}  // namespace
}  // namespace nutgraf
