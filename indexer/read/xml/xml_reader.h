// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// XML: the kinds of vocabulary.h by their elements, any other by --map or by the names that the keys of records have.
namespace nutgraf::read::xml {

[[nodiscard]] Evidence sniff_xml(std::string_view front);
void read_xml(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::xml
