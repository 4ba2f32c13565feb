// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

/// Searches that are kept under a name, with the articles that were seen: `search @NAME --new` shows the others.
namespace nutgraf::query {

struct SavedSearch {
  std::vector<std::string> options;  // "--match=all", "--index=/data/news.idx"
  std::string query;
  std::set<std::string> seen;  // ids of articles
};

/// Throws Failure(Usage) for what is no name, Failure(Missing) where there is no search of that name, or it is damaged.
[[nodiscard]] SavedSearch read_saved_search(const std::string& name);
/// Throws Failure(Failed) where it cannot be written.
void write_saved_search(const std::string& name, const SavedSearch& search);

/// Throws Failure(Usage) for what is no name.
void require_search_name(const std::string& name);

struct SavedArguments {
  std::vector<std::string> arguments;
  std::string name;  // empty = no saved search
};
/// `search @NAME OPTIONS` with what the name stands for: its options, those given, which override them, its query.
/// Other arguments stay as they are.
[[nodiscard]] SavedArguments with_saved_search(std::span<const std::string> arguments);

}  // namespace nutgraf::query
