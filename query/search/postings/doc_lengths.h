// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <utility>
#include <vector>

#include "core/glass/posting_list.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::postings {

/// Lengths of passages as Xapian counts them (the sum of their frequencies of terms), each read once.
class DocLengths {
 public:
  explicit DocLengths(IndexReader reader) : reader_(std::move(reader)) {}

  [[nodiscard]] Xapian::termcount of(Xapian::docid document) {
    if (document < cache_.size() && cache_[document] != 0) {
      return cache_[document];
    }
    return read(document);
  }

 private:
  Xapian::termcount read(Xapian::docid document);
  void read_chunk(Xapian::docid document);

  IndexReader reader_;
  std::optional<glass::PostingCursor> mapped_;
  std::vector<Xapian::termcount> cache_;  // by docid; 0 = not read yet
};

}  // namespace nutgraf::search::postings
