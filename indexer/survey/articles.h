// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/index/record.h"

namespace nutgraf::survey {

/// What the survey remembers of an article; its number is its index.
struct SurveyedArticle {
  std::uint64_t site = 0;  // site_of()
  std::int32_t day = std::numeric_limits<std::int32_t>::min();
  std::uint32_t samples = 0;
  enum class State : std::uint8_t { Ignored, Live } state = State::Ignored;

  [[nodiscard]] bool has_day() const { return day != std::numeric_limits<std::int32_t>::min(); }
};

/// Where an article was published: a hash of the host of its URL, else of its source; 0 = not known.
[[nodiscard]] std::uint64_t site_of(const ArticleRecord& record);

/// Can one be a copy of the other by their days? Copies are at most `window` days apart; an undated article may be a
/// copy of any.
[[nodiscard]] bool are_in_window(const SurveyedArticle& a, const SurveyedArticle& b, std::uint32_t window);

/// Sets of articles that grow together.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count);
  [[nodiscard]] std::uint32_t find(std::uint32_t element);
  void unite(std::uint32_t a, std::uint32_t b);

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace nutgraf::survey
