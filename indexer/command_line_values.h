// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"

/// What the text of an option's value means. `name` is the option as typed, for messages; all throw Failure(Usage).
namespace nutgraf {

struct NumberRange {
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
};

[[nodiscard]] std::uint64_t parse_number(std::string_view name, const std::string& text, NumberRange range);
/// "1G", "300M", "1.5GB", "4096": bytes, powers of 1024.
[[nodiscard]] std::uint64_t parse_size(std::string_view name, const std::string& text);
/// "1", "0.5": seconds.
[[nodiscard]] std::chrono::milliseconds parse_seconds(std::string_view name, const std::string& text);
/// "en", "English" or "Deutsch": the code; "auto" gives "".
[[nodiscard]] std::string parse_language(std::string_view name, const std::string& text);
/// "title=headline"
[[nodiscard]] std::pair<std::string, std::string> parse_pair(std::string_view name, const std::string& text);

template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

template <typename Value>
[[nodiscard]] Value parse_choice(std::string_view name, const std::string& text, const Choices<Value>& choices) {
  std::vector<std::string> names;
  for (const auto& [choice, value] : choices) {
    if (choice == text) {
      return value;
    }
    names.push_back(choice);
  }
  throw Failure(
      ExitCode::Usage, fmt::format("{} cannot be '{}'", name, text),
      fmt::format("{}type {} and one of: {}", did_you_mean(fmt::format("{} ", name), nearest_name(text, names)), name,
                  fmt::join(names, ", ")));
}

}  // namespace nutgraf
