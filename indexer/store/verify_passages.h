// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::store {

/// Looks at up to `samples` passages spread evenly over the index, the same ones every time: does the data decode, are
/// the terms and positions those of its text, do term list and posting lists agree? One sentence a problem, at most a
/// few. Several threads read the database at `path`.
[[nodiscard]] std::vector<std::string> verify_passages(const std::string& path, Xapian::doccount samples);

}  // namespace nutgraf::store
