// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "query/search/rank/ranking.h"

namespace nutgraf::search::rank {

/// Counts the passages that Xapian's matcher looks at, or that it is given, their articles, and the rows that they
/// make.
class MatchCounter final : public Xapian::MatchSpy {
 public:
  /// `per_article` passages at most make rows; copies of one group make those of one article. Stops at `most` passages.
  MatchCounter(std::uint32_t per_article, Copies copies, std::uint64_t most = std::numeric_limits<std::uint64_t>::max())
      : per_article_(per_article), copies_(copies), most_(most) {}

  void operator()(const Xapian::Document& document, double weight) override;

  /// A passage by its values of the slots Article and, where groups are read, Group.
  void add(std::string article, std::string group);
  [[nodiscard]] bool reads_groups() const { return copies_ == Copies::OnePerGroup; }

  [[nodiscard]] std::uint64_t passages() const { return passages_; }
  [[nodiscard]] std::uint64_t articles() const { return articles_.size(); }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  std::uint32_t per_article_;
  Copies copies_;
  std::uint64_t most_;
  std::uint64_t passages_ = 0;
  std::uint64_t rows_ = 0;
  std::unordered_set<std::string> articles_;
  std::unordered_map<std::string, std::uint32_t> shown_;  // by article, or group of copies
};

}  // namespace nutgraf::search::rank
