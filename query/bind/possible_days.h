// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "query/bind/filter.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

/// Throws QueryError where dates that every passage found must meet (date:, after:, before: side by side or under AND)
/// have no day in common, or none with the days of a filter.
void require_possible_days(std::string_view query, const parse::Ast& ast, std::span<const Filter> filters = {});

}  // namespace nutgraf::bind
