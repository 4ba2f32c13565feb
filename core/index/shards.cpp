// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/shards.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "core/index/missing.h"

namespace nutgraf {
namespace {

constexpr int kMaxDepth = 4;  // stubs naming stubs
constexpr std::string_view kGlassFile = "iamglass";

[[noreturn]] void refuse(const std::string& message) {
  throw Failure(ExitCode::Missing, message, "make an index: nutgraf-index build INDEX INPUT...");
}

std::string_view without_blanks(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = line.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view{}
                                         : line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

Shard remote_shard(std::string_view address, const std::filesystem::path& stub) {
  const std::size_t colon = address.rfind(':');
  unsigned port = 0;
  if (colon != std::string_view::npos && colon > 0) {
    const std::string_view digits = address.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error == std::errc{} && end == digits.data() + digits.size() && port > 0 && port < 65536) {
      return {{}, std::string(address.substr(0, colon)), port};
    }
  }
  refuse(fmt::format("{} names a remote shard \"{}\" that is not host:port", stub.string(), address));
}

void collect(const std::filesystem::path& path, int depth, std::vector<Shard>& shards);

void collect_line(std::string_view line, const std::filesystem::path& stub, int depth, std::vector<Shard>& shards) {
  const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view kind = line.substr(0, blank);
  const std::string_view value = without_blanks(line.substr(blank));
  if (kind == "remote") {
    shards.push_back(remote_shard(value, stub));
  } else if ((kind == "auto" || kind == "glass") && !value.empty()) {
    collect(stub.parent_path() / value, depth + 1, shards);
  } else {
    refuse(fmt::format("{} is not an index: its line \"{}\" names no database", stub.string(), line.substr(0, 80)));
  }
}

/// A stub that one of our writers made, and that no longer says what it did.
void refuse_damaged(const std::filesystem::path& stub, std::string_view text) {
  const std::filesystem::path index = stub.parent_path();
  const bool is_ours = stub.filename() == layout::kStub && !layout::finished_generations(index).empty();
  if (layout::has_wrong_sum(text) || (is_ours && !layout::generation_of(text))) {
    throw missing_index(index);
  }
}

void collect_stub(const std::filesystem::path& stub, std::string_view text, int depth, std::vector<Shard>& shards) {
  if (depth > kMaxDepth) {
    refuse(fmt::format("{} is a stub that leads to more than {} others", stub.string(), kMaxDepth));
  }
  refuse_damaged(stub, text);
  const std::size_t before = shards.size();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = without_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.front() != '#') {
      collect_line(line, stub, depth, shards);
    }
  }
  if (shards.size() == before) {
    refuse(fmt::format("{} names no database", stub.string()));
  }
}

void collect(const std::filesystem::path& path, int depth, std::vector<Shard>& shards) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) {
    if (const auto stub = layout::read_stub(path / layout::kStub)) {
      collect_stub(path / layout::kStub, *stub, depth, shards);
      return;
    }
    if (depth > 0 || std::filesystem::exists(path / kGlassFile, error)) {
      shards.push_back({path, {}, 0});  // what a stub names may be missing for a moment: Xapian says so, and we retry
      return;
    }
  } else if (const auto stub = layout::read_stub(path)) {
    collect_stub(path, *stub, depth, shards);
    return;
  } else if (depth > 0) {
    shards.push_back({path, {}, 0});
    return;
  }
  throw missing_index(path);
}

}  // namespace

ShardList list_shards(const std::filesystem::path& index) {
  ShardList list;
  // The stub is read once, so that name and shards belong together.
  const auto stub = layout::read_stub(index / layout::kStub);
  const auto generation = stub ? layout::generation_of(*stub) : std::nullopt;
  if (generation) {
    list.generation = *generation;
    list.shards.push_back({layout::generation_folder(index, *generation) / layout::kPassages, {}, 0});
  } else {
    collect(index, 0, list.shards);
  }
  return list;
}

}  // namespace nutgraf
