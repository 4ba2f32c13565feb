// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_values.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"

namespace nutgraf::query::values {
namespace {

template <class T>
bool read(std::string_view text, T& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

void refuse(std::string_view option, std::string_view takes, std::string_view text,
            std::span<const std::string_view> names) {
  throw Failure(ExitCode::Usage, fmt::format("{} takes {}, not `{}`", option, takes, text),
                fmt::format("{}nutgraf-query COMMAND --help lists the options of a command",
                            did_you_mean(fmt::format("{} ", option), nearest_name(text, names))));
}

std::uint64_t whole_number(std::string_view option, std::string_view text, Bounds bounds) {
  std::uint64_t number = 0;
  if (!read(text, number) || number < bounds.least || number > bounds.most) {
    refuse(option, fmt::format("a whole number from {} to {}", bounds.least, bounds.most), text);
  }
  return number;
}

double real_number(std::string_view option, std::string_view text, RealBounds bounds) {
  double number = 0;
  if (!read(text, number) || !std::isfinite(number) || number < bounds.least || number > bounds.most) {
    refuse(option, fmt::format("a number from {} to {}", bounds.least, bounds.most), text);
  }
  return number;
}

}  // namespace nutgraf::query::values
