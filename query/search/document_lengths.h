// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <utility>
#include <vector>

#include "core/glass/posting_list.h"
#include "query/search/tables.h"

namespace nutgraf {

/// Lengths of passages as Xapian counts them (the sum of their frequencies of terms), each read once.
class DocumentLengths {
 public:
  explicit DocumentLengths(Tables tables) : tables_(std::move(tables)) {}

  [[nodiscard]] Xapian::termcount of(Xapian::docid document) {
    if (document < known_.size() && known_[document] != 0) {
      return known_[document];
    }
    return read(document);
  }

 private:
  Xapian::termcount read(Xapian::docid document);
  void read_chunk(Xapian::docid document);

  Tables tables_;
  std::optional<glass::PostingCursor> in_place_;
  std::vector<Xapian::termcount> known_;  // by docid; 0 = not read yet
};

}  // namespace nutgraf
