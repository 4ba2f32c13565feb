// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

namespace nutgraf {

/// Lengths of passages as Xapian counts them (the sum of their frequencies of terms), each read once.
class DocumentLengths {
 public:
  explicit DocumentLengths(const Xapian::Database& database) : database_(database) {}

  [[nodiscard]] Xapian::termcount of(Xapian::docid document) {
    if (known_.empty()) {
      make_room();
    }
    if (document >= known_.size()) {
      return database_.get_doclength(document);
    }
    if (known_[document] == 0) {
      known_[document] = database_.get_doclength(document);
    }
    return known_[document];
  }

 private:
  void make_room();

  Xapian::Database database_;
  std::vector<Xapian::termcount> known_;  // by docid; 0 = not read yet
};

}  // namespace nutgraf
