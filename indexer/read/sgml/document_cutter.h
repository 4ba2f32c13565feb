// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/read/window.h"

namespace nutgraf::read::sgml {

struct RawDocument {
  std::string_view bytes;    // from its open to its close tag; valid until the next one; empty where it was too long
  std::uint64_t offset = 0;  // in the stream
  std::uint64_t line = 0;    // from 1
  bool closed = true;        // false where the stream breaks off inside
  bool too_long = false;     // beyond kRecordLimit
};

/// The documents of a stream, bytes as they are: the elements of one name, such as DOC, whatever its case. One that the
/// next one's open tag meets ends there.
class DocumentCutter {
 public:
  /// `name` in capitals. `bytes` must outlive the cutter.
  DocumentCutter(ByteSource& bytes, std::string_view name) : window_(bytes), name_(name) {}

  /// Nothing at the end. Throws Unreadable.
  [[nodiscard]] std::optional<RawDocument> next();

 private:
  enum class Tag : std::uint8_t { Open, Close, None };

  void drop(std::size_t count);
  /// Moves `at`, a place in the view, to the next tag of that name; None at the end of the stream.
  [[nodiscard]] Tag find_tag(std::size_t& at);

  Window window_;
  std::string_view name_;
  std::size_t drop_first_ = 0;
  std::uint64_t line_ = 1;
  bool too_long_ = false;
  bool ended_ = false;
};

}  // namespace nutgraf::read::sgml
