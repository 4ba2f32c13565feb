// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/contingency.h"

#include <algorithm>
#include <cmath>

namespace nutgraf::view {
namespace {

double cell_part(double observed, double row, double column, double all) {
  return observed > 0 ? observed * std::log(observed * all / (row * column)) : 0;
}

}  // namespace

double g_squared(const Contingency& table) {
  const double top = table.a + table.b;
  const double bottom = table.c + table.d;
  const double left = table.a + table.c;
  const double right = table.b + table.d;
  const double all = table.sum();
  const double sum = cell_part(table.a, top, left, all) + cell_part(table.b, top, right, all) +
                     cell_part(table.c, bottom, left, all) + cell_part(table.d, bottom, right, all);
  return std::max(0.0, 2 * sum);
}

}  // namespace nutgraf::view
