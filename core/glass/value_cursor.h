// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/decode.h"
#include "core/glass/table.h"

namespace nutgraf::glass {

/// The values of one slot; those of documents soon after the last one asked about are found fastest. Throws Damage.
class ValueCursor {
 public:
  /// The table must outlive it.
  ValueCursor(const Table& postlist, std::uint32_t slot);

  ValueCursor(ValueCursor&&) noexcept = default;
  ValueCursor& operator=(ValueCursor&&) noexcept = default;
  ValueCursor(const ValueCursor&) = delete;  // it looks into its own bytes
  ValueCursor& operator=(const ValueCursor&) = delete;
  ~ValueCursor() = default;

  /// Empty where the document has none; valid until the next call.
  [[nodiscard]] std::string_view at(std::uint32_t document);

 private:
  [[nodiscard]] bool seek(std::uint32_t document);
  [[nodiscard]] bool step();

  TableCursor at_;
  std::string key_;
  std::size_t slot_size_;  // of the key
  std::vector<unsigned char> pieces_;
  Numbers chunk_;
  std::uint32_t first_ = 0;     // document of the chunk; 0 = none was read
  std::uint32_t document_ = 0;  // whose value is at hand
  std::string_view value_;
};

}  // namespace nutgraf::glass
