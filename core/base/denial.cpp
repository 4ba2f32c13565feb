// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/denial.h"

#include <algorithm>
#include <array>

namespace nutgraf {
namespace {

constexpr std::array kDenials{std::errc::permission_denied, std::errc::operation_not_permitted,
                              std::errc::too_many_files_open, std::errc::too_many_files_open_in_system,
                              std::errc::not_enough_memory};

}  // namespace

bool is_denial(const std::error_code& error) {
  return std::ranges::any_of(kDenials, [&](std::errc denial) { return error == denial; });
}

bool is_denial(std::string_view reason) {
  return std::ranges::any_of(kDenials,
                             [&](std::errc denial) { return reason == std::make_error_code(denial).message(); });
}

}  // namespace nutgraf
