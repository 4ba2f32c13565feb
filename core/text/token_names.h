// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "core/text/token.h"

namespace nutgraf {

/// word, variant, amount, exact-case, bigram
[[nodiscard]] std::string_view name_of(TokenKind kind);

}  // namespace nutgraf
