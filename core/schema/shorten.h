// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf::schema {

/// Bytes that `text` takes inside a glass key, where a zero byte is written as two.
[[nodiscard]] std::size_t key_bytes(std::string_view text);

/// `text` itself where it takes at most `limit` key bytes; else its beginning, cut between characters, and the 128-bit
/// hash of the whole as 32 hex digits: long values that differ stay different. `limit` is 32 or more.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit);

}  // namespace nutgraf::schema
