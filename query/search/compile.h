// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/tables.h"

namespace nutgraf {

enum class Sharding : std::uint8_t { OneOrRemote, SeveralLocal };  // of the database that will be searched
enum class Dates : std::uint8_t { Applied, Ignored };

/// From bound queries to Xapian's. Weight comes from one SYNONYM per word that ranks; phrases, fields and dates filter.
/// The bound query must outlive it.
class Compiler {
 public:
  /// `in_place`: tables of the one database that will be searched, where it is one.
  explicit Compiler(const BoundQuery& query, TablesInPlace in_place = nullptr,
                    Sharding sharding = Sharding::OneOrRemote);

  [[nodiscard]] Xapian::Query query(Dates dates = Dates::Applied) const;
  /// The same without what is decided by places and must hold: that is appended to `unchecked`, for a decider that asks
  /// only about documents whose weight is worth it.
  [[nodiscard]] Xapian::Query unchecked_query(std::vector<std::shared_ptr<const Proximity>>& unchecked) const;
  /// Passages that meet a part of a query.
  [[nodiscard]] Xapian::Query matching(const BoundNode& part) const { return node(part); }
  /// A cheap query that every passage meets that meets the part, with the weights of its words.
  [[nodiscard]] Xapian::Query candidates(const BoundNode& part) const;
  /// Does Xapian decide this NEAR or ADJ by itself, and rightly?
  [[nodiscard]] static bool has_own_operator(const BoundNode& near);
  /// Passages that hold these words at consecutive positions; no weight is meant by it.
  [[nodiscard]] static Xapian::Query phrase(const BoundUnit& unit);
  /// All forms of a word as one, scaled by how often it was typed. A run matches by its bigrams, and weighs as its
  /// words.
  [[nodiscard]] Xapian::Query word(const BoundWord& word) const;

 private:
  [[nodiscard]] Xapian::Query node(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query best(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query conjunction(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query unit(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query weighed_phrase(const BoundUnit& unit) const;
  [[nodiscard]] Xapian::Query words(const BoundUnit& unit) const;
  void append_words(const BoundNode& node, std::vector<Xapian::Query>& words) const;
  [[nodiscard]] Xapian::Query near(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query without(const Xapian::Query& query, const Xapian::Query& unwanted) const;
  [[nodiscard]] Xapian::Query within(const BoundNode& node) const;
  [[nodiscard]] Xapian::Query verified(const Xapian::Query& candidates, const BoundNode& node) const;
  [[nodiscard]] Xapian::Query forms(const BoundWord& word) const;

  const BoundQuery& query_;
  TablesInPlace in_place_;
  Sharding sharding_;
  Dates dates_ = Dates::Applied;
  std::vector<const Proximity*> unchecked_;
  std::unordered_map<std::string, double> scale_;  // of words typed more than once
};

/// Index terms of a word as a key: equal for words with the same forms.
[[nodiscard]] std::string forms_key(const BoundWord& word);

}  // namespace nutgraf
