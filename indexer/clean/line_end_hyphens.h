// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "indexer/clean/mojibake.h"

namespace nutgraf::clean {

/// Closes words that a hyphen breaks at the end of a line. "govern-" / "ment" becomes "government" if the text writes
/// it so elsewhere, never with the hyphen, or the hyphen is a soft one; else "govern-ment", which is searched like any
/// word with a hyphen, by either spelling. Hyphens before a blank, and before "and" in "two-" / "and three-year", stay
/// where they are.
void close_line_end_hyphens(std::string& text, const OnRepair& on_repair);

}  // namespace nutgraf::clean
