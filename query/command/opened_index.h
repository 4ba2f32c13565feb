// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/command/console.h"
#include "query/search/searcher.h"

namespace nutgraf::query {

/// The Searcher that answers a command: the one that a server keeps open, else one of the index that the options name,
/// opened now. Throws Failure(Missing).
class OpenedIndex {
 public:
  OpenedIndex(const QueryOptions& options, const Console& console) {
    if (console.searcher == nullptr) {
      own_.emplace(open_index(options.index));
    }
    searcher_ = console.searcher == nullptr ? &*own_ : console.searcher;
  }
  ~OpenedIndex() = default;
  OpenedIndex(const OpenedIndex&) = delete;
  OpenedIndex& operator=(const OpenedIndex&) = delete;
  OpenedIndex(OpenedIndex&&) = delete;
  OpenedIndex& operator=(OpenedIndex&&) = delete;

  [[nodiscard]] search::Searcher& searcher() const { return *searcher_; }
  [[nodiscard]] const OpenIndex& index() const { return searcher_->index(); }

 private:
  std::optional<search::Searcher> own_;
  search::Searcher* searcher_ = nullptr;
};

}  // namespace nutgraf::query
