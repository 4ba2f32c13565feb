// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/query_error.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace nutgraf::parse {
namespace {

// Longer queries are shown in part.
constexpr std::size_t kMaxShownBytes = 2000;
constexpr std::size_t kShownAround = 60;

void append_shown(std::string& line, std::string_view text, std::size_t byte, utf8::Decoded c) {
  if (c.code < 0x20 || c.code == 0x7F) {
    line += ' ';
  } else if (c.code == 0xFFFD) {
    line += "\uFFFD";
  } else {
    line += text.substr(byte, c.size);
  }
}

std::string draw(std::string_view query, std::size_t place) {
  std::size_t begin = 0;
  std::size_t end = query.size();
  std::string line;
  std::size_t column = 0;
  if (query.size() > kMaxShownBytes) {
    begin = utf8::floor(query, place > kShownAround ? place - kShownAround : 0);
    end = utf8::floor(query, std::min(query.size(), place + kShownAround));
    if (begin > 0) {
      line = "...";
      column = line.size();
    }
  }
  for (std::size_t at = begin; at < end;) {
    const utf8::Decoded c = utf8::decode(query, at);
    append_shown(line, query, at, c);
    column += at < place ? unicode::display_width(c.code) : 0;
    at += c.size;
  }
  line += end < query.size() ? "...\n" : "\n";
  return line + std::string(column, ' ') + "^";
}

}  // namespace

QueryError::QueryError(std::string_view query, std::size_t byte, const std::string& message, std::string advice)
    : Failure(ExitCode::Usage, message, std::move(advice)),
      byte_(std::min(byte, query.size())),
      caret_(draw(query, byte_)) {}

}  // namespace nutgraf::parse
