// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/input_scan.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kNobody = 65534;

/// Another user's eyes while it lives: root may read everything.
class Unprivileged {
 public:
  Unprivileged() { is_other_ = ::geteuid() == 0 && ::seteuid(kNobody) == 0; }
  ~Unprivileged() {
    if (is_other_ && ::seteuid(0) != 0) {
      std::abort();
    }
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;
  Unprivileged(Unprivileged&&) = delete;
  Unprivileged& operator=(Unprivileged&&) = delete;

 private:
  bool is_other_ = false;
};

}  // namespace

TEST_CASE("sizes are added up, packed files as they may unpack") {
  const test::TempDir temp;
  temp.write("in/a.txt", std::string(1000, 'x'));
  temp.write("in/deep/b.jsonl", std::string(2000, 'x'));
  temp.write("in/c.jsonl.gz", std::string(1000, 'x'));
  temp.write("in/.hidden", std::string(9000, 'x'));
  const InputScan scan = scan_inputs({(temp.path() / "in").string(), "-"});
  CHECK(scan.text_bytes == 6500);
  CHECK(scan.unreadable_folder.empty());
  CHECK_NOTHROW(require_readable(scan, OnError::SkipRecords));
}

TEST_CASE("a folder that cannot be read is refused unless skipping was asked for") {
  const test::TempDir temp;
  temp.write("in/a.txt", "A river.");
  temp.write("in/closed/b.txt", "A hill.");
  fs::permissions(temp.path(), fs::perms::all);
  fs::permissions(temp.path() / "in/closed", fs::perms::none);
  InputScan scan;
  {
    const Unprivileged eyes;
    scan = scan_inputs({(temp.path() / "in").string()});
  }
  fs::permissions(temp.path() / "in/closed", fs::perms::all);
  CHECK(scan.unreadable_folder ==
        (temp.path() / "in/closed").string() + ": the folder cannot be read: Permission denied");
  CHECK_THROWS_AS(require_readable(scan, OnError::SkipRecords), Failure);
  CHECK_THROWS_AS(require_readable(scan, OnError::Fail), Failure);
  CHECK_NOTHROW(require_readable(scan, OnError::Skip));
}

}  // namespace nutgraf::command
