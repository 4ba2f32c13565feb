// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::read::warc {

/// Lines such as "Content-Type: text/html", as a record and an HTTP response begin with.
class Fields {
 public:
  Fields() = default;
  /// `lines` is the part between the first line and the empty one. Lines that begin with a blank continue the one
  /// before; lines without a colon are passed over.
  explicit Fields(std::string_view lines);
  /// The value of the first field of that name, which is in lower case; empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Bytes of the head that `text` begins with, its empty line included; npos where that is not in `text`.
[[nodiscard]] std::size_t head_length(std::string_view text);

/// The first line of `text`, without its end.
[[nodiscard]] std::string_view first_line(std::string_view text);

}  // namespace nutgraf::read::warc
