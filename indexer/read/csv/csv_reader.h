// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// Tables in text: a header, then one article per row, read as a stream. The names of columns mean what keys of JSON
/// records mean.
namespace nutgraf::read::csv {

/// Sure only of a table with a column of texts and another that is known.
[[nodiscard]] Evidence sniff_csv(std::string_view front);
void read_csv(Peeked& bytes, const Document& document, ArticleEmitter& emitter);
/// The same; a tab in the header is the delimiter.
void read_tsv(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::csv
