// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace nutgraf::read {

/// Errors that are not the fault of what was to be read, so that skipping it would lose articles without a reason: too
/// many open files, no memory. Throws Failure(Failed) for these, "cannot VERB PATH: Too many open files".
void refuse_exhaustion(int error, std::string_view verb, std::string_view path);

}  // namespace nutgraf::read
