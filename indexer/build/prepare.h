// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/article.h"

namespace nutgraf::build {

/// Cleans an article's title, authors and text and settles its language: declared by the record, else
/// `default_language` (empty = none), else detected. Its record says what was cut. The same for build, update and
/// preview.
void prepare(Article& article, std::string_view default_language);

}  // namespace nutgraf::build
