// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "query/bind/bound_query.h"

namespace nutgraf {

/// The postings of one term, visited at ascending documents.
class TermCursor {
 public:
  TermCursor(const Xapian::Database& database, const std::string& term);

  /// Is the term in this document? Documents must ascend from call to call.
  [[nodiscard]] bool move_to(Xapian::docid document);
  /// Its positions in the document last moved to, appended.
  void read(std::vector<std::uint32_t>& positions) const;
  [[nodiscard]] bool is_empty() const { return at_ == end_; }

 private:
  Xapian::Database database_;
  std::string term_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
};

/// A place where a word stands: its first position and the one after its last.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Where a word stands, in any of its forms, visited at ascending documents. Reads positions only when asked.
class WordPositions {
 public:
  WordPositions(const Xapian::Database& database, const BoundWord& word);

  /// May the word stand in this document? Compounds are only known once read.
  [[nodiscard]] bool move_to(Xapian::docid document);
  /// Is the form as typed among the document's terms?
  [[nodiscard]] bool has_typed_form() const { return typed_; }
  /// Ascending, each once.
  void read(std::vector<Place>& places);

 private:
  struct FormCursor {
    std::vector<TermCursor> terms;
    std::vector<TermCursor> language;  // one or none
    std::uint32_t positions = 1;       // that the form takes
    bool typed = false;
    bool here = false;
  };
  void read(const FormCursor& form, std::vector<Place>& places);

  std::vector<FormCursor> forms_;
  bool typed_ = false;
  std::vector<std::uint32_t> scratch_;
  std::vector<std::uint32_t> next_;
};

/// Occurrences of a unit in a document: of a phrase, its parts one after the other.
class UnitPositions {
 public:
  UnitPositions(const Xapian::Database& database, const BoundUnit& unit);
  void read(Xapian::docid document, std::vector<Place>& places);

 private:
  std::vector<WordPositions> parts_;
  std::vector<Place> part_;
  std::vector<Place> longer_;
};

}  // namespace nutgraf
