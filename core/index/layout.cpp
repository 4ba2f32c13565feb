// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/base/ascii.h"

namespace nutgraf::layout {
namespace {

constexpr std::string_view kAuto = "auto ";
constexpr std::size_t kMaxStubBytes = 64 * 1024;

bool is_number(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), ascii::is_digit);
}

}  // namespace

std::optional<std::string> read_stub(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return std::nullopt;
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return std::nullopt;
  }
  std::string text(kMaxStubBytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

std::optional<std::string> generation_of(std::string_view stub) {
  while (!stub.empty() && (stub.back() == '\n' || stub.back() == '\r' || stub.back() == ' ')) {
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
  return live_generation(folder).has_value();
}

std::optional<std::string> live_generation(const std::filesystem::path& index) {
  const std::optional<std::string> stub = read_stub(index / kStub);
  return stub ? generation_of(*stub) : std::nullopt;
}

std::filesystem::path generation_folder(const std::filesystem::path& index, std::string_view generation) {
  return index / kGenerations / generation;
}

std::string stub_text(std::string_view generation) {
  return fmt::format("{}{}/{}/{}\n", kAuto, kGenerations, generation, kPassages);
}

}  // namespace nutgraf::layout
