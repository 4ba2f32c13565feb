// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/statistics.h"

#include <doctest/doctest.h>

#include "core/index/layout.h"
#include "tests/indexer/store/sample.h"
#include "tests/temp_dir.h"

using namespace nutgraf;

TEST_CASE("statistics count sources by article and files by byte") {
  const test::TempDir dir;
  auto articles = test::some_articles(30);
  articles[0].source = "HARBOUR  post";
  articles[1].source = "";
  test::SampleBatches batches;
  batches.add_batch(articles);
  test::write_generation(batches, dir.path() / "generations/0001");
  dir.write("XAPIANDB", layout::stub_text("0001"));

  const store::Statistics all = store::statistics(open_index(dir.path()), 100);
  CHECK(all.sources == std::vector<store::SourceCount>{{"Tribune", 19, 38}, {"HARBOUR  post", 10, 20}, {"", 1, 2}});
  CHECK(all.total_bytes > 0);
  std::uint64_t tables = 0;
  for (std::size_t i = 0; i < all.bytes.size(); ++i) {
    tables += all.bytes[i].second;
    CHECK(all.bytes[i].second <= all.bytes[i == 0 ? 0 : i - 1].second);
  }
  CHECK(tables > 0);
  CHECK(tables < all.total_bytes);
  CHECK(store::statistics(open_index(dir.path()), 1).sources.size() == 1);

  dir.write("both.stub", "auto .\n");
  CHECK(store::statistics(open_index(dir.path() / "both.stub"), 9).sources == all.sources);
}
