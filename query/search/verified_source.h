// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>

#include "query/match/proximity.h"
#include "query/search/stored_places.h"

namespace nutgraf {

/// The documents in which a proximity holds, as a part of Xapian queries. Meant to stand in an AND with a cheaper query
/// that finds all candidates: it calls itself the most frequent of all, so that the matcher only asks it about
/// documents that everything else has let through. Alone it is right too, and slow. Has no weight. For local databases:
/// it reads positions beside the matcher.
class VerifiedSource final : public Xapian::PostingSource {
 public:
  /// `in_place`: tables of the one database that will be searched, or none.
  explicit VerifiedSource(std::shared_ptr<const Proximity> proximity, TablesInPlace in_place = nullptr)
      : proximity_(std::move(proximity)), in_place_(std::move(in_place)) {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double least_weight) override;
  void skip_to(Xapian::docid document, double least_weight) override;
  [[nodiscard]] bool check(Xapian::docid document, double least_weight) override;
  [[nodiscard]] bool at_end() const override { return at_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] VerifiedSource* clone() const override { return new VerifiedSource(proximity_, in_place_); }
  void init(const Xapian::Database& database) override;
  [[nodiscard]] std::string get_description() const override { return "places verified"; }

 private:
  std::shared_ptr<const Proximity> proximity_;
  TablesInPlace in_place_;
  std::optional<StoredPlaces> places_;
  Xapian::doccount documents_ = 0;
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace nutgraf
