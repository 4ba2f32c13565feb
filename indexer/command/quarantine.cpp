// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/quarantine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/atomic_file.h"
#include "core/base/failure.h"
#include "core/base/file_reader.h"
#include "core/base/folder_entries.h"
#include "core/base/native_path.h"
#include "core/index/layout.h"
#include "indexer/command/input_scan.h"
#include "indexer/read/utf8.h"
#include "indexer/report.h"
#include "indexer/store/files.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

/// Of JSON Lines each line stands alone; a row of CSV needs its header, and other formats do not go by lines.
bool has_lines_of_json(const fs::path& file) {
  constexpr std::array<std::string_view, 4> kEndings = {".jsonl", ".ndjson", ".json", ".jl"};
  return std::ranges::find(kEndings, ascii::lowered(file.extension().string())) != kEndings.end();
}

/// The line that contains this byte.
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

/// Is this a line as the file has it? Places in UTF-16 and in files with other line ends are those of the decoded text.
bool is_plain_line(std::string_view line) {
  constexpr std::string_view kNot("\0\r", 2);
  if (!line.ends_with('\n')) {  // there is none at that place
    return false;
  }
  line.remove_suffix(line.ends_with("\r\n") ? 2 : 1);
  return line.find_first_of(kNot) == std::string_view::npos;
}

/// Empty where the record cannot be told from its file.
std::string bytes_of(const read::Reject& reject, const fs::path& file) {
  if (reject.line == 0) {
    return read_whole(file.string());
  }
  std::string line = line_at(file, reject.byte);
  return is_plain_line(line) ? line : std::string();
}

bool can_be_copied(const read::Reject& reject, const fs::path& file, const fs::path& folder) {
  std::error_code error;
  const bool alone = reject.member.empty() && (reject.line == 0 || (!is_packed(file) && has_lines_of_json(file)));
  const bool is_copy = fs::equivalent(file.parent_path(), folder, error);  // given to be read once more
  return reject.loss == read::Loss::Record && alone && !is_copy && fs::is_regular_file(file, error);
}

/// Copies of earlier runs stay, mended or not: they may be inputs by now. What has one already gets no other.
class Copies {
 public:
  explicit Copies(fs::path folder) : folder_(std::move(folder)) {
    for (const auto& entry : folder_entries(folder_)) {
      const std::string name = entry.path().filename().string();
      std::uint64_t number = 0;
      const auto [end, wrong] = std::from_chars(name.data(), name.data() + name.size(), number);
      last_ = wrong == std::errc() ? std::max(last_, number) : last_;
      names_[name.substr(static_cast<std::size_t>(end - name.data()))].push_back(entry.path());
    }
  }

  /// False if there is one.
  bool add(const std::string& name, const std::string& bytes) {
    const std::string ending = "-" + name;
    for (const fs::path& copy : names_[ending]) {
      if (fs::is_regular_file(copy) && read_whole(copy.string()) == bytes) {
        return false;
      }
    }
    store::make_folders(folder_);
    const fs::path path = folder_ / fmt::format("{:04}{}", ++last_, ending);
    AtomicFile copy(path);
    copy.write(bytes);
    copy.commit(AtomicFile::Durability::Cached);
    names_[ending].push_back(path);
    return true;
  }

 private:
  fs::path folder_;
  std::uint64_t last_ = 0;
  std::map<std::string, std::vector<fs::path>> names_;  // by what follows the number
};

}  // namespace

void quarantine(const fs::path& index, const std::vector<read::Reject>& rejects, const Console& console) {
  const fs::path folder = index / layout::kQuarantine;
  Copies copies(folder);
  std::uint64_t copied = 0;
  std::uint64_t left = 0;
  for (const read::Reject& reject : rejects) {
    const fs::path file = native_path(reject.path);
    if (!can_be_copied(reject, file, folder)) {
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
    if (bytes.empty()) {
      ++left;
    } else {
      copied += copies.add(file.filename().string(), bytes) ? 1U : 0U;
    }
  }
  if (copied + left != 0) {
    console.log(fmt::format("quarantine: copied {} to {}{}", counted(copied, "record"), folder.string(),
                            left == 0 ? "" : fmt::format(", left {}", fmt::group_digits(left))));
  }
}

}  // namespace nutgraf::command
