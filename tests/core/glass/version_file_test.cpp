// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/version_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "core/glass/corruption_error.h"
#include "tests/temp_dir.h"

namespace nutgraf::glass {

TEST_CASE("a version file is read as it was written") {
  const test::TempDir dir;
  const std::filesystem::path file = dir.path() / kVersionFile;
  Version version;
  version.uuid = new_uuid();
  version.postlist = {70'000, 2, kBlockSize, 123'456'789, 70'001};
  version.docdata = {3, 1, kBlockSize, 40, 4};
  version.termlist = {0, 0, kBlockSize, 1, 1};
  version.statistics = {.documents = 40, .shortest = 3, .longest = 900, .highest_wdf = 7, .total_length = 5000};
  write_version(file, version);

  const Version read = read_version(file);
  CHECK(read.uuid == version.uuid);
  CHECK(read.revision == kFirstRevision);
  CHECK(read.postlist.block == 70'000);
  CHECK(read.postlist.level == 2);
  CHECK(read.postlist.block_size == kBlockSize);
  CHECK(read.postlist.entries == 123'456'789);
  CHECK(read.postlist.blocks == 70'001);
  CHECK(read.docdata.level == 1);
  CHECK_FALSE(read.termlist.absent());
  CHECK(read.position.absent());
  CHECK(read.statistics.documents == 40);
  CHECK(read.statistics.shortest == 3);
  CHECK(read.statistics.longest == 900);
  CHECK(read.statistics.highest_wdf == 7);
  CHECK(read.statistics.total_length == 5000);
}

TEST_CASE("what is no version file is refused") {
  const test::TempDir dir;
  const std::filesystem::path file = dir.path() / kVersionFile;
  std::ofstream(file) << "some text";
  CHECK_THROWS_AS(static_cast<void>(read_version(file)), CorruptionError);
}

}  // namespace nutgraf::glass
