// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// Crawls of the web: WARC, and the ARC files before it. One article per page, with its URL as the id.
namespace nutgraf::read::warc {

[[nodiscard]] Evidence sniff_warc(std::string_view front);
void read_warc(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::warc
