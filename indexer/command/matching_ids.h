// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::command {

struct Selection {
  std::string query;
  std::string match;  // of its bare words: any, all or phrase; empty: a query of one meaning only
};

/// Ids of all articles that match a query, as nutgraf-query finds them. A writer does not contain the query language,
/// so it runs that program, which must be in the same folder. Throws the Failure that the program ended with, or
/// Failure(Missing) if it is not there.
[[nodiscard]] std::vector<std::string> matching_ids(const std::filesystem::path& index, const Selection& selection);

}  // namespace nutgraf::command
