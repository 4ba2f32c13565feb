// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>

#include "core/base/nearest_name.h"

namespace nutgraf::cli {
namespace {

constexpr std::string_view kDecimal = "0123456789.";

/// All of `text`, regardless of the locale.
template <class Number>
std::optional<Number> read(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "any, all or phrase"
std::string alternatives(const std::vector<std::string>& names) {
  const auto last = names.end() - 1;
  return names.size() == 1 ? *last : fmt::format("{} or {}", fmt::join(names.begin(), last, ", "), *last);
}

std::optional<std::uint64_t> read_size(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of(kDecimal), text.size());
  const std::optional<double> number = read<double>(text.substr(0, digits));
  std::string unit = CLI::detail::to_lower(std::string(text.substr(digits)));
  for (const char ending : {'b', 'i'}) {  // GB, GiB
    if (unit.size() > 1 && unit.back() == ending) {
      unit.pop_back();
    }
  }
  const std::string_view units = "bkmgt";
  const std::size_t power = unit.empty() ? 0 : units.find(unit);
  if (!number || *number <= 0 || unit.size() > 1 || power == std::string_view::npos) {
    return std::nullopt;
  }
  constexpr double kMost = 1e15;
  return static_cast<std::uint64_t>(std::clamp(*number * std::pow(1024.0, static_cast<double>(power)), 1.0, kMost));
}

std::optional<std::uint64_t> read_seconds(std::string_view text) {
  constexpr double kMost = 1e9;
  const bool is_decimal = text.find_first_not_of(kDecimal) == std::string_view::npos;
  const std::optional<double> number = is_decimal ? read<double>(text) : std::nullopt;
  return number && *number <= kMost ? std::optional(static_cast<std::uint64_t>(std::llround(*number * 1000)))
                                    : std::nullopt;
}

/// From text to number, or "takes WHAT, not `text`".
template <class Read>
CLI::Validator converted(Read read_number, const std::string& what, const std::string& description) {
  return {[read_number, what](std::string& text) {
            const std::optional<std::uint64_t> number = read_number(text);
            const std::string typed = std::exchange(text, std::to_string(number.value_or(0)));
            return number ? std::string() : complaint(what, typed);
          },
          description};
}

}  // namespace

std::string complaint(std::string_view what, std::string_view typed, const std::vector<std::string>& names) {
  return fmt::format("takes {}, not `{}`\n{}", what, typed, nearest_name(typed, names));
}

CLI::Validator whole_number(const Bounds& bounds) {
  const std::string word(bounds.word);
  const std::string range = fmt::format("a whole number from {} to {}", bounds.least, bounds.most);
  return converted(
      [bounds, word](const std::string& text) -> std::optional<std::uint64_t> {
        if (!word.empty() && text == word) {
          return bounds.meaning;
        }
        const std::optional<std::uint64_t> number = read<std::uint64_t>(text);
        return number && *number >= bounds.least && *number <= bounds.most ? number : std::nullopt;
      },
      word.empty() ? range : range + " or " + word, word.empty() ? "N" : "N|" + word);
}

CLI::Validator real_number(RealBounds bounds) {
  return {[bounds](const std::string& text) {
            const std::optional<double> number = read<double>(text);
            return number && *number >= bounds.least && *number <= bounds.most
                       ? std::string()
                       : complaint(fmt::format("a number from {} to {}", bounds.least, bounds.most), text);
          },
          "X"};
}

CLI::Validator size_in_bytes() {
  return converted(read_size, "a size such as 300M or 2G", "SIZE");
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kStep = 1024;
  std::string_view units = "BKMGT";
  while (units.size() > 1 && bytes >= kStep && bytes % kStep == 0) {
    bytes /= kStep;
    units.remove_prefix(1);
  }
  return fmt::format("{}{}", bytes, units.front());
}

std::string seconds_text(std::uint64_t milliseconds) {
  return fmt::format("{}", static_cast<double>(milliseconds) / 1000);
}

CLI::Validator seconds() {
  return converted(read_seconds, "a number of seconds such as 5 or 0.5", "SECONDS");
}

std::pair<std::string, std::string> split_pair(const std::string& text) {
  const std::size_t equals = text.find('=');
  return {text.substr(0, equals), equals == std::string::npos ? std::string() : text.substr(equals + 1)};
}

CLI::Validator pair(const std::string& description, const std::string& note) {
  return {[what = description + note](const std::string& text) {
            const auto [left, right] = split_pair(text);
            return left.empty() || right.empty() ? complaint(what, text) : std::string();
          },
          description};
}

CLI::Validator one_of_names(const Choices<std::string>& choices) {
  std::vector<std::string> names;
  std::ranges::transform(choices, std::back_inserter(names), &Choices<std::string>::value_type::first);
  return {[choices, names](std::string& text) {
            const auto found = std::ranges::find(choices, text, &Choices<std::string>::value_type::first);
            if (found == choices.end()) {
              return complaint(alternatives(names), text, names);
            }
            text = found->second;
            return std::string();
          },
          fmt::format("{}", fmt::join(names, "|"))};
}

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    items.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

}  // namespace nutgraf::cli
