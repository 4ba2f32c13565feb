// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/growing_bytes.h"
#include "indexer/passage/passage_document.h"

namespace nutgraf::bulk {

/// Turns the passages of one batch around: from terms by passage to passages by term. Flat arrays, no node per posting;
/// kept by a thread and used again.
///
/// Both sections are records in term order, `vstr(term) vint(documents) vstr(body)`, where documents are numbered from
/// 0 within the batch; a postings body is (vint gap, vint wdf)*, a positions body (vint gap, vstr position tag)* for
/// the documents that have positions.
class Inverter {
 public:
  void clear();
  void add(const passage::PassageDocument& passage);
  void write(std::string& postings, std::string& positions);

 private:
  struct Posting {
    std::uint32_t term = 0;
    std::uint32_t document = 0;
    std::uint32_t wdf = 0;
    std::uint32_t tag_begin = 0;  // in tags_
    std::uint32_t tag_size = 0;   // 0 = no positions
  };
  /// A free slot has index 0; the hash beside it spares a look at most terms that are not meant.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t index = 0;  // of the term, + 1
  };
  [[nodiscard]] std::uint32_t number_of(std::string_view term, std::uint32_t hash);
  void grow();
  [[nodiscard]] std::vector<std::uint32_t> terms_in_order() const;
  [[nodiscard]] std::size_t term_count() const { return begins_.size() - 1; }
  [[nodiscard]] std::string_view name(std::uint32_t term) const {
    return std::string_view(names_).substr(begins_[term], begins_[term + 1] - begins_[term]);
  }

  std::string names_;                        // all distinct terms, one after the other
  std::vector<std::uint32_t> begins_ = {0};  // in names_; one more than terms
  std::vector<Slot> slots_;                  // open addressing; a power of two
  std::vector<Posting> postings_;            // in document order
  GrowingBytes tags_;
  std::uint32_t documents_ = 0;
};

}  // namespace nutgraf::bulk
