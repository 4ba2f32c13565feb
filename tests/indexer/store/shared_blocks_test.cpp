// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/shared_blocks.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/temp_dir.h"

using namespace nutgraf;
using store::ByteRange;
using store::Extent;
using Extents = std::vector<Extent>;
using Ranges = std::vector<ByteRange>;

TEST_CASE("what lies at the same place is shared") {
  struct Row {
    const char* name;
    Extents one;
    Extents other;
    Ranges shared;
  };
  for (const Row& row : {
           Row{"nothing known", {}, {}, {}},
           Row{"all", {{0, 100, 5000}}, {{0, 100, 5000}}, {{0, 100}}},
           Row{"another place", {{0, 100, 5000}}, {{0, 100, 6000}}, {}},
           Row{"the same place, elsewhere in the file", {{0, 100, 5000}}, {{100, 100, 5000}}, {}},
           Row{"a part rewritten",
               {{0, 100, 5000}},
               {{0, 40, 5000}, {40, 20, 9000}, {60, 40, 5060}},
               {{0, 40}, {60, 100}}},
           Row{"cut otherwise", {{0, 100, 5000}}, {{0, 30, 5000}, {30, 70, 5030}}, {{0, 100}}},
           Row{"a hole", {{0, 10, 5000}, {50, 10, 7000}}, {{0, 60, 5000}}, {{0, 10}}},
           Row{"moved down", {{100, 10, 50}}, {{100, 20, 50}}, {{100, 110}}},
       }) {
    CAPTURE(row.name);
    CHECK(store::shared_ranges(row.one, row.other) == row.shared);
    CHECK(store::shared_ranges(row.other, row.one) == row.shared);
  }
}

TEST_CASE("ranges contain what lies in one of them") {
  const Ranges ranges{{0, 10}, {20, 30}};
  CHECK(store::contains(ranges, {0, 10}));
  CHECK(store::contains(ranges, {22, 25}));
  CHECK_FALSE(store::contains(ranges, {5, 25}));
  CHECK_FALSE(store::contains(ranges, {15, 18}));
  CHECK_FALSE(store::contains(Ranges{}, {0, 1}));
}

TEST_CASE("a file that was written again shares nothing with the first") {
  const test::TempDir dir;
  const std::string bytes(3 << 20, 'x');
  const int one = ::open(dir.write("one", bytes).c_str(), O_RDONLY);
  const int other = ::open(dir.write("other", bytes).c_str(), O_RDONLY);
  CHECK(store::shared_ranges(one, other).empty());
  const Ranges own = store::shared_ranges(one, one);  // empty where the file system does not tell
  CHECK((own.empty() || store::contains(own, {0, bytes.size()})));
  ::close(one);
  ::close(other);
}
