// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/sidecar.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/base/atomic_file.h"
#include "core/base/denial.h"
#include "core/base/failure.h"

namespace nutgraf::ledger {
namespace {

std::ifstream open_to_read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    const std::error_code error(errno, std::generic_category());
    throw Failure(ExitCode::Missing, fmt::format("{} is missing or cannot be read: {}", file.string(), error.message()),
                  is_denial(error)
                      ? std::string(kOnDenial)
                      : "nutgraf-index rollback goes back to the generation before; build makes a new one");
  }
  return in;
}

}  // namespace

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  AtomicFile out(file);
  out.write(bytes);
  out.commit(AtomicFile::Durability::Cached);
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in = open_to_read(file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void read_lines(const std::filesystem::path& file, const std::function<void(const nlohmann::json&)>& take) {
  std::ifstream in = open_to_read(file);
  std::string line;
  std::uint64_t number = 0;
  while (std::getline(in, line)) {
    ++number;
    try {
      take(nlohmann::json::parse(line));
    } catch (const nlohmann::json::exception&) {
      throw Failure(ExitCode::Missing, fmt::format("{} is damaged in line {}", file.string(), number),
                    "nutgraf-index rollback goes back to the generation before; build makes a new one");
    }
  }
}

}  // namespace nutgraf::ledger
