// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/page_source.h"

#include <utility>

#include "indexer/read/decoded_text.h"
#include "indexer/read/encoding.h"
#include "indexer/read/html/charset.h"
#include "indexer/read/record_cutter.h"

namespace nutgraf::read::press {

std::string page_text(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  std::string raw = read_all(bytes, kRecordLimit);
  const std::string charset = html::declared_charset(raw);
  return decoded_text(decode(std::move(raw), charset), document, emitter);
}

}  // namespace nutgraf::read::press
