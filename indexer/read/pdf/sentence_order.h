// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/pdf/lines.h"

namespace nutgraf::read::pdf {

/// Puts the lines of a page into another order where sentences then go on in more places and more headlines stand over
/// their texts. `body` is the size of the text. Notes at the foot of columns come last.
void order_by_sentences(Page& page, double body);

}  // namespace nutgraf::read::pdf
