// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/passage_words.h"

#include <algorithm>

#include "core/index/record.h"
#include "core/schema/terms.h"
#include "core/text/sentences.h"

namespace nutgraf {

PassageWords::PassageWords(const Tables& tables)
    : database_(tables.database),
      sentence_marks_(tables, std::string(schema::kSentenceMark)),
      paragraph_marks_(tables, std::string(schema::kParagraphMark)) {}

bool PassageWords::is_word(Xapian::docid document, std::uint32_t position) {
  move_to(document);
  const Known answer = known(position);
  if (answer != Known::Open) {
    return answer == Known::Word;
  }
  if (positions_.empty()) {
    analyze();
  }
  return std::binary_search(positions_.begin(), positions_.end(), position);
}

void PassageWords::move_to(Xapian::docid document) {
  if (document == document_) {
    return;
  }
  document_ = document;
  positions_.clear();
  sentences_.clear();
  paragraphs_.clear();
  if (sentence_marks_.move_to(document)) {
    sentence_marks_.read(sentences_);
  }
  if (paragraph_marks_.move_to(document)) {
    paragraph_marks_.read(paragraphs_);
  }
}

PassageWords::Known PassageWords::known(std::uint32_t position) const {
  const auto next = std::upper_bound(sentences_.begin(), sentences_.end(), position);
  if (next == sentences_.begin()) {
    return Known::Gap;  // before the first word
  }
  if (*(next - 1) == position) {
    return Known::Word;
  }
  if (next == sentences_.end()) {
    return Known::Open;  // the last sentence ends somewhere
  }
  if (std::binary_search(paragraphs_.begin(), paragraphs_.end(), *next)) {
    return position + kParagraphGap < *next ? Known::Word : Known::Gap;
  }
  // A hard boundary leaves out the position before the mark, a soft one none.
  return position + kSentenceGap < *next ? Known::Word : Known::Open;
}

void PassageWords::analyze() {
  const std::string data = database_.get_document(document_, Xapian::DOC_ASSUME_VALID).get_data();
  analyzer_.analyze(decode_passage_text(data).text, scratch_, analysis_);
  for (const Token& token : analysis_.tokens) {
    positions_.push_back(token.position.value);
  }
}

}  // namespace nutgraf
