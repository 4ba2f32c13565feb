// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/atomic_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

namespace nutgraf {
namespace {

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::ptrdiff_t files_in(const std::filesystem::path& folder) {
  return std::distance(std::filesystem::directory_iterator(folder), {});
}

}  // namespace

TEST_CASE("a file is replaced whole, or stays as it was") {
  const test::TempDir dir;
  const std::filesystem::path file = dir.path() / "file";
  std::ofstream(file) << "old";
  const std::string large(200'000, 'x');
  for (const AtomicFile::Writers writers : {AtomicFile::Writers::One, AtomicFile::Writers::Several}) {
    {
      AtomicFile out(file, writers);
      out.write("never finished");
    }
    CHECK(contents(file) == "old");
    CHECK(files_in(dir.path()) == 1);
    {
      AtomicFile out(file, writers);
      out.write(large);
      out.write("end");
      CHECK(contents(file) == "old");
      out.commit(AtomicFile::Durability::Synced);
    }
    CHECK(contents(file) == large + "end");
    CHECK(files_in(dir.path()) == 1);
    std::ofstream(file) << "old";
  }
}

TEST_CASE("a file that cannot be written is named, with the reason") {
  const test::TempDir dir;
  const std::filesystem::path file = dir.path() / "missing/file";
  CHECK_THROWS_WITH_AS(AtomicFile{file}, ("cannot write " + file.string() + ": No such file or directory").c_str(),
                       Failure);
}

}  // namespace nutgraf
