// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "query/bind/unknown_value.h"

namespace nutgraf::search::views {

/// no article has source "Legder"; did you mean "Ledger"? The values offered as the first article that has one spells
/// it.
[[nodiscard]] std::string describe(const UnknownValue& unknown, const Xapian::Database& database);

}  // namespace nutgraf::search::views
