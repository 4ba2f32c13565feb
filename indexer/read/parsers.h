// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

#include "indexer/read/sandbox/parser.h"

namespace nutgraf::read {

/// What a process of this program that parses documents for another can parse.
[[nodiscard]] std::span<const sandbox::Parser> parsers();

}  // namespace nutgraf::read
