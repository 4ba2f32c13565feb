// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mime/header_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/encoding.h"
#include "indexer/read/lines/clean_lines.h"
#include "indexer/read/mime/transfer.h"

namespace nutgraf::read::mime {
namespace {

/// `=?charset?Q?text?=`
struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;  // in the header
};

std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) {
    return std::nullopt;
  }
  const std::size_t charset = text.find('?', 2);
  const std::size_t kind = charset == std::string_view::npos ? charset : charset + 1;
  if (kind == std::string_view::npos || kind + 1 >= text.size() || text[kind + 1] != '?') {
    return std::nullopt;
  }
  const std::size_t begin = kind + 2;
  const std::size_t end = text.find("?=", begin);
  const char encoding = ascii::to_lower(text[kind]);
  if (end == std::string_view::npos || (encoding != 'b' && encoding != 'q')) {
    return std::nullopt;
  }
  EncodedWord word;
  const std::string_view named = text.substr(2, charset - 2);
  word.charset = known_charset(named.substr(0, named.find('*')));  // a language may follow
  std::string content(text.substr(begin, end - begin));
  if (encoding == 'q') {
    std::replace(content.begin(), content.end(), '_', ' ');
  }
  word.bytes = encoding == 'b' ? from_base64(content) : from_quoted_printable(content);
  word.size = end + 2;
  return word;
}

bool is_blank(std::string_view text) {
  return ascii::trimmed(text).empty();
}

std::string one_line(std::string text) {
  lines::clean_lines(text);
  std::string line;
  for (const char c : text) {
    const bool blank = ascii::is_space(c);
    if (!blank || (!line.empty() && line.back() != ' ')) {
      line += blank ? ' ' : c;
    }
  }
  return std::string(ascii::trimmed(line));
}

/// The size of the escape sequence that `bytes` begins with, where it chooses the characters that follow: ESC ( B,
/// ESC $ B, ESC $ ( D; else 0.
std::size_t escape_size(std::string_view bytes) {
  constexpr char kEscape = '\x1B';
  constexpr std::size_t kShort = 3;
  const std::size_t size = bytes.starts_with("\x1B$(") ? kShort + 1 : kShort;
  const bool chooses = bytes.size() >= size && bytes[0] == kEscape && (bytes[1] == '(' || bytes[1] == '$') &&
                       std::string_view(")*+-./").find(bytes[2]) == std::string_view::npos;
  return chooses ? size : 0;
}

/// Without the escape sequences that another follows at once, as where encoded words of ISO-2022-JP are joined: ICU
/// takes nothing between two for damage.
std::string without_empty_runs(std::string_view bytes) {
  std::string kept;
  while (!bytes.empty()) {
    const std::size_t escape = escape_size(bytes);
    const bool empty = escape > 0 && escape_size(bytes.substr(escape)) > 0;
    const std::size_t size = std::max<std::size_t>(escape, 1);
    kept += empty ? std::string_view{} : bytes.substr(0, size);
    bytes.remove_prefix(size);
  }
  return kept;
}

/// Cuts a header at commas outside of quotes, comments and angle brackets.
std::vector<std::string_view> cut_mailboxes(std::string_view header) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  bool quoted = false;
  int depth = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const char c = header[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '(' || c == '<')) {
      ++depth;
    } else if (!quoted && (c == ')' || c == '>')) {
      depth = std::max(0, depth - 1);
    } else if (!quoted && depth == 0 && (c == ',' || c == ';')) {
      parts.push_back(header.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  parts.push_back(header.substr(std::min(begin, header.size())));
  return parts;
}

std::string unquoted(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    i += text[i] == '\\' && i + 1 < text.size() ? 1U : 0U;
    if (text[i] != '"' || (i > 0 && text[i - 1] == '\\')) {
      plain += text[i];
    }
  }
  return std::string(ascii::trimmed(plain));
}

