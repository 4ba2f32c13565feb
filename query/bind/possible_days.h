// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "query/parse/ast.h"

namespace nutgraf::bind {

/// Throws QueryError where dates that every passage found must meet (date:, after:, before: side by side or under AND)
/// have no day in common.
void require_possible_days(std::string_view query, const parse::Ast& ast);

}  // namespace nutgraf::bind
