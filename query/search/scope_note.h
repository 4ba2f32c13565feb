// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/search/plan.h"

namespace nutgraf {

/// For a boolean query, in how many articles it is met by one passage and in how many by the whole article; empty for
/// other queries.
[[nodiscard]] std::string scope_note(const Plan& plan);

}  // namespace nutgraf
