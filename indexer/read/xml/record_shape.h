// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/keys.h"

/// Which element of an XML document of no known kind is a record.
namespace nutgraf::read::xml {

/// `keys` in the terms of one record, and the names of the elements from the root to the record.
struct RecordShape {
  KeyPlan keys;
  std::vector<std::string> path;  // qualified; empty where no element can be a record
};

/// With --map text=/corpus/doc/body, a path from the root, the record is the deepest element that holds all elements
/// so named. With other paths ("body", "head/title", "head.title") it is the first element with a child that the first
/// step of the text's (else the title's) path names; without --map, the first one with a child or attribute that holds
/// a text by its name and another one that fills a field. `front` is the beginning of the document.
[[nodiscard]] RecordShape record_shape(std::string_view front, const KeyPlan& keys);

/// The names of the first elements in `front`, for messages.
[[nodiscard]] std::string element_names(std::string_view front);

}  // namespace nutgraf::read::xml
