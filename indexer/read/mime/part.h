// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::read::mime {

/// A message or a part of one (RFC 5322, RFC 2045): headers and what follows the empty line behind them.
struct Part {
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case; bytes as written, lines joined
  std::string_view body;                                     // of the text that it was read from

  /// The first header of that name, which is in lower case; empty where there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Headers end at an empty line, or where a line is none.
[[nodiscard]] Part part_at(std::string_view text);

/// The parts of a multipart, those of a digest as messages; none of anything else. One that is cut off ends with the
/// text.
[[nodiscard]] std::vector<Part> parts_of(const Part& whole);

/// "text/html", in lower case; "text/plain" where nothing is declared.
[[nodiscard]] std::string media_type(const Part& part);

/// The value of `name` in a header such as `text/html; charset="utf-8"` (RFC 2045, RFC 2231), in UTF-8 as far as it can
/// be told; empty where there is none.
[[nodiscard]] std::string parameter(std::string_view header, std::string_view name);

/// The bytes of the body, without their transfer encoding.
[[nodiscard]] std::string decoded_body(const Part& part);

}  // namespace nutgraf::read::mime
