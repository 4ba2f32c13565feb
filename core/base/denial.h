// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <system_error>

/// Errors that are about this process (its user, its limits) and not about the files it asked for: not permitted, no
/// descriptors left, no memory left.
namespace nutgraf {

[[nodiscard]] bool is_denial(const std::error_code& error);
/// The same for the text that the system has for an error: "Permission denied".
[[nodiscard]] bool is_denial(std::string_view reason);

inline constexpr std::string_view kOnDenial = "see who may read it, and the limits of this process";

}  // namespace nutgraf
