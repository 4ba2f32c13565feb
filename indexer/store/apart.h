// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace nutgraf::store {

/// What `look` finds, found by a child process: damaged tables may crash the library that reads them. If the child
/// crashes, what it read is damaged: that is a problem found. If it was killed or could not be started, that is a
/// Failure(Failed). A Failure of `look` is thrown here. No other thread may run.
[[nodiscard]] std::vector<std::string> look_apart(const std::function<std::vector<std::string>()>& look);

}  // namespace nutgraf::store
