// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf::read::dates {

/// Numbers before 年 月 日 号 in digits, and years of eras as those of the calendar: 二〇二〇年三月五日 and
/// 令和2年3月5日 become 2020年3月5日. Eras: Japan's since 1868, and the Republic of China's.
[[nodiscard]] std::string with_plain_han_numbers(std::string_view date);

}  // namespace nutgraf::read::dates
