// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "indexer/article.h"
#include "tests/indexer/read/collected.h"
#include "tests/temp_dir.h"

/// Reads JSON as a file of its own.
namespace nutgraf::test {

inline Collected read_as(std::string_view name, std::string_view bytes, read::ReadOptions options = {}) {
  const TempDir folder;
  options.inputs = {folder.write(name, bytes).string()};
  return collect(std::move(options));
}

inline Collected read_line(std::string_view json, read::ReadOptions options = {}) {
  return read_as("a.jsonl", json, std::move(options));
}

inline std::string meta_of(const Article& article, std::string_view key) {
  for (const auto& [name, value] : article.record.meta) {
    if (name == key) {
      return value;
    }
  }
  return "absent";
}

/// The article of a record with a text and the members of this object.
inline Article article_with(const std::string& object) {
  const Collected read = read_line("{\"text\":\"x\"," + object.substr(1));
  REQUIRE(read.articles.size() == 1);
  return read.articles[0];
}

}  // namespace nutgraf::test
