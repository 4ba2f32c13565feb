// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/match/proximity.h"
#include "query/search/postings/positions.h"

namespace nutgraf::search::compile {

/// The spans of a condition's clauses in documents of a database, visited at ascending documents. Reads what is asked
/// for, and that once.
class StoredPositions final : public match::PassagePositions {
 public:
  StoredPositions(const postings::IndexReader& reader, const std::vector<bind::Clause>& clauses);

  void move_to(Xapian::docid document);
  [[nodiscard]] const match::PositionSpans& of(std::size_t clause) override;
  [[nodiscard]] const std::vector<std::uint32_t>& starts(parse::TextUnit unit) override;

 private:
  struct CachedPositions {
    postings::ClausePositions positions;
    match::PositionSpans spans;
    Xapian::docid read_at = 0;
  };
  struct Marks {
    postings::PostingCursor cursor;
    std::vector<std::uint32_t> starts;
    Xapian::docid read_at = 0;
  };

  std::vector<CachedPositions> clauses_;
  std::array<Marks, 2> marks_;  // sentences, paragraphs
  Xapian::docid document_ = 0;
};

/// The documents that meet a condition, as a part of Xapian queries. Meant for an AND with a cheaper query
/// that finds all candidates: it calls itself the most frequent of all, so that the matcher only asks it about
/// documents that everything else has let through. Alone it is right too, and slow. Has no weight. For local databases:
/// it reads positions beside the matcher.
class ProximitySource final : public Xapian::PostingSource {
 public:
  /// `mapped`: reader of the one database that will be searched, or none.
  explicit ProximitySource(bind::PositionConditionPtr condition, postings::MappedTables mapped = nullptr)
      : condition_(std::move(condition)), mapped_(std::move(mapped)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double least_weight) override;
  void skip_to(Xapian::docid document, double least_weight) override;
  [[nodiscard]] bool check(Xapian::docid document, double least_weight) override;
  [[nodiscard]] bool at_end() const override { return at_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] ProximitySource* clone() const override { return new ProximitySource(condition_, mapped_); }
  void init(const Xapian::Database& database) override;
  [[nodiscard]] std::string get_description() const override { return "places verified"; }

 private:
  bind::PositionConditionPtr condition_;
  postings::MappedTables mapped_;
  std::optional<StoredPositions> spans_;
  Xapian::doccount documents_ = 0;
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
};

/// Decides like the sources of these conditions, about documents that the matcher finds heavy enough: most positions
/// are never read. For one local database: a decider is not told which shard a document is of. The reader must outlive
/// it.
[[nodiscard]] std::shared_ptr<Xapian::MatchDecider> make_proximity_decider(
    const postings::IndexReader& reader, std::vector<bind::PositionConditionPtr> conditions);

}  // namespace nutgraf::search::compile
