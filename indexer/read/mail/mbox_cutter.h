// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/window.h"

namespace nutgraf::read::mail {

/// "From jane@example.org Mon Jun  1 10:00:00 2009": the line between messages.
[[nodiscard]] bool is_separator(std::string_view line);

struct RawMessage {
  std::string bytes;         // without the line above it; ">From " as it was before it was put there
  std::uint64_t offset = 0;  // of the line above it
  std::uint64_t line = 0;    // from 1, of the same
  std::uint64_t number = 0;  // from 1
  bool is_whole = true;      // no longer than it may be
};

/// Cuts a mailbox into messages as a stream. A separator counts after an empty line, and at the beginning.
class MboxCutter {
 public:
  MboxCutter(ByteSource& bytes, std::uint64_t longest) : window_(bytes), longest_(longest) {}
  /// Nothing at the end. What stands before the first separator is a message too.
  [[nodiscard]] std::optional<RawMessage> next();

 private:
  /// The next line with its end, from the window; empty at the end.
  [[nodiscard]] std::string_view peek_line();

  Window window_;
  std::uint64_t longest_;
  std::uint64_t line_ = 1;
  std::uint64_t number_ = 0;
};

}  // namespace nutgraf::read::mail
