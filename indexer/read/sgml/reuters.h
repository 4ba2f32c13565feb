// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/found_article.h"

namespace nutgraf::read::sgml {

/// An item of the Reuters-21578 collection: a REUTERS element with its tags. Its id is its NEWID, its tags are its
/// topics; places, people and the like are metadata.
[[nodiscard]] FoundArticle read_reuters(std::string_view item);

}  // namespace nutgraf::read::sgml
