// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/day.h"

namespace nutgraf::read::dates {

/// The pattern of --date-from: %Y %m %d (digits, fixed width), %b or %B (a month's name), %y (1970 to 2069), *
/// (anything), %% (a percent sign), any other character for itself. It may match anywhere in a path; of several places
/// the last counts. A month or day that it lacks is the first.
class DatePattern {
 public:
  /// Throws Failure(Usage) if the pattern has no year or an unknown letter after a percent sign.
  explicit DatePattern(std::string_view pattern);
  [[nodiscard]] std::optional<schema::Day> match(std::string_view path) const;

 private:
  std::vector<std::string> pieces_;  // "%Y", "*" or literal text
};

}  // namespace nutgraf::read::dates
