// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/dispersion.h"

#include <doctest/doctest.h>

#include <vector>

namespace nutgraf::view {

TEST_CASE("dispersion of the worked example of Gries") {
  // "a" in: b a m n i b e u p | b a s a t b e w q n | b c a g a b e s t a | b a g h a b e a a t | b a h a a b e a x a t
  const std::vector<CorpusPart> parts = {{1, 9}, {2, 10}, {3, 10}, {4, 10}, {5, 11}};
  const Dispersion found = dispersion(parts);
  CHECK(found.dp == doctest::Approx(0.18));
  CHECK(found.dp_norm == doctest::Approx(0.2195).epsilon(1e-3));
  CHECK(found.juilland_d == doctest::Approx(0.7851).epsilon(1e-4));
}

struct DispersionRow {
  const char* name;
  std::vector<CorpusPart> parts;
  double dp;
  double dp_norm;
  double juilland_d;
};

TEST_CASE("dispersion at the edges") {
  const std::vector<DispersionRow> rows = {
      {"nothing occurs", {{0, 10}, {0, 10}}, 0, 0, 0},
      {"no parts", {}, 0, 0, 0},
      {"one part", {{3, 10}}, 0, 0, 1},
      {"even", {{1, 10}, {2, 20}, {3, 30}}, 0, 0, 1},
      {"all in one of four", {{0, 10}, {0, 10}, {4, 10}, {0, 10}}, 0.75, 1, 0},
      {"a part without tokens is none", {{1, 10}, {1, 10}, {0, 0}}, 0, 0, 1},
  };
  for (const DispersionRow& row : rows) {
    CAPTURE(row.name);
    const Dispersion found = dispersion(row.parts);
    CHECK(found.dp == doctest::Approx(row.dp));
    CHECK(found.dp_norm == doctest::Approx(row.dp_norm));
    CHECK(found.juilland_d == doctest::Approx(row.juilland_d));
  }
}

}  // namespace nutgraf::view
