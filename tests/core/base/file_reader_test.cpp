// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/file_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

using namespace nutgraf;

namespace {

std::vector<std::string> lines_of(const std::string& file) {
  LineReader reader(file);
  std::vector<std::string> lines;
  for (std::string line; reader.next(line);) {
    lines.push_back(line);
  }
  return lines;
}

std::string failure_of(const std::string& file) {
  try {
    (void)lines_of(file);
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Missing);
    return failure.what();
  }
  return {};
}

}  // namespace

TEST_CASE("lines of a file") {
  const test::TempDir temp;
  const std::string longer(200'000, 'x');  // than a chunk
  struct Row {
    std::string bytes;
    std::vector<std::string> lines;
  };
  const std::vector<Row> rows = {{"", {}},
                                 {"\n", {""}},
                                 {"a", {"a"}},
                                 {"a\nb\n", {"a", "b"}},
                                 {"a\r\n\nb", {"a\r", "", "b"}},
                                 {longer + "\n" + longer + "y", {longer, longer + "y"}}};
  for (const Row& row : rows) {
    const std::string file = temp.write("file", row.bytes).string();
    CHECK(lines_of(file) == row.lines);
    CHECK(read_whole(file) == row.bytes);
  }
}

TEST_CASE("an error of reading is no end of the file, and names it") {
  const test::TempDir temp;
  CHECK(failure_of((temp.path() / "none").string()) ==
        "cannot read " + (temp.path() / "none").string() + ": No such file or directory");
  // Opens, but cannot be read: a folder, and memory that is mapped nowhere.
  CHECK(failure_of(temp.path().string()) == "cannot read " + temp.path().string() + ": Is a directory");
  CHECK(failure_of("/proc/self/mem") == "cannot read /proc/self/mem: Input/output error");
}
