// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/article.h"

/// Character references in texts without markup.
namespace nutgraf::read {

enum class References : std::uint8_t { Decode, Keep };

/// Decodes "&amp;" and "&#8217;", once, in the plain texts of a record, and remembers which it met.
class ReferenceDecoder {
 public:
  explicit ReferenceDecoder(References references) : references_(references) {}

  /// Hard blanks and control characters become blanks. What does not end in ";" stays.
  [[nodiscard]] std::string decoded(std::string text);

  [[nodiscard]] DecodedReferences found() && { return std::move(found_); }

 private:
  const std::string& replacement(std::string_view reference);

  References references_;
  DecodedReferences found_;
};

}  // namespace nutgraf::read
