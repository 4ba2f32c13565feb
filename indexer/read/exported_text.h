// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/article.h"

/// The text of an exported article on its way through the pipeline. It is as an index had it, so it is neither mended,
/// cleaned nor cut again: each of its passages, without the title, begins with U+FDD0, a noncharacter that Unicode
/// keeps for such marks inside programs.
namespace nutgraf::read {

[[nodiscard]] std::string exported_text(const std::vector<std::string>& passages);
[[nodiscard]] bool is_exported(const Article& article);
/// Its passages; the article keeps its text without marks, as paragraphs.
[[nodiscard]] std::vector<std::string> take_passages(Article& article);

}  // namespace nutgraf::read
