// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read::sandbox {

/// The only argument of a process of nutgraf-index that parses documents for another.
inline constexpr std::string_view kServeArgument = "--parse-documents";

/// The life of that process: parses what the socket at standard input asks for until the other side is gone. Returns
/// the exit code of the program.
[[nodiscard]] int serve(std::span<const Parser> parsers);

}  // namespace nutgraf::read::sandbox
