// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/read/pdf/line_blocks.h"
#include "indexer/read/pdf/lines.h"

namespace nutgraf::read::pdf {

/// What the type of a block and the words in it say of it. A quotation is larger than the text and taken from it; a
/// note is smaller, with its number, under all text.
enum class BlockKind : std::uint8_t { Prose, Headline, Quotation, Note, Other };

/// The kind of each block of a page whose text has the size `body`.
[[nodiscard]] std::vector<BlockKind> kinds_of(const Page& page, const std::vector<LineBlock>& blocks, double body);

/// Whether a page is mostly running text in blocks of several lines, rather than a table, a form, or scanned lines
/// whose sizes are guesses.
[[nodiscard]] bool is_running_text(const Page& page, const std::vector<LineBlock>& blocks,
                                   const std::vector<BlockKind>& kinds);

}  // namespace nutgraf::read::pdf
