// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace nutgraf::view {

/// A table of two rows and two columns.
struct Contingency {
  double a = 0;  // first row
  double b = 0;
  double c = 0;  // second row
  double d = 0;
  [[nodiscard]] double sum() const { return a + b + c + d; }
};

/// G2 = 2 sum O ln(O / E), E from the sums of rows and columns; an empty cell adds nothing. Dunning 1993.
[[nodiscard]] double g_squared(const Contingency& table);

}  // namespace nutgraf::view
