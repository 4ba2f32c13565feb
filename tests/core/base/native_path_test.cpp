// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/native_path.h"

#include <doctest/doctest.h>

namespace nutgraf {

TEST_CASE("the path that an index has is read back as the name of the file") {
  struct Row {
    const char* name;
    const char* path;
  };
  for (const Row& row : {Row{"/a/b%41.txt", "/a/b%41.txt"}, Row{"/a//b%FF%25c.txt", "/a/b\xFF%c.txt"},
                         Row{"/a//%e9/x.txt", "/a/\xE9/x.txt"}, Row{"", ""}}) {
    CAPTURE(row.name);
    CHECK(native_path(row.name) == row.path);
  }
}

}  // namespace nutgraf
