// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "core/base/failure.h"

namespace nutgraf::read {

/// Two files have one derived id: the failure, with what to do. The paths are as in messages.
[[nodiscard]] Failure same_id(const std::string& id, const std::string& one, const std::string& other);

}  // namespace nutgraf::read
