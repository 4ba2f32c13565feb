// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/read_options.h"

/// Where ids made from paths begin.
namespace nutgraf::read {

/// `path` relative to the deepest of `roots` that contains it; the whole path without its first "/" where none does.
[[nodiscard]] std::string relative_to_root(std::string_view path, const std::vector<std::string>& roots);

/// Whether an id is what a build makes of the path of this file (its name in the ledger), or of a record or member in
/// it.
[[nodiscard]] bool is_derived(std::string_view id, std::string_view file, const std::vector<std::string>& roots);

/// Completes `options.roots`: a known root that contains an input is kept, else the deepest folder holding all inputs
/// (first build) or the input's own folder (later). Throws Failure(Missing) naming an input that does not exist.
[[nodiscard]] ReadOptions with_roots(ReadOptions options, const std::vector<std::string>& known_roots);

/// Whether `path` is `folder` or below it.
[[nodiscard]] bool holds(std::string_view folder, std::string_view path);

}  // namespace nutgraf::read
