// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/input_order.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::command {

TEST_CASE("files come in the order in which a build would meet them") {
  const InputOrder order({"/d/b", "-", "/d/a", "/d"});
  // "a/z" comes before "a.x": a folder's name ends before a longer one. 0xE9 is more than any letter of ASCII.
  const std::vector<std::string> sorted = {"/d/b/a",   "/d/b/a/z", "/d/b/a.x",     "/d/b/c", "/d/a/x",
                                           "/d/a-b/x", "/d/c",     "/d//caf%E9/x", "/d/d"};
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (std::size_t j = 0; j < sorted.size(); ++j) {
      CAPTURE(sorted[i]);
      CAPTURE(sorted[j]);
      CHECK(order.is_before(sorted[i], sorted[j]) == (i < j));
    }
  }
  CHECK(order.place("-") == std::nullopt);
  CHECK_FALSE(order.is_before("/elsewhere", "/d/a"));
  CHECK(order.sorted({"/d/c", "-", "/d/a", "/d/b/c", "/d/b"}) ==
        std::vector<std::string>{"/d/b", "/d/b/c", "/d/a", "/d/c", "-"});
}

}  // namespace nutgraf::command
