// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/rtf_tokens.h"

#include <algorithm>
#include <charconv>

#include "core/base/ascii.h"
#include "indexer/read/hex_digit.h"

namespace nutgraf::read::office {

std::optional<RtfToken> RtfTokenizer::next() {
  // Line ends and zeros are layout of the file.
  rest_.remove_prefix(std::min(rest_.find_first_not_of(std::string_view("\r\n\0", 3)), rest_.size()));
  if (rest_.empty()) {
    return std::nullopt;
  }
  RtfToken token;
  const char c = rest_[0];
  if (c == '\\') {
    return control();
  }
  if (c == '{' || c == '}') {
    token.kind = c == '{' ? RtfToken::Kind::Begin : RtfToken::Kind::End;
    rest_.remove_prefix(1);
    return token;
  }
  token.text = rest_.substr(0, rest_.find_first_of(std::string_view("\\{}\r\n\0", 6)));
  rest_.remove_prefix(token.text.size());
  return token;
}

RtfToken RtfTokenizer::control() {
  constexpr int kHex = 16;
  RtfToken token;
  if (rest_.size() > 1 && ascii::is_letter(rest_[1])) {
    return word();
  }
  token.kind = RtfToken::Kind::Symbol;
  token.text = rest_.substr(1, 1);
  rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
  if (token.text == "'" && rest_.size() >= 2 && hex_digit(rest_[0]) >= 0 && hex_digit(rest_[1]) >= 0) {
    token.kind = RtfToken::Kind::Byte;
    token.byte = static_cast<char>(hex_digit(rest_[0]) * kHex + hex_digit(rest_[1]));
    rest_.remove_prefix(2);
  }
  return token;
}

RtfToken RtfTokenizer::word() {
  RtfToken token;
  token.kind = RtfToken::Kind::Word;
  const auto end = std::find_if_not(rest_.begin() + 1, rest_.end(), ascii::is_letter);
  token.text = rest_.substr(1, static_cast<std::size_t>(end - rest_.begin()) - 1);
  rest_.remove_prefix(token.text.size() + 1);
  std::int32_t value = 0;
  const auto [behind, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
  if (behind != rest_.data()) {
    token.value = error == std::errc() ? value : 0;
    rest_.remove_prefix(static_cast<std::size_t>(behind - rest_.data()));
  }
  if (rest_.starts_with(' ')) {
    rest_.remove_prefix(1);
  }
  if (token.text == "bin") {
    const auto count = static_cast<std::size_t>(std::max(0, token.value.value_or(0)));
    rest_.remove_prefix(std::min(count, rest_.size()));
    token.kind = RtfToken::Kind::Binary;
  }
  return token;
}

}  // namespace nutgraf::read::office
