// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/analyzer.h"
#include "query/match/position_span.h"
#include "query/view/position_offsets.h"

namespace nutgraf::search::views {

/// A passage's text read and analysed again, so that positions of the index become places in the text.
class PassageReader {
 public:
  explicit PassageReader(const Xapian::Database& database) : database_(database) {}

  void read(Xapian::docid document);
  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] std::uint32_t ordinal() const { return ordinal_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// On which it begins; 0 for passage 0, whose page its article's record has, and where the document has no pages.
  [[nodiscard]] std::uint32_t page() const { return page_; }
  [[nodiscard]] const Analysis& analysis() const { return analysis_; }

  /// The analysis for whoever needs it longer; there is none here until the next read().
  [[nodiscard]] Analysis take_analysis() { return std::exchange(analysis_, {}); }

  /// Bytes of the text; empty where this analyzer has no token at those positions.
  [[nodiscard]] ByteSpan span_of(const match::PositionSpan& place) const { return view::bytes_of(positions_, place); }
  /// What takes the positions of the text.
  [[nodiscard]] const view::PositionOffsets& positions() const { return positions_; }
  /// The words of the text in order, without their variants.
  [[nodiscard]] const std::vector<Token>& words() const { return words_; }
  /// Numbers of words(): those below first come before the span, those from second on after it.
  [[nodiscard]] std::pair<std::size_t, std::size_t> words_around(ByteSpan span) const;
  /// The sentence that the span is in; across sentences, all of them.
  [[nodiscard]] ByteSpan sentence_of(ByteSpan span) const;

 private:
  const Xapian::Database& database_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
  std::vector<Token> words_;
  view::PositionOffsets positions_;
  std::string id_;
  std::string text_;
  std::uint32_t ordinal_ = 0;
  std::uint32_t page_ = 0;
};

}  // namespace nutgraf::search::views
