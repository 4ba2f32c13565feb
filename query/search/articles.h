// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/index/open.h"
#include "core/index/record.h"

/// Whole articles by their id.
namespace nutgraf {

struct StoredArticle {
  ArticleRecord record;
  std::vector<std::string> passages;  // texts, in order
};

/// Nothing where the index has no such id. Throws Failure(Missing) for a damaged index.
[[nodiscard]] std::optional<StoredArticle> read_article(const OpenIndex& index, const std::string& id);
[[nodiscard]] bool has_article(const OpenIndex& index, const std::string& id);

/// An id as typed, or "ID#K" for passage K of it.
struct PassageName {
  std::string id;
  std::optional<std::uint32_t> passage;
};
/// An id that exists as typed wins over the other reading.
[[nodiscard]] PassageName read_name(const OpenIndex& index, const std::string& typed);

}  // namespace nutgraf
