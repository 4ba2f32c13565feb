// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/document_lengths.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr Xapian::docid kMostKnown = 4'000'000;  // documents; 16 MB

}  // namespace

DocumentLengths::DocumentLengths(const Xapian::Database& database)
    : database_(database), known_(std::min(database.get_lastdocid(), kMostKnown) + 1) {}

}  // namespace nutgraf
