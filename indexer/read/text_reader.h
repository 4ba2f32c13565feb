// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/byte_source.h"
#include "indexer/read/delivery.h"

namespace nutgraf::read {

/// One article from a file of plain text or Markdown.
void read_text(ByteSource& bytes, const Document& document, Delivery& delivery);

}  // namespace nutgraf::read
