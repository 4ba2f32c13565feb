// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>

#include "query/bind/bound_query.h"

namespace nutgraf {

enum class Dates : std::uint8_t { Applied, Ignored };

/// From bound queries to Xapian's. Weight comes from one SYNONYM per word that ranks; phrases, fields and dates filter.
/// The bound query must outlive it.
class Compiler {
 public:
  explicit Compiler(const BoundQuery& query);

  [[nodiscard]] Xapian::Query query(Dates dates = Dates::Applied) const;
  /// Passages that hold these words at consecutive positions; no weight is meant by it.
  [[nodiscard]] static Xapian::Query phrase(const BoundUnit& unit);
  /// All forms of a word as one, scaled by how often it was typed. A run matches by its bigrams, and weighs as its
  /// words.
  [[nodiscard]] Xapian::Query word(const BoundWord& word) const;

 private:
  [[nodiscard]] Xapian::Query node(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query best(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query conjunction(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query unit(const BoundUnit& unit) const;
  [[nodiscard]] Xapian::Query forms(const BoundWord& word) const;

  const BoundQuery& query_;
  Dates dates_ = Dates::Applied;
  std::unordered_map<std::string, double> scale_;  // of words typed more than once
};

/// Index terms of a word as a key: equal for words with the same forms.
[[nodiscard]] std::string forms_key(const BoundWord& word);

}  // namespace nutgraf
