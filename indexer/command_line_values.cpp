// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>

#include "core/base/ascii.h"
#include "core/language/names.h"

namespace nutgraf {
namespace {

/// A decimal number in front of `text`, which is shortened by it; no sign, no exponent, whatever the locale.
std::optional<double> take_decimal(std::string_view& text) {
  const auto end = std::find_if(text.begin(), text.end(), [](char c) { return !ascii::is_digit(c) && c != '.'; });
  const auto size = static_cast<std::size_t>(end - text.begin());
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + size, number, std::chars_format::fixed);
  if (error != std::errc() || stop != text.data() + size) {
    return std::nullopt;
  }
  text.remove_prefix(size);
  return number;
}

}  // namespace

std::uint64_t parse_number(std::string_view name, const std::string& text, NumberRange range) {
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size() || number < range.least || number > range.most) {
    throw Failure(ExitCode::Usage, fmt::format("{} cannot be '{}'", name, text),
                  fmt::format("type {} and a whole number from {} to {}", name, range.least, range.most));
  }
  return number;
}

std::uint64_t parse_size(std::string_view name, const std::string& text) {
  std::string_view rest = text;
  const std::optional<double> number = take_decimal(rest);
  std::string unit(rest);
  std::ranges::transform(unit, unit.begin(), ascii::to_lower);
  if (unit.size() > 1 && unit.back() == 'b') {
    unit.pop_back();  // GB, MB
  }
  if (unit.size() > 1 && unit.back() == 'i') {
    unit.pop_back();  // GiB
  }
  const std::string_view units = "bkmgt";
  const std::size_t power = unit.empty() ? 0 : units.find(unit);
  if (!number || *number <= 0 || unit.size() > 1 || power == std::string_view::npos) {
    throw Failure(ExitCode::Usage, fmt::format("{} cannot be '{}'", name, text),
                  fmt::format("type {} and a size such as 300M or 2G", name));
  }
  const double bytes = *number * std::pow(1024.0, static_cast<double>(power));
  constexpr double kMost = 1e15;
  return static_cast<std::uint64_t>(std::clamp(bytes, 1.0, kMost));
}

std::chrono::milliseconds parse_seconds(std::string_view name, const std::string& text) {
  std::string_view rest = text;
  const std::optional<double> seconds = take_decimal(rest);
  constexpr double kMost = 1e9;
  if (!seconds || !rest.empty() || *seconds > kMost) {
    throw Failure(ExitCode::Usage, fmt::format("{} cannot be '{}'", name, text),
                  fmt::format("type {} and a number of seconds such as 5 or 0.5", name));
  }
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::llround(*seconds * 1000)));
}

std::string parse_language(std::string_view name, const std::string& text) {
  std::string lower_case = text;
  std::ranges::transform(lower_case, lower_case.begin(), ascii::to_lower);
  if (lower_case == "auto") {
    return {};
  }
  std::string code = language::find_language(text);
  if (code.empty()) {
    throw Failure(ExitCode::Usage, fmt::format("{} cannot be '{}'", name, text),
                  fmt::format("type {} and a code or name of a language such as en, zh or German, or auto", name));
  }
  return code;
}

std::pair<std::string, std::string> parse_pair(std::string_view name, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    throw Failure(ExitCode::Usage, fmt::format("{} cannot be '{}'", name, text),
                  fmt::format("type {} and two names with = between, such as title=headline", name));
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace nutgraf
