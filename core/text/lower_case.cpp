// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/lower_case.h"

#include <unicode/uchar.h>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf {

std::string lower_case(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  while (!text.empty()) {
    if (ascii::is_ascii(text.front())) {
      lowered += ascii::to_lower(text.front());
      text.remove_prefix(1);
      continue;
    }
    const utf8::Decoded c = utf8::decode(text, 0);
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code)));
    std::string encoded;
    utf8::append(encoded, lower);
    lowered += encoded.size() == c.size ? std::string_view(encoded) : text.substr(0, c.size);
    text.remove_prefix(c.size);
  }
  return lowered;
}

}  // namespace nutgraf
