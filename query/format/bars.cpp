// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/bars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace nutgraf::format {

std::string bar(double part, double all, std::size_t columns) {
  constexpr std::size_t kEighths = 8;
  constexpr std::array<std::string_view, kEighths> kBlocks = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (part <= 0 || all <= 0) {
    return {};
  }
  const double share = std::min(1.0, part / all);
  const auto eighths =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(share * static_cast<double>(columns * kEighths))));
  std::string out;
  for (std::size_t i = 0; i < eighths / kEighths; ++i) {
    out += "█";
  }
  return out.append(kBlocks[eighths % kEighths]);
}

}  // namespace nutgraf::format
