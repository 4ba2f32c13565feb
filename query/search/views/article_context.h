// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"
#include "query/search/views/passage_reader.h"
#include "query/view/position_offsets.h"

namespace nutgraf::search::views {

/// The text around a span of a passage, as the article goes on before and after the passage: a blank line separates
/// two passages. Other passages are read where the current passage has too little, and once while in their article.
class ArticleContext {
 public:
  /// Both must outlive it.
  ArticleContext(const Xapian::Database& database, const PassageReader& reader)
      : database_(database), reader_(reader) {}

  /// The reader has read this document.
  void move_to(Xapian::docid document);

  /// N code points, fewer where the article begins or ends.
  [[nodiscard]] std::string characters_before(ByteSpan node, std::uint32_t count);
  [[nodiscard]] std::string characters_after(ByteSpan node, std::uint32_t count);
  /// The text from the beginning of the first or to the end of the last of N words. A word that reaches into the
  /// node is none, and what there is of it beside the node is shown.
  [[nodiscard]] std::string words_before(ByteSpan node, std::uint32_t count);
  [[nodiscard]] std::string words_after(ByteSpan node, std::uint32_t count);
  /// What takes the positions before or after the node, as written, the nearest first.
  [[nodiscard]] std::vector<std::string> positions_before(ByteSpan node, std::size_t count);
  [[nodiscard]] std::vector<std::string> positions_after(ByteSpan node, std::size_t count);

 private:
  struct Passage {
    std::string text;
    bool is_analysed = false;
    std::vector<ByteSpan> words;
    view::PositionOffsets positions;
  };
  using Distance = std::ptrdiff_t;  // in passages of the article, from the current one

  [[nodiscard]] bool exists(Distance distance);
  [[nodiscard]] Passage& passage(Distance distance);
  [[nodiscard]] Passage& analysed(Distance distance);

  const Xapian::Database& database_;
  const PassageReader& reader_;
  Xapian::docid document_ = 0;
  std::string id_;                         // of the article whose passages are known; empty = none
  std::vector<Xapian::docid> documents_;   // its passages in order
  Distance here_ = 0;                      // of these the current one
  std::map<Xapian::docid, Passage> read_;  // of these
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

}  // namespace nutgraf::search::views
