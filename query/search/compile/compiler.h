// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/compile/operators.h"
#include "query/search/compile/words.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::compile {

enum class Dates : std::uint8_t { Applied, Ignored };

/// From bound queries to Xapian's. Words and phrases have the weights of their words; fields and dates filter. The
/// bound query must outlive it.
class Compiler {
 public:
  /// `mapped`: tables of the one database that will be searched, where it is one.
  explicit Compiler(const bind::BoundQuery& query, postings::MappedTables mapped = nullptr,
                    postings::Sharding sharding = postings::Sharding::One);

  [[nodiscard]] Xapian::Query query(Dates dates = Dates::Applied) const;
  /// The same without what positions decide and must match: that is appended to `unchecked`, for a decider that asks
  /// only about documents whose weight is worth it.
  [[nodiscard]] Xapian::Query unchecked_query(std::vector<bind::PositionConditionPtr>& unchecked) const;
  /// Passages that meet a part of a query.
  [[nodiscard]] Xapian::Query matching(const bind::BoundNode& part) const { return node(part); }
  /// A cheap query that every passage meets that meets the part, with the weights of its words.
  [[nodiscard]] Xapian::Query candidates(const bind::BoundNode& part) const;
  /// Does Xapian decide this NEAR or ADJ by itself, and rightly?
  [[nodiscard]] static bool has_own_operator(const bind::BoundNode& near);
  /// Is the part any of some terms? Xapian excludes nothing else rightly.
  [[nodiscard]] bool is_any_word(const bind::BoundNode& part) const;

 private:
  [[nodiscard]] Xapian::Query node(const bind::BoundNode& node) const;
  [[nodiscard]] Queries nodes(const std::vector<bind::BoundNode>& nodes) const;
  [[nodiscard]] Xapian::Query best(const bind::BestMatchNode& group) const;
  [[nodiscard]] Xapian::Query conjunction(const bind::AndNode& group) const;
  [[nodiscard]] Xapian::Query near(const bind::BoundNode& node, const bind::NearNode& near) const;
  [[nodiscard]] Xapian::Query within_article(const bind::BoundNode& node, const bind::WithinArticleNode& within) const;
  [[nodiscard]] Queries wanted_candidates(const std::vector<bind::BoundNode>& children) const;
  [[nodiscard]] Xapian::Query excluded(const bind::BoundNode& node) const;
  [[nodiscard]] Xapian::Query without(const Xapian::Query& query, const Xapian::Query& unwanted) const;
  [[nodiscard]] Xapian::Query verified(const Xapian::Query& candidates, const bind::BoundNode& node) const;
  void append_words(const bind::BoundNode& node, std::vector<Xapian::Query>& words) const;

  const bind::BoundQuery& query_;
  WordCompiler words_;
  postings::MappedTables mapped_;
  postings::Sharding sharding_;
  Dates dates_ = Dates::Applied;
  std::vector<const bind::PositionCondition*> unchecked_;
};

}  // namespace nutgraf::search::compile
