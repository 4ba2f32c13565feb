// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/query/scan/slow_scan.h"

namespace nutgraf::test {

/// Makes queries of every operator at random out of runs of words that stand in texts.
class QueryMaker {
 public:
  using Runs = std::vector<std::vector<std::string>>;
  enum class Written : std::uint8_t { Bare, Quoted };
  using Forms = std::function<std::vector<ScanQuery::Sequence>(const std::string& word, Written written)>;

  /// Runs: folded words side by side as they stand in some text, ASCII letters only. Forms: what counts as a word, in
  /// quotes its hyphenated form too; none where that is not for the scan to know.
  QueryMaker(Runs runs, Forms forms, std::uint32_t seed)
      : runs_(std::move(runs)), forms_(std::move(forms)), random_(seed) {}

  [[nodiscard]] ScanQuery query();

 private:
  [[nodiscard]] std::uint32_t below(std::uint32_t n) {
    return std::uniform_int_distribution<std::uint32_t>(0, n - 1)(random_);
  }
  [[nodiscard]] ScanQuery leaf();
  [[nodiscard]] std::string wildcard(const std::string& word);
  [[nodiscard]] std::vector<ScanQuery::Sequence> phrase(const std::vector<std::string>& words) const;
  [[nodiscard]] ScanQuery operand(int depth);
  [[nodiscard]] ScanQuery near(int depth);
  [[nodiscard]] ScanQuery boolean(ScanKind kind, int depth, bool passage);
  [[nodiscard]] ScanQuery inside(int depth);
  [[nodiscard]] ScanQuery any(int depth);

  Runs runs_;
  Forms forms_;
  std::mt19937 random_;
};

}  // namespace nutgraf::test
