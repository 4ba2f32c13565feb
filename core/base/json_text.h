// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace nutgraf {

inline constexpr int kOneLine = -1;

/// A nlohmann::json or ordered_json as text, with `indent` spaces per level or on one line. What is not UTF-8 becomes
/// U+FFFD.
template <class Json>
[[nodiscard]] std::string json_text(const Json& json, int indent = kOneLine) {
  return json.dump(indent, ' ', /*ensure_ascii=*/false, Json::error_handler_t::replace);
}

}  // namespace nutgraf
