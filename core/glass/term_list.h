// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The termlist table: for each document its terms, and which slots have a value. Xapian's cursors read it; it is only
/// written here.
namespace nutgraf::glass {

/// Writes the tag of a document's terms, front-coded, with their wdf: (add)* finish. No tag is written without terms.
class TermListWriter {
 public:
  struct Size {
    std::size_t terms = 0;  // at least one
    std::size_t bytes = 0;  // of all of them
  };
  /// Appends to `out`. `document_length` is the sum of all wdf.
  TermListWriter(std::string& out, std::uint64_t document_length, Size size);
  /// Terms in byte order; the view must last until the next call.
  void add(std::string_view term, std::uint32_t wdf);
  void finish();

 private:
  std::string& out_;
  char* at_;
  std::string_view previous_;  // empty before the first
};

/// Appends the tag that names the slots that have a value (are not empty); nothing if none has.
void put_used_slots(std::string& out, std::span<const std::string> values);

}  // namespace nutgraf::glass
