// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/text/analyzer.h"
#include "query/bind/bound_query.h"
#include "query/match/position_span.h"
#include "query/search/postings/posting_cursor.h"

namespace nutgraf::search::postings {

/// Tells positions where a word occurs from those that an edge leaves out, visited at ascending documents. The marks of
/// sentences and paragraphs mostly tell; where they leave it open, the text of the passage is analysed.
class PassageWords {
 public:
  explicit PassageWords(const IndexReader& reader);

  [[nodiscard]] bool is_word(Xapian::docid document, std::uint32_t position);

 private:
  enum class Known : std::uint8_t { Word, Gap, Open };
  [[nodiscard]] Known known(std::uint32_t position) const;
  void move_to(Xapian::docid document);
  void analyze();

  Xapian::Database database_;
  PostingCursor sentence_marks_;
  PostingCursor paragraph_marks_;
  Xapian::docid document_ = 0;
  std::vector<std::uint32_t> sentences_;
  std::vector<std::uint32_t> paragraphs_;
  std::vector<std::uint32_t> positions_;  // of all words, once analysed; empty until then
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

/// Where a word occurs, in any of its forms, visited at ascending documents. Reads positions only when asked.
class WordPositions {
 public:
  WordPositions(const IndexReader& reader, const bind::BoundWord& word);

  /// May the word occur in this document? Compounds are only known once read.
  [[nodiscard]] bool move_to(Xapian::docid document);
  /// Is the form as typed among the document's terms?
  [[nodiscard]] bool has_typed_form() const { return typed_; }
  /// The first document from the one last moved to on in which the word may occur, as far as its postings were read;
  /// PostingCursor::kEnd where there is none.
  [[nodiscard]] Xapian::docid possible_document() const;
  /// How often it occurs in the document last moved to, by its postings alone: an open compound as often as the rarest
  /// of its words.
  [[nodiscard]] Xapian::termcount frequency() const;
  /// Ascending, each once.
  void read(match::PositionSpans& spans);
  /// The same, and apart from the others those where no relative occurs.
  void read(match::PositionSpans& spans, match::PositionSpans& typed);

 private:
  struct FormCursor {
    std::vector<PostingCursor> terms;
    std::vector<PostingCursor> language;  // one or none
    std::uint32_t positions = 1;          // that the form takes
    bool typed = false;
    bool relative = false;
    bool here = false;
  };
  void read(FormCursor& form, match::PositionSpans& spans);

  std::vector<FormCursor> forms_;
  bool typed_ = false;
  std::vector<std::uint32_t> scratch_;
  std::vector<std::uint32_t> next_;
};

/// Occurrences of a clause in a document: of a phrase, its parts one after the other.
class ClausePositions {
 public:
  ClausePositions(const IndexReader& reader, const bind::Clause& clause);
  /// Documents must ascend from call to call.
  void read(Xapian::docid document, match::PositionSpans& spans);
  /// Like that of WordPositions, from the document last read on.
  [[nodiscard]] Xapian::docid possible_document() const;

 private:
  [[nodiscard]] bool move_to(Xapian::docid document);
  void append_part(std::size_t part, Xapian::docid document, match::PositionSpans& spans);
  void append_any(Xapian::docid document, match::PositionSpans& spans);
  void prepend_any(Xapian::docid document, match::PositionSpans& spans);

  std::vector<WordPositions> parts_;
  std::vector<bool> any_;            // by part: whatever word occurs there
  std::size_t first_ = 0;            // the first part that is not
  std::vector<PassageWords> words_;  // one where a part is any word, else none
  match::PositionSpans part_;
  match::PositionSpans longer_;
};

}  // namespace nutgraf::search::postings
