// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/label.h"

namespace nutgraf::read::html {

/// What a page has where it speaks of subscribers: their text, or no more than an offer to become one.
enum class PaidPart : std::uint8_t { None, Offer, Text };

/// Tells what the elements labelled Paid hold, which their names do not say. `labels`, one of each node, then has None
/// for those with text and Furniture for the others.
PaidPart settle_paid(const Dom& dom, const std::vector<Block>& blocks, std::vector<Label>& labels);

}  // namespace nutgraf::read::html
