// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/document_lengths.h"

#include <algorithm>
#include <cstddef>

namespace nutgraf {
namespace {

constexpr Xapian::docid kMostKnown = 4'000'000;  // documents; 16 MB

}  // namespace

/// Room is made when it is needed first: most views of matches rank nothing.
Xapian::termcount DocumentLengths::read(Xapian::docid document) {
  if (known_.empty()) {
    known_.resize(std::min(tables_.database.get_lastdocid(), kMostKnown) + 1);
  }
  if (document >= known_.size()) {
    return tables_.database.get_doclength(document);
  }
  if (tables_.in_place) {
    read_chunk(document);
  } else {
    known_[document] = tables_.database.get_doclength(document);
  }
  return known_[document];
}

/// A passage's neighbours are asked about sooner or later, and stand in the same entry.
void DocumentLengths::read_chunk(Xapian::docid document) {
  if (!in_place_) {
    in_place_.emplace(glass::PostingCursor::lengths(tables_.in_place->postlist()));
  }
  in_place_->seek_near(document);
  const auto last = static_cast<Xapian::docid>(std::min<std::size_t>(in_place_->last_of_chunk(), known_.size() - 1));
  for (; in_place_->document() <= last; in_place_->next()) {
    known_[in_place_->document()] = in_place_->frequency();
  }
}

}  // namespace nutgraf
