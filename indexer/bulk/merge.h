// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/scratch_file.h"

namespace nutgraf::bulk {

/// One batch's records of a section, in term order (see Inverter).
class RunCursor {
 public:
  RunCursor(const ScratchFile& file, Section section, std::size_t buffer) : reader_(file, section, buffer) {
    advance();
  }

  [[nodiscard]] bool at_end() const { return at_end_; }
  [[nodiscard]] const std::string& term() const { return term_; }
  /// The record's body; valid until advance().
  [[nodiscard]] std::string_view body() const { return body_; }
  void advance();

 private:
  SectionReader reader_;
  std::string term_;
  std::string_view body_;
  bool at_end_ = false;
};

/// Goes through the terms of all batches in byte order: for each term, the batches that have it, in batch order.
class TermMerge {
 public:
  explicit TermMerge(std::vector<RunCursor> runs);

  /// The next term, or false at the end. Moves on from the term before.
  bool next();
  [[nodiscard]] const std::string& term() const { return term_; }
  /// Batches that have the term, ascending; their cursors stand on its record.
  [[nodiscard]] const std::vector<std::uint32_t>& batches() const { return batches_; }
  [[nodiscard]] const RunCursor& run(std::uint32_t batch) const { return runs_[batch]; }

 private:
  /// Where a run stands.
  struct Place {
    std::uint64_t head = 0;  // term_head
    std::uint32_t batch = 0;
  };
  struct Order;
  void push(std::uint32_t batch);
  [[nodiscard]] bool stands_on_term(const Place& place) const;

  std::vector<RunCursor> runs_;
  std::vector<Place> heap_;
  std::vector<std::uint32_t> batches_;
  std::string term_;
  std::uint64_t head_ = 0;  // of term_
};

}  // namespace nutgraf::bulk
