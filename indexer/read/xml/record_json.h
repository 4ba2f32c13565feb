// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/read/xml/element.h"

namespace nutgraf::read::xml {

/// An element as a JSON object, so that XML of any kind is read by the rules of JSON records: attributes and children
/// are its members, children of one name a list. Children whose names take turns are a list of objects, which keeps
/// their order. An element that mixes text and elements is its text.
[[nodiscard]] std::string to_json(const Element& element);

}  // namespace nutgraf::read::xml
