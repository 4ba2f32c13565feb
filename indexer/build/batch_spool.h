// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/batch.h"
#include "indexer/bulk/scratch_file.h"

namespace nutgraf::build {

/// Batches that wait in a scratch file until all inputs have been read: (append)*, then they are read in any order.
class BatchSpool {
 public:
  explicit BatchSpool(const std::filesystem::path& file) : file_(file) {}

  /// From any thread, each number once. Throws Failure(Failed): disk full, ...
  void append(const Batch& batch);

  [[nodiscard]] std::size_t batches() const { return batches_.size(); }
  [[nodiscard]] Batch read(std::size_t number) const;
  /// take(entry, text) for the title and the text of each item of a batch, or its passages where it has no text.
  using TakeText = std::function<void(const Entry&, std::string_view)>;
  void each_text(std::size_t number, const TakeText& take) const;
  [[nodiscard]] const Entry& entry(std::uint32_t article) const;
  [[nodiscard]] std::string text(std::uint32_t article) const;

 private:
  struct Stored {
    std::uint32_t first_article = 0;
    std::size_t bytes = 0;
    std::vector<Entry*> entries;        // by item
    std::vector<std::uint32_t> begins;  // by item, in the section
    bulk::Section section;
  };
  [[nodiscard]] std::string bytes_of(const Stored& stored) const;
  [[nodiscard]] const Stored& batch_of(std::uint32_t article) const;

  bulk::ScratchFile file_;
  std::mutex mutex_;  // guards batches_ while batches are appended
  std::vector<Stored> batches_;
};

}  // namespace nutgraf::build
