// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf {

/// The file whose path an index has as `name`. A path that is not UTF-8 is there with "%FF" for such bytes and "%25"
/// for "%", and the slash before its first such name is doubled, which no other path has.
[[nodiscard]] std::string native_path(std::string_view name);

}  // namespace nutgraf
