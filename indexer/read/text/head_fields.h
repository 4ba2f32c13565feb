// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/article.h"

/// The keys that the head of a text names.
namespace nutgraf::read::text {

/// A key with its values: one, or those of a list.
struct HeadEntry {
  std::string key;
  std::vector<std::string> values;
};

/// Fills the fields that the keys are known for. Of several keys for one field the one of the lowest rank fills it; a
/// field of one value takes the first. All other values are metadata. A date that cannot be read is the article's bad
/// date.
void fill_fields(const std::vector<HeadEntry>& entries, Article& article);

}  // namespace nutgraf::read::text
