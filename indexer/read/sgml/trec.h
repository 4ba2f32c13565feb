// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/found_article.h"

namespace nutgraf::read::sgml {

/// A document of a TREC collection: a DOC element with its tags, of news (DOCNO, HEADLINE, TEXT, ...) or of the web
/// (DOCHDR and a page). What fills no field is metadata.
[[nodiscard]] FoundArticle read_trec(std::string_view document);

}  // namespace nutgraf::read::sgml
