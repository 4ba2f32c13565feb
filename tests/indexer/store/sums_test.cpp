// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/sums.h"

#include <doctest/doctest.h>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = ledger::kPieceBytes;

/// Bytes that differ from piece to piece.
std::string noise(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 7;
  for (char& byte : bytes) {
    state = state * 1664525 + 1013904223;
    byte = static_cast<char>(state >> 24U);
  }
  return bytes;
}

std::string problem_of(const fs::path& folder, const ledger::FileSums& sums) {
  const auto problems = store::differences({folder, sums});
  return problems.empty() ? "" : problems.front();
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a small file has the sum of XXH3 itself") {
  const test::TempDir dir;
  dir.write("passages/a", "The river rose.");
  dir.write("empty", "");
  dir.write("manifest.json", "not summed");
  dir.write("scratch/x", "not summed");
  dir.write("passages/flintlock", "");
  const ledger::FileSums sums = store::sums_of(dir.path());
  CHECK(sums.size() == 2);
  CHECK(sums.at("empty") == ledger::FileSum{0, 0x2d06800538d394c2});  // as xxhsum -H3 says
  CHECK(sums.at("passages/a") == ledger::sum_of("The river rose."));
  CHECK(ledger::from_hex(ledger::hex(sums.at("empty").xxh3)) == sums.at("empty").xxh3);
}

TEST_CASE("any change of a file shows") {
  const test::TempDir dir;
  const std::string bytes = noise(2 * kPiece + 100);
  dir.write("table", bytes);
  const ledger::FileSums sums = store::sums_of(dir.path());
  CHECK(problem_of(dir.path(), sums).empty());
  for (const std::size_t at : {std::size_t{0}, kPiece - 1, kPiece, 2 * kPiece + 99}) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    dir.write("table", damaged);
    CAPTURE(at);
    CHECK(contains(problem_of(dir.path(), sums), "table is damaged"));
  }
  dir.write("table", bytes.substr(kPiece) + bytes.substr(0, kPiece));  // the same pieces in another order
  CHECK(contains(problem_of(dir.path(), sums), "table is damaged"));
  dir.write("table", bytes.substr(0, kPiece));
  CHECK(contains(problem_of(dir.path(), sums), "were written"));
  dir.write("table", bytes + "\n");
  CHECK(contains(problem_of(dir.path(), sums), "were written"));
  fs::remove(dir.path() / "table");
  CHECK(contains(problem_of(dir.path(), sums), "table is missing"));
  dir.write("table", bytes);
  dir.write("passages/flintlock", "");  // Xapian's tools make it
  CHECK(problem_of(dir.path(), sums).empty());
}

TEST_CASE("sums of an edited copy are those of its bytes") {
  const test::TempDir dir;
  const std::string before = noise(3 * kPiece);
  const std::string other = noise(3 * kPiece + 5000).substr(5000);
  struct Row {
    const char* name;
    std::string after;
  };
  for (const Row& row : {Row{"the same", before}, Row{"a byte", std::string(before).replace(kPiece + 7, 1, "?")},
                         Row{"longer", before + "more"}, Row{"a piece longer", before + noise(kPiece)},
                         Row{"shorter", before.substr(0, kPiece + 9)}, Row{"empty", ""}, Row{"all", other}}) {
    CAPTURE(row.name);
    dir.write("old/table", before);
    dir.write("old/kept", "as it was");
    const ledger::FileSums sums = store::sums_of(dir.path() / "old");
    dir.write("new/table", row.after);
    dir.write("new/kept", "as it was");
    dir.write("new/fresh", "of this one");
    const fs::path old = dir.path() / "old";
    CHECK(store::sums_of_copy(dir.path() / "new", {old, sums}) == store::sums_of(dir.path() / "new"));
    CHECK(store::sums_of_copy(dir.path() / "new", {old, {}}) == store::sums_of(dir.path() / "new"));
  }
  dir.write("old/table", "");
  dir.write("new/table", before);
  const fs::path old = dir.path() / "old";
  CHECK(store::sums_of_copy(dir.path() / "new", {old, store::sums_of(old)}) == store::sums_of(dir.path() / "new"));
}

TEST_CASE("a copy does not make damage right") {
  const test::TempDir dir;
  std::string bytes = noise(2 * kPiece);
  dir.write("old/table", bytes);
  const fs::path old = dir.path() / "old";
  const ledger::FileSums sums = store::sums_of(old);
  bytes[10] = static_cast<char>(bytes[10] ^ 4);
  dir.write("old/table", bytes);
  bytes[bytes.size() - 1] = '!';
  dir.write("new/table", bytes);
  const ledger::FileSums of_copy = store::sums_of_copy(dir.path() / "new", {old, sums});
  CHECK(contains(problem_of(dir.path() / "new", of_copy), "table is damaged"));
}

TEST_CASE("a folder that cannot be read is named") {
  const test::TempDir dir;
  const std::string path = dir.write("file", "no folder").string();
  CHECK_THROWS_WITH_AS((void)store::sums_of(path), ("cannot read " + path + ": Not a directory").c_str(), Failure);
}
