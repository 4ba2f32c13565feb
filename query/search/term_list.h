// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/index/open.h"

namespace nutgraf {

struct TermRow {
  std::string term;
  std::uint64_t passages = 0;
  std::uint64_t occurrences = 0;
};

/// The surface words of the index that match `pattern` (folded; `*` is any text, `?` one character; empty = all), in
/// byte order, as long as `take` returns true. Throws Failure(Missing) for a damaged index.
void list_terms(const OpenIndex& index, std::string_view pattern, const std::function<bool(const TermRow&)>& take);

}  // namespace nutgraf
