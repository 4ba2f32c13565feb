// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/input_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/failure.h"
#include "indexer/read/walk.h"

namespace nutgraf::command {
namespace {

constexpr double kUnpacked = 3.5;  // how much larger a packed file becomes: a guess

/// Adds up what a walk finds, without opening a file.
class Scanner final : public read::Visitor {
 public:
  void file(const read::FoundFile& file) override {
    scan_.text_bytes +=
        static_cast<std::uint64_t>(static_cast<double>(file.size) * (is_packed(file.path) ? kUnpacked : 1));
  }
  void skip(const std::string& /*path*/, read::Skip /*kind*/) override {}
  void unreadable(const std::string& path, const std::string& reason, read::Extent extent) override {
    if (extent == read::Extent::Folder && scan_.unreadable_folder.empty()) {
      scan_.unreadable_folder = fmt::format("{}: {}", path, reason);
    }
  }
  [[nodiscard]] bool stopped() const override { return false; }
  [[nodiscard]] const InputScan& scan() const { return scan_; }

 private:
  InputScan scan_;
};

}  // namespace

bool is_packed(const std::filesystem::path& file) {
  constexpr std::array<std::string_view, 10> kPacked = {".gz",  ".bz2", ".xz",   ".zst", ".zip",
                                                        ".tgz", ".txz", ".tbz2", ".br",  ".lz4"};
  return std::ranges::find(kPacked, file.extension().native()) != kPacked.end();
}

InputScan scan_inputs(const std::vector<std::string>& inputs) {
  Scanner scanner;
  read::Walk walk(scanner, inputs);
  for (const std::string& input : inputs) {
    if (input != read::kStandardInput && !walk.skips_parts(input)) {
      walk.input(input);
    }
  }
  return scanner.scan();
}

void require_readable(const InputScan& scan, OnError on_error) {
  if (!scan.unreadable_folder.empty() && on_error != OnError::Skip) {
    throw Failure(ExitCode::Missing, scan.unreadable_folder,
                  "nothing was changed; make it readable, or build without it: --on-error skip");
  }
}

}  // namespace nutgraf::command
