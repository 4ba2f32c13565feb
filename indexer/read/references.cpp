// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/references.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "indexer/read/entity.h"

namespace nutgraf::read {
namespace {

char32_t in_plain_text(char32_t code) {
  constexpr char32_t kHardBlank = 0xA0;
  const bool control = (code < ' ' && code != '\n' && code != '\t') || (code >= 0x7F && code <= kHardBlank);
  return control ? U' ' : code;
}

}  // namespace

const std::string& ReferenceDecoder::replacement(std::string_view reference) {
  auto known = found_.find(reference);
  if (known == found_.end()) {
    known = found_.emplace(reference, DecodedReference()).first;
    const auto code = character_of_reference(reference.substr(1, reference.size() - 2));
    utf8::append(known->second.character, in_plain_text(code.value_or(U' ')));
  }
  ++known->second.places;
  return known->second.character;
}

std::string ReferenceDecoder::decoded(std::string text) {
  std::size_t sign = text.find('&');
  if (references_ == References::Keep || sign == std::string::npos) {
    return text;
  }
  std::string plain;
  std::size_t done = 0;
  for (; sign != std::string::npos; sign = text.find('&', std::max(done, sign + 1))) {
    const std::string_view reference = leading_reference(std::string_view(text).substr(sign));
    if (!reference.empty()) {
      plain.append(text, done, sign - done).append(replacement(reference));
      done = sign + reference.size();
    }
  }
  return plain.append(text, done);
}

}  // namespace nutgraf::read
