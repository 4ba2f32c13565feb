// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/sidecar.h"

#include <fmt/format.h>

#include <cstdint>

#include "core/base/atomic_file.h"
#include "core/base/failure.h"
#include "core/base/file_reader.h"

namespace nutgraf::ledger {
namespace {

constexpr const char* kRemedy = "nutgraf-index rollback goes back to the generation before; build makes a new one";

}  // namespace

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  AtomicFile out(file);
  out.write(bytes);
  out.commit(AtomicFile::Durability::Cached);
}

std::string read_file(const std::filesystem::path& file) {
  return read_whole(file.string(), kRemedy);
}

void read_lines(const std::filesystem::path& file, const std::function<void(const nlohmann::json&)>& take) {
  LineReader lines(file.string(), kRemedy);
  std::string line;
  std::uint64_t number = 0;
  while (lines.next(line)) {
    ++number;
    try {
      take(nlohmann::json::parse(line));
    } catch (const nlohmann::json::exception&) {
      throw Failure(ExitCode::Missing, fmt::format("{} is damaged in line {}", file.string(), number), kRemedy);
    }
  }
}

}  // namespace nutgraf::ledger
