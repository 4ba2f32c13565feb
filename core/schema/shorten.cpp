// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/shorten.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

#include "core/base/utf8.h"

namespace nutgraf::schema {
namespace {

constexpr std::size_t kHashBytes = 32;

/// Longest beginning of `text` that takes at most `limit` key bytes and ends between characters. Text that is not UTF-8
/// (more than three continuation bytes in a row) is cut where the limit falls.
std::size_t cut(std::string_view text, std::size_t limit) {
  std::size_t end = 0;
  for (std::size_t used = 0; end < text.size(); ++end) {
    used += text[end] == '\0' ? 2U : 1U;
    if (used > limit) {
      break;
    }
  }
  std::size_t start = end;
  while (start > 0 && end - start < 4 && start < text.size() && utf8::is_continuation(text[start])) {
    --start;
  }
  return start < text.size() && utf8::is_continuation(text[start]) ? end : start;
}

}  // namespace

std::size_t key_bytes(std::string_view text) {
  return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

std::string shorten(std::string_view text, std::size_t limit) {
  if (text.size() * 2 <= limit || key_bytes(text) <= limit) {
    return std::string(text);
  }
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{}{:016x}{:016x}", text.substr(0, cut(text, limit - kHashBytes)), hash.high64, hash.low64);
}

}  // namespace nutgraf::schema
