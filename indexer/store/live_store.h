// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/index/contract.h"
#include "indexer/passage/passage_document.h"
#include "indexer/passage/vocabulary.h"

namespace nutgraf::store {

/// Edits the passages of a generation that is a copy of the live one, through Xapian's API, without syncing until
/// finish().
class LiveStore {
 public:
  explicit LiveStore(const std::filesystem::path& passages);
  ~LiveStore();
  LiveStore(const LiveStore&) = delete;
  LiveStore& operator=(const LiveStore&) = delete;
  LiveStore(LiveStore&&) = delete;
  LiveStore& operator=(LiveStore&&) = delete;

  /// All passages of the article with this id; false if there is none.
  bool remove(const std::string& id);
  /// Adds the passages of an article (remove the old ones first).
  void add(std::span<const passage::PassageDocument> passages);
  /// Brings classes, compounds and counts up to date with the words that were added, rewrites the contract (its counts
  /// follow what each passage removed and added says of itself), commits. The last call.
  [[nodiscard]] Contract finish(const passage::Vocabulary& added);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf::store
