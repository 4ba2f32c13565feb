// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/index/record.h"

namespace nutgraf::store {

using ArticleTaker = std::function<void(const ArticleRecord& record, const std::vector<std::string>& passages)>;

/// Calls `take` for every article of a database with the texts of its passages, in the order of the input. Throws
/// Failure(Missing) where it is damaged.
void each_stored_article(const std::filesystem::path& passages, const ArticleTaker& take);

}  // namespace nutgraf::store
