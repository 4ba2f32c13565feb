// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/window.h"

/// Cuts a stream of JSON into records without parsing it, so that one broken record costs no other.
namespace nutgraf::read {

/// A single record may be this long; a longer one is passed over.
inline constexpr std::uint64_t kRecordLimit = 256UL * 1024 * 1024;

struct RawRecord {
  std::string_view json;     // valid until the next record; empty if it was too long
  std::uint64_t offset = 0;  // in the stream
  std::uint64_t line = 0;    // from 1
  std::uint64_t number = 0;  // from 1, blank lines not counted
  std::uint64_t length = 0;  // also of one that was too long
  bool ends_file = false;    // nothing follows, not even a line end
};

/// Whether a record breaks off inside a string, an object or an array.
[[nodiscard]] bool is_unclosed(std::string_view json);

/// One record per line; blank lines and zeros (the hole that a crash leaves in a file) are none. A lone CR ends a line
/// where a record follows: inside a record, it is the fault of one string.
class LineCutter {
 public:
  explicit LineCutter(ByteSource& bytes) : window_(bytes) {}
  [[nodiscard]] std::optional<RawRecord> next();

 private:
  /// Drops what was taken and the zeros after it; false at the end.
  bool to_next_line();
  std::size_t find_end();  // of the line, in the window
  void pass_over(RawRecord& record);

  Window window_;
  std::size_t drop_first_ = 0;
  std::uint64_t line_ = 0;
  std::uint64_t number_ = 0;
};

/// The elements of an array, or values one after the other, over any number of lines.
class ValueCutter {
 public:
  explicit ValueCutter(ByteSource& bytes) : window_(bytes) {}
  [[nodiscard]] std::optional<RawRecord> next();
  /// Whether nothing but spaces, commas and closing brackets follows.
  [[nodiscard]] bool at_end();
  /// After the last value: whether the values are those of an array that is not closed.
  [[nodiscard]] bool breaks_off() const { return inside_array_ && !array_closed_; }
  /// Where it stands.
  [[nodiscard]] std::uint64_t line() const { return line_; }
  [[nodiscard]] std::uint64_t offset() const { return window_.offset(); }

 private:
  void skip_between();
  std::size_t find_end();

  Window window_;
  std::size_t drop_first_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t number_ = 0;
  bool inside_array_ = false;
  bool array_closed_ = false;
};

/// The records of a line that contains several, one after the other or with a run of zeros between; else just one.
[[nodiscard]] std::vector<std::string> cut_joined(std::string_view line);

}  // namespace nutgraf::read
