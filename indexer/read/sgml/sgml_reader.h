// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// Collections of news in SGML, read as a stream: TREC (DOC elements) and Reuters-21578 (REUTERS elements).
namespace nutgraf::read::sgml {

[[nodiscard]] Evidence sniff_sgml(std::string_view front);
void read_sgml(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::sgml
