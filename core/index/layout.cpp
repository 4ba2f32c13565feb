// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/layout.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <span>
#include <tuple>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/file_reader.h"
#include "core/base/folder_entries.h"

namespace nutgraf::layout {
namespace {

constexpr std::string_view kAuto = "auto ";
constexpr std::string_view kSum = "# xxh3 ";
constexpr std::size_t kMaxStubBytes = 64UL * 1024;
constexpr std::size_t kDigits = 4;  // of a generation's name at least

bool is_number(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), ascii::is_digit);
}

bool names_generation(std::string_view name) {
  return is_number(name) && (name.size() == kDigits || (name.size() > kDigits && name.front() != '0'));
}

std::string sum_line(std::string_view bytes) {
  return fmt::format("{}{:016x}\n", kSum, XXH3_64bits(bytes.data(), bytes.size()));
}

/// Where the line with the sum begins; the end if there is none.
std::size_t sum_begin(std::string_view stub) {
  std::size_t at = stub.find(kSum);
  while (at != std::string_view::npos && at > 0 && stub[at - 1] != '\n') {
    at = stub.find(kSum, at + 1);
  }
  return std::min(at, stub.size());
}

/// The first line without its end; only comments and blank lines may follow.
std::optional<std::string_view> only_line(std::string_view stub) {
  const std::size_t end = std::min(stub.find('\n'), stub.size());
  for (std::string_view rest = stub.substr(end); !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (!line.empty() && line.front() != '#' && line != "\r") {
      return std::nullopt;
    }
    rest.remove_prefix(line.size());
  }
  return stub.substr(0, end);
}

}  // namespace

std::optional<std::string> read_stub(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return std::nullopt;
  }
  std::string text(kMaxStubBytes, '\0');
  std::size_t size = 0;
  try {
    FileReader reader(file.string(), "see that you may read all of the index");
    for (std::size_t got = 1; got > 0 && size < text.size(); size += got) {
      got = reader.read(std::span(text).subspan(size));
    }
  } catch (const ReadFailure& failure) {
    if (failure.error() == ENOENT) {
      return std::nullopt;
    }
    throw;
  }
  text.resize(size);
  return text;
}

std::optional<std::string> generation_of(std::string_view stub) {
  const std::optional<std::string_view> line = only_line(stub);
  if (!line || has_wrong_sum(stub)) {
    return std::nullopt;
  }
  stub = *line;
  while (!stub.empty() && (stub.back() == '\r' || stub.back() == ' ')) {
    stub.remove_suffix(1);
  }
  const std::string before = fmt::format("{}{}/", kAuto, kGenerations);
  const std::string after = fmt::format("/{}", kPassages);
  if (stub.size() < before.size() + after.size() || stub.substr(0, before.size()) != before ||
      stub.substr(stub.size() - after.size()) != after) {
    return std::nullopt;
  }
  stub.remove_prefix(before.size());
  stub.remove_suffix(after.size());
  return is_number(stub) ? std::optional<std::string>(stub) : std::nullopt;
}

bool is_index(const std::filesystem::path& folder) {
  const auto has_passages = [&](const std::string& generation) {
    std::error_code error;
    return std::filesystem::is_directory(generation_folder(folder, generation) / kPassages, error);
  };
  try {
    return live_generation(folder).has_value() || std::ranges::any_of(finished_generations(folder), has_passages);
  } catch (const Failure&) {
    return false;  // closed to us: who reads it as an input says so
  }
}

std::optional<std::string> live_generation(const std::filesystem::path& index) {
  const std::optional<std::string> stub = read_stub(index / kStub);
  return stub ? generation_of(*stub) : std::nullopt;
}

std::filesystem::path generation_folder(const std::filesystem::path& index, std::string_view generation) {
  return index / kGenerations / generation;
}

std::vector<std::string> finished_generations(const std::filesystem::path& index) {
  std::vector<std::string> names;
  for (const auto& entry : folder_entries(index / kGenerations)) {
    std::string name = entry.path().filename().string();
    std::error_code error;
    if (names_generation(name) && entry.is_directory(error)) {
      names.push_back(std::move(name));
    }
  }
  std::ranges::sort(names, {}, [](const std::string& name) { return std::tuple(name.size(), std::string_view(name)); });
  return names;
}

std::string stub_text(std::string_view generation) {
  const std::string line = fmt::format("{}{}/{}/{}\n", kAuto, kGenerations, generation, kPassages);
  return line + sum_line(line);
}

bool has_wrong_sum(std::string_view stub) {
  const std::size_t begin = sum_begin(stub);
  return begin < stub.size() && stub.substr(begin) != sum_line(stub.substr(0, begin));
}

}  // namespace nutgraf::layout
