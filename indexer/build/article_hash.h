// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/article.h"

namespace nutgraf::build {

/// 32 hex digits (xxh3-128) of everything an article's passages are made of, as it was read, then 16 of its title and
/// text alone: equal = unchanged. The offset of its record is left out, or one line more at the top of a file would
/// change all the others.
[[nodiscard]] std::string article_hash(const Article& article);

}  // namespace nutgraf::build
