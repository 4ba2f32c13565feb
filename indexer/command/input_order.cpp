// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/input_order.h"

#include <algorithm>

#include "core/base/native_path.h"
#include "indexer/read/roots.h"
#include "indexer/read/utf8.h"
#include "indexer/read/walk.h"

namespace nutgraf::command {
namespace {

std::string name_of(const std::string& input) {
  return read::path_name(read::absolute_path(input).native());
}

}  // namespace

InputOrder::InputOrder(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (input != read::kStandardInput) {
      names_.push_back(name_of(input));
    }
  }
}

std::optional<InputOrder::Place> InputOrder::place(std::string_view name) const {
  const auto holds = [&](const std::string& input) { return read::holds(input, name); };
  const auto input = std::ranges::find_if(names_, holds);
  if (input == names_.end()) {
    return std::nullopt;
  }
  // Entries are seen in byte order of their names, and no name contains a zero byte.
  std::string path = native_path(name);
  std::ranges::replace(path, '/', '\0');
  return Place{static_cast<std::size_t>(input - names_.begin()), std::move(path)};
}

bool InputOrder::is_before(std::string_view one, std::string_view other) const {
  const std::optional<Place> first = place(one);
  const std::optional<Place> second = place(other);
  return first && second && *first < *second;
}

std::vector<std::string> InputOrder::sorted(std::vector<std::string> inputs) const {
  const auto rest = std::stable_partition(inputs.begin(), inputs.end(),
                                          [](const std::string& input) { return input != read::kStandardInput; });
  std::stable_sort(inputs.begin(), rest, [&](const std::string& one, const std::string& other) {
    return is_before(name_of(one), name_of(other));
  });
  return inputs;
}

}  // namespace nutgraf::command
