// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/decoded_text.h"

#include <fmt/format.h>

#include <utility>

#include "indexer/read/lines/clean_lines.h"

namespace nutgraf::read {

std::string decoded_text(Decoded decoded, const Document& document, ArticleEmitter& emitter) {
  if (!decoded.encoding.empty()) {
    emitter.note(document, Note::Encoding, decoded.encoding);
  }
  if (decoded.bad > 0) {
    emitter.note(
        document, Note::InvalidUtf8,
        fmt::format("{} places that are no {}", decoded.bad, decoded.encoding.empty() ? "UTF-8" : decoded.encoding));
  }
  const std::size_t nuls = lines::clean_lines(decoded.text);
  if (nuls > 0) {
    emitter.note(document, Note::NulBytes, fmt::format("{} replaced by spaces", nuls));
  }
  return std::move(decoded.text);
}

}  // namespace nutgraf::read
