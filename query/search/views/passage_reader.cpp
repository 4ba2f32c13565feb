// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/passage_reader.h"

#include <algorithm>
#include <iterator>

#include "core/base/time_limit.h"
#include "core/index/record.h"
#include "core/schema/slots.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::views {

void PassageReader::read(Xapian::docid document) {
  TimeLimit::check();
  const Xapian::Document stored = database_.get_document(document, Xapian::DOC_ASSUME_VALID);
  const std::string data = stored.get_data();
  const PassageText passage = decode_passage_text(data);
  id_ = passage.id;
  text_ = passage.text;
  page_ = passage.page;
  ordinal_ = schema::decode_u32(stored.get_value(postings::slot(schema::Slot::Ordinal)));
  analyzer_.analyze(text_, scratch_, analysis_);
  words_.clear();
  std::copy_if(analysis_.tokens.begin(), analysis_.tokens.end(), std::back_inserter(words_),
               [](const Token& token) { return token.kind == TokenKind::Word; });
  view::read_position_offsets(analysis_, positions_);
}

std::pair<std::size_t, std::size_t> PassageReader::words_around(ByteSpan span) const {
  const auto before = std::partition_point(words_.begin(), words_.end(),
                                           [&](const Token& word) { return word.span.end <= span.begin; });
  const auto after =
      std::partition_point(before, words_.end(), [&](const Token& word) { return word.span.begin < span.end; });
  return {static_cast<std::size_t>(before - words_.begin()), static_cast<std::size_t>(after - words_.begin())};
}

ByteSpan PassageReader::sentence_of(ByteSpan span) const {
  ByteSpan sentence{0, static_cast<std::uint32_t>(text_.size())};
  for (const Boundary& boundary : analysis_.sentences) {
    if (boundary.byte <= span.begin) {
      sentence.begin = boundary.byte;
    } else if (boundary.byte >= span.end) {
      sentence.end = boundary.byte;
      break;
    }
  }
  return sentence;
}

}  // namespace nutgraf::search::views