Mailbox mailbox(std::string_view text, std::string_view charset) {
  Mailbox box;
  const std::size_t open = text.rfind('<');
  const std::size_t comment = text.find('(');
  if (open != std::string_view::npos) {
    const std::string_view inside = text.substr(open + 1);
    box.address = ascii::trimmed(inside.substr(0, inside.find('>')));
    box.name = header_text(unquoted(text.substr(0, open)), charset);
  } else if (comment != std::string_view::npos) {
    box.address = ascii::trimmed(text.substr(0, comment));
    box.name = header_text(unquoted(text.substr(comment + 1, text.rfind(')') - comment - 1)), charset);
  } else {
    const std::string plain = unquoted(text);
    const bool address = plain.find('@') != std::string::npos && plain.find(' ') == std::string::npos;
    (address ? box.address : box.name) = address ? plain : header_text(plain, charset);
  }
  box.address = header_text(box.address, charset);
  return box;
}

}  // namespace

std::string known_charset(std::string_view declared) {
  constexpr auto kEmpty = std::to_array<std::string_view>({"us-ascii", "ascii", "unknown-8bit", "x-unknown", "unknown",
                                                           "default", "default_charset", "binary", "8bit", "7bit",
                                                           "ansi_x3.4-1968", "iso-8859-8bit", "none"});
  const std::string charset = ascii::lowered(ascii::trimmed(declared));
  return std::ranges::find(kEmpty, charset) == kEmpty.end() ? charset : std::string();
}

std::string text_in_charset(std::string bytes, std::string_view charset) {
  constexpr auto kLikeAscii = std::to_array<std::string_view>({"utf-7", "unicode-1-1-utf-7", "hz-gb-2312"});
  if (std::ranges::find(kLikeAscii, charset) != kLikeAscii.end()) {
    try {
      return convert(bytes, charset == "hz-gb-2312" ? "HZ-GB-2312" : "UTF-7");
    } catch (const Unreadable&) {  // an ICU without that encoding
    }
  }
  const bool escapes = charset.starts_with("iso-2022-");
  return decode(escapes ? without_empty_runs(bytes) : std::move(bytes), charset).text;
}

std::string header_text(std::string_view header, std::string_view charset) {
  constexpr std::size_t kLongest = 16UL * 1024;
  header = header.substr(0, kLongest);
  std::string text;
  std::string plain;    // bytes outside of encoded words
  EncodedWord encoded;  // words of one charset one after the other: a character may be cut between them
  const auto end_encoded = [&] {
    if (!encoded.bytes.empty()) {
      text += text_in_charset(std::exchange(encoded.bytes, {}), encoded.charset);
    }
  };
  const auto end_plain = [&] {
    if (!plain.empty()) {
      text += text_in_charset(std::exchange(plain, {}), charset);
    }
  };
  while (!header.empty()) {
    if (const auto word = encoded_word(header)) {
      const bool joined = !encoded.bytes.empty() && is_blank(plain);
      if (joined) {
        plain.clear();
      }
      if (!joined || encoded.charset != word->charset) {
        end_encoded();
        end_plain();
      }
      encoded.charset = word->charset;
      encoded.bytes += word->bytes;
      header.remove_prefix(word->size);
    } else {
      if (!encoded.bytes.empty() && !ascii::is_space(header[0])) {
        end_encoded();
      }
      plain += header[0];
      header.remove_prefix(1);
    }
  }
  end_encoded();
  end_plain();
  return one_line(std::move(text));
}

std::vector<Mailbox> mailboxes(std::string_view header, std::string_view charset) {
  std::vector<Mailbox> found;
  for (const std::string_view part : cut_mailboxes(header)) {
    Mailbox box = mailbox(ascii::trimmed(part), charset);
    if (!box.name.empty() || !box.address.empty()) {
      found.push_back(std::move(box));
    }
  }
  return found;
}

}  // namespace nutgraf::read::mime
