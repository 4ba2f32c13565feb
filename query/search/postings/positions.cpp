// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/positions.h"

#include <algorithm>

#include "core/index/record.h"
#include "core/schema/terms.h"
#include "core/text/sentences.h"

namespace nutgraf::search::postings {

WordPositions::WordPositions(const IndexReader& reader, const bind::BoundWord& word) {
  for (const bind::Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    FormCursor cursor;
    cursor.typed = form.kind == bind::FormKind::Typed;
    cursor.relative = form.kind == bind::FormKind::Relative;
    cursor.positions = form.positions();
    for (const std::string& term : form.terms) {
      cursor.terms.emplace_back(reader, term);
    }
    if (!form.language.empty()) {
      cursor.language.emplace_back(reader, schema::make_term(schema::kLanguagePrefix, form.language));
    }
    const auto nowhere = [](const PostingCursor& c) { return c.document() == PostingCursor::kEnd; };
    if (std::none_of(cursor.terms.begin(), cursor.terms.end(), nowhere)) {
      forms_.push_back(std::move(cursor));
    }
  }
}

bool WordPositions::move_to(Xapian::docid document) {
  bool here = false;
  typed_ = false;
  const auto holds = [document](PostingCursor& c) { return c.move_to(document); };
  for (FormCursor& form : forms_) {
    form.here = std::all_of(form.terms.begin(), form.terms.end(), holds) &&
                std::all_of(form.language.begin(), form.language.end(), holds);
    here = here || form.here;
    typed_ = typed_ || (form.here && form.typed);
  }
  return here;
}

Xapian::docid WordPositions::possible_document() const {
  Xapian::docid first = PostingCursor::kEnd;
  for (const FormCursor& form : forms_) {
    Xapian::docid at = form.terms.front().document();
    for (const PostingCursor& term : form.terms) {
      at = std::max(at, term.document());
    }
    for (const PostingCursor& language : form.language) {
      at = std::max(at, language.document());
    }
    first = std::min(first, at);
  }
  return first;
}

Xapian::termcount WordPositions::frequency() const {
  Xapian::termcount sum = 0;
  for (const FormCursor& form : forms_) {
    if (form.here) {
      const auto rarest = std::min_element(
          form.terms.begin(), form.terms.end(),
          [](const PostingCursor& a, const PostingCursor& b) { return a.frequency() < b.frequency(); });
      sum += rarest->frequency();
    }
  }
  return sum;
}

void WordPositions::read(match::PositionSpans& spans) {
  spans.clear();
  for (FormCursor& form : forms_) {
    if (form.here) {
      read(form, spans);
    }
  }
  match::sort_distinct(spans);
}

void WordPositions::read(match::PositionSpans& spans, match::PositionSpans& typed) {
  spans.clear();
  typed.clear();
  for (FormCursor& form : forms_) {
    if (!form.here) {
      continue;
    }
    const auto before = static_cast<std::ptrdiff_t>(spans.size());
    read(form, spans);
    if (!form.relative) {
      typed.insert(typed.end(), spans.begin() + before, spans.end());
    }
  }
  match::sort_distinct(spans);
  match::sort_distinct(typed);
}

void WordPositions::read(FormCursor& form, match::PositionSpans& spans) {
  scratch_.clear();
  form.terms.front().read(scratch_);
  const auto terms = static_cast<std::uint32_t>(form.terms.size());
  for (std::uint32_t i = 1; i < terms; ++i) {
    next_.clear();
    form.terms[i].read(next_);
    scratch_.erase(
        std::remove_if(scratch_.begin(), scratch_.end(),
                       [&](std::uint32_t p) { return !std::binary_search(next_.begin(), next_.end(), p + i); }),
        scratch_.end());
  }
  std::transform(scratch_.begin(), scratch_.end(), std::back_inserter(spans), [&form](std::uint32_t p) {
    return match::PositionSpan{p, p + form.positions};
  });
}

ClausePositions::ClausePositions(const IndexReader& reader, const bind::Clause& clause) {
  for (const bind::BoundWord& part : clause.parts) {
    parts_.emplace_back(reader, part);
    any_.push_back(part.kind == bind::WordKind::Any);
    if (any_.back() && words_.empty()) {
      words_.emplace_back(reader);
    }
  }
  first_ = static_cast<std::size_t>(std::find(any_.begin(), any_.end(), false) - any_.begin());
}

bool ClausePositions::move_to(Xapian::docid document) {
  bool all = first_ < parts_.size();
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    all = (any_[i] || parts_[i].move_to(document)) && all;
  }
  return all;
}

Xapian::docid ClausePositions::possible_document() const {
  Xapian::docid first = first_ < parts_.size() ? 0 : PostingCursor::kEnd;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    first = any_[i] ? first : std::max(first, parts_[i].possible_document());
  }
  return first;
}

void ClausePositions::read(Xapian::docid document, match::PositionSpans& spans) {
  spans.clear();
  if (!move_to(document)) {
    return;
  }
  parts_[first_].read(spans);
  for (std::size_t i = first_ + 1; i < parts_.size() && !spans.empty(); ++i) {
    append_part(i, document, spans);
  }
  for (std::size_t i = 0; i < first_; ++i) {
    prepend_any(document, spans);
  }
  match::sort_distinct(spans);
}

void ClausePositions::append_part(std::size_t part, Xapian::docid document, match::PositionSpans& spans) {
  if (any_[part]) {
    append_any(document, spans);
    return;
  }
  parts_[part].read(part_);
  longer_.clear();
  for (const match::PositionSpan& so_far : spans) {
    for (auto it = std::lower_bound(part_.begin(), part_.end(), match::PositionSpan{so_far.end, 0});
         it != part_.end() && it->begin == so_far.end; ++it) {
      longer_.push_back({so_far.begin, it->end});
    }
  }
  spans.swap(longer_);
}

void ClausePositions::append_any(Xapian::docid document, match::PositionSpans& spans) {
  longer_.clear();
  for (const match::PositionSpan& span : spans) {
    if (words_.front().is_word(document, span.end)) {
      longer_.push_back({span.begin, span.end + 1});
    }
  }
  spans.swap(longer_);
}

void ClausePositions::prepend_any(Xapian::docid document, match::PositionSpans& spans) {
  longer_.clear();
  for (const match::PositionSpan& span : spans) {
    if (words_.front().is_word(document, span.begin - 1)) {
      longer_.push_back({span.begin - 1, span.end});
    }
  }
  spans.swap(longer_);
}

PassageWords::PassageWords(const IndexReader& reader)
    : database_(reader.database),
      sentence_marks_(reader, std::string(schema::kSentenceMark)),
      paragraph_marks_(reader, std::string(schema::kParagraphMark)) {}

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
  // A hard edge leaves out the position before the mark, a soft one none.
  return position + kSentenceGap < *next ? Known::Word : Known::Open;
}

void PassageWords::analyze() {
  const std::string data = database_.get_document(document_, Xapian::DOC_ASSUME_VALID).get_data();
  analyzer_.analyze(decode_passage_text(data).text, scratch_, analysis_);
  for (const Token& token : analysis_.tokens) {
    positions_.push_back(token.position.value);
  }
}

}  // namespace nutgraf::search::postings
