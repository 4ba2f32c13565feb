// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"

/// What a format must offer to be read; the readers are rows of the table in registry.cpp.
namespace nutgraf::read {

/// How surely the first bytes of a file tell its format.
enum class Evidence : std::uint8_t {
  None,
  Weak,    // decides where the name tells no format
  Strong,  // decides whatever the name is
};

struct Reader {
  std::string_view name;                       // of --format
  std::array<std::string_view, 8> extensions;  // in lower case, without the full stop; unused ones are empty
  /// Judges a file by plain_front() of its first bytes; null if these never tell.
  Evidence (*sniff)(std::string_view front);
  /// Reads a document to its end, as a stream or at once, and gives each article, reject and note to the emitter.
  /// Between records it asks whether the emitter is stopped(). Throws Unreadable if the rest is lost.
  void (*read)(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

  /// Never true for an empty `extension`.
  [[nodiscard]] bool has_extension(std::string_view extension) const {
    return !extension.empty() && std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
  }
  [[nodiscard]] Evidence judge(std::string_view front) const {
    return sniff == nullptr ? Evidence::None : sniff(front);
  }
};

}  // namespace nutgraf::read
