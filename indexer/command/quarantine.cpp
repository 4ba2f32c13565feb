// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/quarantine.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "core/base/atomic_file.h"
#include "core/base/failure.h"
#include "core/base/file_reader.h"
#include "core/index/layout.h"
#include "indexer/command/input_scan.h"
#include "indexer/read/utf8.h"
#include "indexer/report.h"
#include "indexer/store/files.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

/// The line that begins at this byte.
std::string line_at(const fs::path& file, std::uint64_t byte) {
  LineReader lines(file.string());
  std::string line;
  for (std::uint64_t at = 0; lines.next(line); at += line.size() + 1) {
    if (at + line.size() >= byte) {
      return line + "\n";
    }
  }
  return {};
}

std::string bytes_of(const read::Reject& reject, const fs::path& file) {
  return reject.line == 0 ? read_whole(file.string()) : line_at(file, reject.byte);
}

bool can_be_copied(const read::Reject& reject, const fs::path& file) {
  std::error_code error;
  const bool alone = reject.member.empty() && (reject.line == 0 || !is_packed(file));
  return reject.loss == read::Loss::Record && alone && fs::is_regular_file(file, error);
}

}  // namespace

void quarantine(const fs::path& index, const std::vector<read::Reject>& rejects, const Console& console) {
  const fs::path folder = index / layout::kQuarantine;
  store::remove_tree(folder);
  std::uint64_t copied = 0;
  std::uint64_t left = 0;
  for (const read::Reject& reject : rejects) {
    const fs::path file = read::native_path(reject.path);
    if (!can_be_copied(reject, file)) {
      left += reject.loss == read::Loss::Record ? 1U : 0U;
      continue;
    }
    std::string bytes;
    try {
      bytes = bytes_of(reject, file);
    } catch (const Failure&) {
      ++left;  // it was rejected because it cannot be read
      continue;
    }
    store::make_folders(folder);
    AtomicFile copy(folder / fmt::format("{:04}-{}", ++copied, file.filename().string()));
    copy.write(bytes);
    copy.commit(AtomicFile::Durability::Cached);
  }
  if (copied + left != 0) {
    console.log(fmt::format("quarantine: copied {} to {}{}", counted(copied, "record"), folder.string(),
                            left == 0 ? "" : fmt::format(", left {}", fmt::group_digits(left))));
  }
}

}  // namespace nutgraf::command
