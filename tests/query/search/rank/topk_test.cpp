// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/topk.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::search::rank {

TEST_CASE("the heaviest passages are kept, with all that equal the last of them") {
  struct Row {
    const char* name;
    std::size_t count;
    std::vector<double> weights;  // of documents 1, 2, ...
    std::vector<Xapian::docid> kept;
  };
  const std::vector<Row> rows = {
      {"fewer than asked for", 5, {1, 3, 2}, {2, 3, 1}},
      {"more than asked for", 2, {1, 4, 2, 3, 0.5}, {2, 4}},
      {"equals of the last", 2, {3, 1, 2, 2, 2, 1, 1, 1}, {1, 3, 4, 5}},
      {"nearly equal", 1, {2, 2 - kEqualWeights / 2, 2 - 2 * kEqualWeights}, {1, 2}},
      {"all equal", 1, {1, 1, 1, 1, 1}, {1, 2, 3, 4, 5}},
      {"none", 3, {}, {}},
  };
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      TopK top(row.count);
      for (std::size_t i = 0; i < row.weights.size(); ++i) {
        top.offer({static_cast<Xapian::docid>(i + 1), row.weights[i]});
      }
      std::vector<Xapian::docid> kept;
      for (const RankedPassage& passage : top.take()) {
        kept.push_back(passage.document);
      }
      CHECK(kept == row.kept);
    }
  }
}

TEST_CASE("the threshold rises to the weight of the last passage that counts") {
  TopK top(2);
  top.offer({1, 5});
  top.prune();
  CHECK(top.threshold() == 0);
  top.offer({2, 3});
  top.offer({3, 4});
  top.prune();
  CHECK(top.threshold() == doctest::Approx(4).epsilon(kEqualWeights));
  CHECK(top.threshold() < 4);
}

}  // namespace nutgraf::search::rank
