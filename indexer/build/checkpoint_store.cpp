// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/checkpoint_store.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <cstring>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/base/failure.h"
#include "core/base/file_reader.h"
#include "indexer/store/files.h"

namespace nutgraf::build {
namespace {

constexpr std::size_t kChecksumBytes = sizeof(XXH64_canonical_t);

std::string checksum_of(std::string_view bytes) {
  XXH64_canonical_t checksum{};
  XXH64_canonicalFromHash(&checksum, XXH3_64bits(bytes.data(), bytes.size()));
  std::string text(kChecksumBytes, '\0');
  std::memcpy(text.data(), &checksum, kChecksumBytes);
  return text;
}

}  // namespace

CheckpointStore::CheckpointStore(std::filesystem::path folder) : folder_(std::move(folder)) {
  store::make_folders(folder_);
}

std::filesystem::path CheckpointStore::file_of(std::string_view key) const {
  return folder_ / fmt::format("{}.part", key);
}

std::optional<std::string> CheckpointStore::find(std::string_view key) const {
  std::string bytes;
  try {
    bytes = read_whole(file_of(key).string());
  } catch (const Failure&) {
    return std::nullopt;  // not there, or not to be read: it is made again
  }
  if (bytes.size() < kChecksumBytes) {
    return std::nullopt;
  }
  const std::size_t end = bytes.size() - kChecksumBytes;
  if (std::string_view(bytes).substr(end) != checksum_of(std::string_view(bytes).substr(0, end))) {
    return std::nullopt;
  }
  bytes.resize(end);
  return bytes;
}

void CheckpointStore::keep(std::string_view key, std::string_view bytes) {
  AtomicFile file(file_of(key));
  file.write(bytes);
  file.write(checksum_of(bytes));
  file.commit(AtomicFile::Durability::Cached);  // the checksum tells what a power cut left
}

}  // namespace nutgraf::build
