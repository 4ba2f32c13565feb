// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/nearest_name.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/edit_distance.h"

namespace nutgraf {
namespace {

// Below this every name is near to every other.
constexpr std::size_t kLeastBytes = 3;
// From this on, two changes still leave most of a name.
constexpr std::size_t kLongBytes = 5;

}  // namespace

std::string nearest_name(std::string_view typed, std::span<const std::string_view> names) {
  if (typed.size() < kLeastBytes) {
    return {};
  }
  const std::string wanted = ascii::lowered(typed);
  EditDistance distance(wanted);
  std::uint32_t limit = typed.size() < kLongBytes ? 1 : 2;
  std::string best;
  for (const std::string_view name : names) {
    const std::string other = ascii::lowered(name);
    const std::uint32_t changes = other.starts_with(wanted) ? 0 : distance.to(other, limit);
    if (changes < limit || (changes == limit && best.empty())) {
      limit = changes;
      best = name;
    }
  }
  return best;
}

std::string nearest_name(std::string_view typed, std::span<const std::string> names) {
  return nearest_name(typed, std::vector<std::string_view>(names.begin(), names.end()));
}

std::string did_you_mean(std::string_view before, const std::string& nearest) {
  return nearest.empty() ? std::string() : "did you mean " + std::string(before) + nearest + "? ";
}

}  // namespace nutgraf
