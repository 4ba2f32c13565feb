// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/sidecar.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/base/failure.h"

namespace nutgraf::ledger {
namespace {

std::ifstream open_to_read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    throw Failure(ExitCode::Missing, fmt::format("{} is missing or cannot be read", file.string()),
                  "nutgraf-index rollback goes back to the generation before; build makes a new one");
  }
  return in;
}

}  // namespace

std::filesystem::path partial_name(const std::filesystem::path& file) {
  std::filesystem::path partial = file;
  partial += ".partial";
  return partial;
}

void take_name(const std::filesystem::path& partial, const std::filesystem::path& file, Written written) {
  std::error_code error;
  if (written == Written::Whole) {
    std::filesystem::rename(partial, file, error);
    if (!error) {
      return;
    }
  } else {
    error = std::error_code(errno, std::generic_category());
  }
  throw Failure(ExitCode::Failed, fmt::format("cannot write {}: {}", file.string(), error.message()),
                "nothing was swapped; see that the disk has room");
}

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path partial = partial_name(file);
  std::ofstream out(partial, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  take_name(partial, file, out.fail() ? Written::InPart : Written::Whole);
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
