// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/folder_entries.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

namespace nutgraf {

TEST_CASE("a folder that is not there contains nothing, one that cannot be read is an error with its name") {
  const test::TempDir temp;
  CHECK(folder_entries(temp.path()).empty());
  (void)temp.write("a.txt", "x");
  (void)temp.write("b/c.txt", "x");
  CHECK(folder_entries(temp.path()).size() == 2);
  CHECK(folder_entries(temp.path() / "absent").empty());
  CHECK(folder_entries(temp.path() / "a.txt").empty());
  const std::string name(300, 'n');  // longer than a file system takes
  CHECK_THROWS_WITH_AS((void)folder_entries(temp.path() / name),
                       doctest::Contains((temp.path() / name).string().c_str()), Failure);
}

}  // namespace nutgraf
