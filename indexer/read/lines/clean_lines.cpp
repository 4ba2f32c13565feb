// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/lines/clean_lines.h"

#include <array>

#include "core/base/utf8.h"

namespace nutgraf::read::lines {
namespace {

/// Bytes that clean_lines looks at: controls, and the first bytes of NEL, of the line and paragraph separators and
/// of the byte-order mark.
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) {
    special[byte] = byte != '\n' && byte != '\t';
  }
  special[0x7F] = true;
  special[0xC2] = true;
  special[0xE2] = true;
  special[0xEF] = true;
  return special;
}();

std::size_t plain_run(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && !kSpecial[static_cast<unsigned char>(text[length])]) {
    ++length;
  }
  return length;
}

/// What is at the front of a text, and what takes its place.
struct Change {
  std::size_t length;
  std::string_view becomes;
};

/// `before` is what stands before it.
Change change_at(std::string_view text, char before) {
  switch (text[0]) {
    case '\r':
      return {text.starts_with("\r\n") ? 2U : 1U, "\n"};
    case '\f':
    case '\v':
      return {1, "\n"};
    case '\xC2':
      return text.starts_with("\xC2\x85") ? Change{2, "\n"} : Change{1, text.substr(0, 1)};
    case '\xE2':
      if (text.starts_with("\xE2\x80\xA8")) {
        return {3, "\n"};
      }
      return text.starts_with("\xE2\x80\xA9") ? Change{3, "\n\n"} : Change{1, text.substr(0, 1)};
    case '\xEF':  // a byte-order mark where files were joined
      return before == '\n' && text.starts_with(utf8::kByteOrderMarkBytes) ? Change{3, ""}
                                                                           : Change{1, text.substr(0, 1)};
    default:
      return {1, " "};
  }
}

}  // namespace

std::size_t clean_lines(std::string& text) {
  std::string_view rest = text;
  std::string cleaned;
  std::size_t nuls = 0;
  std::size_t keep = 0;  // bytes of `rest` that stay as they are
  while (true) {
    keep += plain_run(rest.substr(keep));
    if (keep == rest.size()) {
      break;
    }
    const char before = keep > 0 ? rest[keep - 1] : cleaned.empty() ? '\n' : cleaned.back();
    const Change change = change_at(rest.substr(keep), before);
    if (change.becomes == rest.substr(keep, change.length)) {
      keep += change.length;
      continue;
    }
    nuls += rest[keep] == '\0' ? 1U : 0U;
    if (cleaned.empty()) {
      cleaned.reserve(text.size());
    }
    cleaned.append(rest.substr(0, keep)).append(change.becomes);
    rest.remove_prefix(keep + change.length);
    keep = 0;
  }
  if (rest.size() != text.size()) {
    cleaned.append(rest);
    text = std::move(cleaned);
  }
  return nuls;
}

}  // namespace nutgraf::read::lines
