// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::command {

/// Ids of all articles that match a query, as nutgraf-query finds them. A writer has no part of the query language: the
/// program beside this one is asked. Throws Failure as that program ends, or Failure(Missing) where it is not there.
[[nodiscard]] std::vector<std::string> matching_ids(const std::filesystem::path& index, const std::string& query);

}  // namespace nutgraf::command
