// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace nutgraf::read::xml {

/// The address that `reference` is in a document at `base`, which may be empty.
[[nodiscard]] std::string absolute_address(const std::string& reference, const std::string& base);

}  // namespace nutgraf::read::xml
