// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/article.h"
#include "indexer/clean/clean.h"

namespace nutgraf::build {

/// Cleans an article's title, authors and text and settles its language: declared by the record, else
/// `default_language` (empty = none), else detected. Returns what was cut. The same for build, update and preview.
std::vector<clean::Cut> prepare(Article& article, std::string_view default_language);

}  // namespace nutgraf::build
