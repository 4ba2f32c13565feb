// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/xml_source.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/encoding.h"
#include "indexer/read/front.h"
#include "indexer/read/html/charset.h"

namespace nutgraf::read::xml {
namespace {

/// XML has no control characters but blanks, and its parsers may stop at one.
class PlainSource final : public ByteSource {
 public:
  PlainSource(ByteSource& bytes, const std::string& encoding) : decoded_(bytes, encoding) {}

  [[nodiscard]] std::size_t read(std::span<char> into) override {
    const std::size_t got = decoded_.read(into);
    std::ranges::replace_if(
        into.first(got), [](char c) { return static_cast<unsigned char>(c) < ' ' && !ascii::is_space(c); }, ' ');
    return got;
  }

 private:
  DecodedSource decoded_;
};

}  // namespace

std::unique_ptr<ByteSource> open_utf8(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const std::string_view front = bytes.peek(kFront);
  const SniffedEncoding sniffed = sniff_encoding(front);
  // Up to the end of a tag, so that no character is cut.
  std::string whole(front.substr(0, std::min(front.rfind('>'), front.size() - 1) + 1));
  const std::string declared = html::declared_charset(whole);
  std::string encoding = decode(std::move(whole), declared).encoding;
  std::vector<char> mark(sniffed.mark);
  static_cast<void>(bytes.read(mark));
  if (!encoding.empty()) {
    emitter.note(document, Note::Encoding, encoding);
  }
  return std::make_unique<PlainSource>(bytes, encoding.empty() ? std::string("UTF-8") : encoding);
}

}  // namespace nutgraf::read::xml
