// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/front.h"

#include <algorithm>
#include <iterator>

#include "core/base/ascii.h"
#include "indexer/read/encoding.h"

namespace nutgraf::read {

std::string plain_front(std::string_view front) {
  const SniffedEncoding sniffed = sniff_encoding(front);
  front.remove_prefix(sniffed.mark);
  std::string plain;
  if (sniffed.encoding.empty() || sniffed.encoding == "UTF-8") {
    plain = front.substr(std::min(front.find_first_not_of('\0'), front.size()));
  } else {
    std::copy_if(front.begin(), front.end(), std::back_inserter(plain), [](char c) { return c != '\0'; });
  }
  return std::string(ascii::trimmed(plain));
}

}  // namespace nutgraf::read
