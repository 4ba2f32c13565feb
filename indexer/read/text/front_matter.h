// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/article.h"

namespace nutgraf::read::text {

/// Takes the YAML between two lines of "---", or the TOML between two of "+++", or the JSON object that Markdown files
/// begin with into `article` and off `text`: keys as of records, values that are texts, quoted or not, blocks (| and
/// >), or lists; what fills no field is metadata, and tables of TOML are not read. False, and nothing is taken, where
/// `text` begins with no such block.
bool take_front_matter(std::string_view& text, Article& article);

}  // namespace nutgraf::read::text
