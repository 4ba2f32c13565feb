// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

#include "indexer/article.h"

namespace nutgraf::build {

/// The folders above an article, below its root: "2024/06", without slashes at the ends. Archives count as folders.
/// Empty if there is none.
[[nodiscard]] std::string folder_of(const Article& article, std::span<const std::string> roots);

}  // namespace nutgraf::build
