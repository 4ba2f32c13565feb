// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {

/// Reads one file of that name.
inline Collected read_as(std::string_view name, std::string_view bytes, read::ReadOptions options = {}) {
  const TempDir folder;
  options.inputs = {folder.write(name, bytes).string()};
  return collect(std::move(options));
}

/// The value of an article's metadata; "absent" where it has none of that name.
inline std::string meta_of(const Article& article, std::string_view name) {
  const auto& meta = article.record.meta;
  const auto found = std::find_if(meta.begin(), meta.end(), [&](const auto& pair) { return pair.first == name; });
  return found == meta.end() ? "absent" : found->second;
}

}  // namespace nutgraf::test
