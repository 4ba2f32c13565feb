// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/warc/warc_reader.h"

#include <variant>

#include "indexer/read/warc/crawled_page.h"
#include "indexer/read/warc/record_stream.h"

namespace nutgraf::read::warc {

Evidence sniff_warc(std::string_view front) {
  const bool warc = front.starts_with("WARC/") && warc_format().begins(front);
  return warc || front.starts_with("filedesc://") ? Evidence::Strong : Evidence::None;
}

void read_warc(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  constexpr std::string_view kArcMark = "filedesc://";
  const bool arc = bytes.peek(kArcMark.size()) == kArcMark;
  RecordStream records(bytes, arc ? arc_format() : warc_format());
  while (!emitter.stopped()) {
    const auto outcome = records.next();
    if (!outcome) {
      return;
    }
    if (const auto* const damage = std::get_if<Damage>(&*outcome)) {
      emitter.reject(document, 0, damage->offset, damage->reason);
    } else {
      read_record(std::get<Record>(*outcome), document, emitter);
    }
  }
}

}  // namespace nutgraf::read::warc
