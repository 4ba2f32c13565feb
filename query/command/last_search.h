// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "query/view/hit.h"

/// The last search that was answered on this terminal, so that `show 3` opens its third result. Kept separately for
/// each terminal, below the user's XDG_STATE_HOME; none if no standard stream is a terminal.
namespace nutgraf::query {

struct LastSearch {
  struct Result {
    std::uint64_t rank = 0;
    std::string id;
    std::uint32_t passage = 0;
  };
  std::string index;  // absolute path
  std::string query;
  std::vector<Result> results;
};

/// Where this program keeps what it remembers for the user: XDG_STATE_HOME/nutgraf, else ~/.local/state/nutgraf;
/// nothing if neither XDG_STATE_HOME nor HOME is set.
[[nodiscard]] std::optional<std::filesystem::path> state_folder();

/// Failing to keep it is no error: the answer was given.
void remember_search(const std::string& index, const view::Answer& answer);
[[nodiscard]] std::optional<LastSearch> last_search();

}  // namespace nutgraf::query
