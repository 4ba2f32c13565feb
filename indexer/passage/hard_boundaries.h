// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/analyzer.h"

namespace nutgraf::passage {

/// Tells whether a sentence really ends at a place that looks like it. Asks the analyzer about the words around the
/// place only: no phrase that it would find may be cut.
class HardBoundaries {
 public:
  explicit HardBoundaries(const Analyzer& analyzer) : analyzer_(analyzer) {}

  /// Do the words before and from `byte` lie apart in positions?
  [[nodiscard]] bool is_hard(std::string_view text, std::size_t byte);

 private:
  const Analyzer& analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

}  // namespace nutgraf::passage
