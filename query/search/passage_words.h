// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "core/text/analyzer.h"
#include "query/search/term_cursor.h"

namespace nutgraf {

/// Tells positions where a word stands from those that a boundary leaves out, visited at ascending documents. The marks
/// of sentences and paragraphs mostly tell; where they leave it open, the text of the passage is analysed.
class PassageWords {
 public:
  explicit PassageWords(const Tables& tables);

  [[nodiscard]] bool is_word(Xapian::docid document, std::uint32_t position);

 private:
  enum class Known : std::uint8_t { Word, Gap, Open };
  [[nodiscard]] Known known(std::uint32_t position) const;
  void move_to(Xapian::docid document);
  void analyze();

  Xapian::Database database_;
  TermCursor sentence_marks_;
  TermCursor paragraph_marks_;
  Xapian::docid document_ = 0;
  std::vector<std::uint32_t> sentences_;
  std::vector<std::uint32_t> paragraphs_;
  std::vector<std::uint32_t> positions_;  // of all words, once analysed; empty until then
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

}  // namespace nutgraf
