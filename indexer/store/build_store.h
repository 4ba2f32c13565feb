// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/passage/passage_document.h"

namespace nutgraf::store {

/// A batch of consecutive articles to leave out because a later record declared the same id.
struct Superseded {
  std::size_t batch = 0;
  std::string id;
};

struct BuildFolders {
  std::filesystem::path scratch;  // made if need be
  std::filesystem::path target;   // of the database; absent before
};

/// Takes the passages of one build and leaves one Xapian database whose docids follow the numbers of the batches,
/// whoever wrote them when: (write)* close finish.
class BuildStore {
 public:
  virtual ~BuildStore() = default;
  /// Consecutive articles in input order; `number` is the batch's place, from 0, each written once, without holes at
  /// the end. Called from several threads. Throws Failure(Failed) (disk full, ...).
  virtual void write(std::size_t number, std::span<const passage::PassageDocument> passages) = 0;
  /// All batches are there. Documents of superseded articles are left out, so a batch never contains both an article
  /// and the one it supersedes. Returns early: work continues while the caller prepares the metadata.
  virtual void close(std::span<const Superseded> superseded) = 0;
  /// Completes the database with this metadata. No batches at all make an empty database.
  virtual void finish(const std::map<std::string, std::string>& metadata) = 0;
};

/// A store that can be given later, in another process, what it made of a batch before.
class SerialisingStore : public BuildStore {
 public:
  /// The passages as write() would keep them, in bytes for write_serialised(). Called from several threads.
  [[nodiscard]] virtual std::string serialise(std::span<const passage::PassageDocument> passages) = 0;
  /// write() of the passages that were serialised; damage is not noticed.
  virtual void write_serialised(std::size_t number, std::string_view bytes) = 0;
};

}  // namespace nutgraf::store
