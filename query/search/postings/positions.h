// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/match/place.h"
#include "query/search/postings/passage_words.h"
#include "query/search/postings/posting_cursor.h"

namespace nutgraf::search::postings {

/// Where a word stands, in any of its forms, visited at ascending documents. Reads positions only when asked.
class WordPositions {
 public:
  WordPositions(const IndexReader& reader, const BoundWord& word);

  /// May the word stand in this document? Compounds are only known once read.
  [[nodiscard]] bool move_to(Xapian::docid document);
  /// Is the form as typed among the document's terms?
  [[nodiscard]] bool has_typed_form() const { return typed_; }
  /// How often it stands in the document last moved to, by its postings alone: an open compound as often as the rarest
  /// of its words.
  [[nodiscard]] Xapian::termcount frequency() const;
  /// Ascending, each once.
  void read(Places& places);
  /// The same, and apart from the others those where no relative stands.
  void read(Places& places, Places& typed);

 private:
  struct FormCursor {
    std::vector<PostingCursor> terms;
    std::vector<PostingCursor> language;  // one or none
    std::uint32_t positions = 1;          // that the form takes
    bool typed = false;
    bool relative = false;
    bool here = false;
  };
  void read(FormCursor& form, Places& places);

  std::vector<FormCursor> forms_;
  bool typed_ = false;
  std::vector<std::uint32_t> scratch_;
  std::vector<std::uint32_t> next_;
};

/// Occurrences of a unit in a document: of a phrase, its parts one after the other.
class UnitPositions {
 public:
  UnitPositions(const IndexReader& reader, const BoundUnit& unit);
  /// Documents must ascend from call to call.
  void read(Xapian::docid document, Places& places);

 private:
  [[nodiscard]] bool move_to(Xapian::docid document);
  void append_part(std::size_t part, Xapian::docid document, Places& places);
  void append_any(Xapian::docid document, Places& places);
  void prepend_any(Xapian::docid document, Places& places);

  std::vector<WordPositions> parts_;
  std::vector<bool> any_;            // by part: whatever word stands there
  std::size_t first_ = 0;            // the first part that is not
  std::vector<PassageWords> words_;  // one where a part is any word, else none
  Places part_;
  Places longer_;
};

}  // namespace nutgraf::search::postings
