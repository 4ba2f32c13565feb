// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <string>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {

TEST_CASE("the commands of docs/operations.md work in the order in which they stand") {
  const std::filesystem::path source = NUTGRAF_SOURCE_DIR;
  const TempDir temp;
  std::filesystem::copy(source / "corpus" / "text", temp.path() / "articles", std::filesystem::copy_options::recursive);
  (void)temp.write("withdrawn.txt", "harbour-post/2023/06/19/envoy.txt\n");
  std::istringstream lines(read_file(source / "docs" / "operations.md"));
  int run = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("    nutgraf-index ")) {
      const Outcome outcome = shell(temp.path(), line);
      CHECK_MESSAGE(outcome.exit == 0, line, outcome.err);
      ++run;
    }
  }
  CHECK(run >= 10);
}

}  // namespace nutgraf::test
