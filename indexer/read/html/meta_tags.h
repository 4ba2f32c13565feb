// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/read/html/dom.h"

namespace nutgraf::read::html {

/// The `meta` elements of a page: OpenGraph, Dublin Core, and what sites made of their own.
class MetaTags {
 public:
  explicit MetaTags(const Dom& dom);

  /// The first content, not empty, of the first of `names` (in lower case) that has one.
  [[nodiscard]] std::string_view first(std::initializer_list<std::string_view> names) const;
  /// All contents of `name`.
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string_view>> tags_;
};

}  // namespace nutgraf::read::html
