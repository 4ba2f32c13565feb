// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nutgraf::read::mail {

/// Whether the blank at the end of a line that goes on was put there for the break (DelSp=yes).
enum class LastBlank : std::uint8_t { OfTheText, OfTheBreak };

/// Plain text of the kind format=flowed (RFC 3676): lines that end with a blank go on in the next of the same depth of
/// quotation.
[[nodiscard]] std::string unflowed(std::string_view text, LastBlank blank);

}  // namespace nutgraf::read::mail
