// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

/// Values of options: text to number or choice, or a Failure(Usage) that names the option.
namespace nutgraf::query::values {

struct Bounds {
  std::uint64_t least = 0;
  std::uint64_t most = 0xFFFFFFFF;
};
[[nodiscard]] std::uint64_t whole_number(std::string_view option, std::string_view text, Bounds bounds);

struct RealBounds {
  double least = 0;
  double most = 1;
};
[[nodiscard]] double real_number(std::string_view option, std::string_view text, RealBounds bounds);

/// "--sort takes relevance, date or -date, not `x`"; the name among `names` that is near to it is offered.
[[noreturn]] void refuse(std::string_view option, std::string_view takes, std::string_view text,
                         std::span<const std::string_view> names = {});

template <class T>
struct Choice {
  std::string_view name;
  T value;
};

/// `takes` lists the names for the message.
template <class T, std::size_t N>
[[nodiscard]] T choose(std::pair<std::string_view, std::string_view> option_and_takes, std::string_view text,
                       const std::array<Choice<T>, N>& choices) {
  for (const Choice<T>& choice : choices) {
    if (choice.name == text) {
      return choice.value;
    }
  }
  std::array<std::string_view, N> names;
  std::transform(choices.begin(), choices.end(), names.begin(), [](const Choice<T>& choice) { return choice.name; });
  refuse(option_and_takes.first, option_and_takes.second, text, names);
}

}  // namespace nutgraf::query::values
