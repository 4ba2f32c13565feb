// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/document_lengths.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr Xapian::docid kMostKnown = 4'000'000;  // documents; 16 MB

}  // namespace

/// Not before it is needed: most views of matches rank nothing.
void DocumentLengths::make_room() {
  known_.resize(std::min(database_.get_lastdocid(), kMostKnown) + 1);
}

}  // namespace nutgraf
