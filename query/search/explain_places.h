// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/search/plan.h"

namespace nutgraf {

/// A line for each NEAR, ADJ, NOTNEAR, WITHIN and phrase with a lone *: how it is decided and what that costs.
[[nodiscard]] std::string explain_places(const Plan& plan);

}  // namespace nutgraf
