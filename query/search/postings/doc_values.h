// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/glass/posting_list.h"
#include "core/glass/value_list.h"
#include "core/schema/slots.h"
#include "query/search/postings/index_reader.h"

/// What an index stores once per passage: values of slots, and lengths.
namespace nutgraf::search::postings {

/// A value of passages; documents must ascend from call to call.
class DocValues {
 public:
  DocValues(const IndexReader& reader, schema::Slot which);

  /// Empty where the passage has none; valid until the next call.
  [[nodiscard]] std::string_view at(Xapian::docid document);

 private:
  std::optional<glass::ValueCursor> mapped_;
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
  std::string value_;
};

/// Lengths of passages as Xapian counts them (the sum of the frequencies of their terms), each read once.
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
