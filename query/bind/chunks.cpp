// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/chunks.h"

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace nutgraf::bind {

void for_each_chunk(std::string_view text, const std::function<void(std::string_view, std::size_t)>& take) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !unicode::is_space(utf8::decode(text, at).code)) {
      at += utf8::decode(text, at).size;
    }
    if (at > begin) {
      take(text.substr(begin, at - begin), begin);
    } else {
      at += utf8::decode(text, at).size;
    }
  }
}

}  // namespace nutgraf::bind
