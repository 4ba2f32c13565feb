// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/search/compile/plan.h"
#include "query/search/request.h"

namespace nutgraf::search {

/// How the query is read, as text: the tree as parsed, as bound, how each NEAR, ADJ, NOTNEAR, WITHIN and phrase with a
/// lone * is decided and what that costs, and Xapian's query.
[[nodiscard]] std::string explain(const Request& request, const compile::Plan& plan);

}  // namespace nutgraf::search
