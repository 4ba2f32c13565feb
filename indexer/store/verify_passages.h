// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::store {

/// Looks at up to `samples` passages spread evenly over the index, the same ones every time: does the data decode, are
/// the terms and positions those of its text, do term list and posting lists agree? One sentence a problem, at most a
/// few.
[[nodiscard]] std::vector<std::string> verify_passages(const Xapian::Database& database, Xapian::doccount samples);

}  // namespace nutgraf::store
