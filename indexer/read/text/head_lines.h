// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/article.h"

namespace nutgraf::read::text {

/// Takes lines of the form "Key: value" that `text` begins with into `article`, and off `text`. The first and the last
/// have keys that are known of records; between them stand any keys, keys without a value and empty lines. They are
/// taken for a head where one of them is a title or a date that can be read: "Source: Reuters" alone may be the text's
/// own words. Else nothing is taken.
void take_head_lines(std::string_view& text, Article& article);

}  // namespace nutgraf::read::text
