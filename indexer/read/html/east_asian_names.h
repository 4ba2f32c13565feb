// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::read::html {

/// The names in a line that says who wrote something in Chinese, Japanese or Korean: 记者 张三, 作者：张三／台北報導,
/// 【ロンドン＝山田太郎】, 김철수 기자. Empty if it names no one, or is a sentence.
[[nodiscard]] std::vector<std::string> east_asian_names(std::string_view line);

}  // namespace nutgraf::read::html
