// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "query/search/searcher.h"

namespace nutgraf::serve {

/// An index that stays open between requests.
class ServedIndex {
 public:
  class Lease;

  /// At most `most` leases at a time. `path` is opened once, to know that it can be. Throws Failure(Missing).
  ServedIndex(std::string name, std::string path, std::size_t most);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Opened {
    std::string stamp;  // tells one generation from another; empty = not to be asked again
    search::Searcher searcher;
  };

  std::unique_ptr<Opened> take();
  void give_back(std::unique_ptr<Opened> opened);
  void wait_for_room();
  void leave();

  const std::string name_;
  const std::string path_;
  const std::size_t most_;
  std::mutex mutex_;
  // Guarded by mutex_:
  std::condition_variable freed_;
  std::size_t leases_ = 0;
  std::vector<std::unique_ptr<Opened>> idle_;
};

/// A Searcher for one thread, of the generation that is live when the lease begins; it goes back when the lease ends.
class ServedIndex::Lease {
 public:
  /// Waits for a place. Throws Failure(Missing), and what TimeLimit::check() throws.
  explicit Lease(ServedIndex& index) : index_(index), opened_(index.take()) {}
  ~Lease() { index_.give_back(std::move(opened_)); }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Lease(Lease&&) = delete;
  Lease& operator=(Lease&&) = delete;

  [[nodiscard]] search::Searcher& searcher() const { return opened_->searcher; }
  /// For a Searcher whose answer broke off: it is not used again.
  void spoil() { opened_->stamp.clear(); }

 private:
  ServedIndex& index_;
  std::unique_ptr<Opened> opened_;
};

/// All that a server serves, by name: the last part of the path without ".idx".
class ServedIndexes {
 public:
  /// Throws Failure(Usage) where two have one name, Failure(Missing) where one cannot be opened.
  ServedIndexes(const std::vector<std::string>& paths, std::size_t most_leases);

  /// An empty name is that of the only one. Throws Failure(Usage).
  [[nodiscard]] ServedIndex& find(const std::string& name);
  [[nodiscard]] std::deque<ServedIndex>& all() { return indexes_; }

 private:
  std::deque<ServedIndex> indexes_;
};

}  // namespace nutgraf::serve
