// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/byte_source.h"
#include "indexer/read/delivery.h"
#include "indexer/read/format.h"

namespace nutgraf::read {

/// Reads JSON records, one a line (`Format::JsonLines`) or anyhow (`Format::JsonValues`), as a stream. A record that
/// cannot be read is rejected with its line and byte and reading goes on with the next.
void read_json(Peeked& bytes, const Document& document, Format format, Delivery& delivery);

}  // namespace nutgraf::read
