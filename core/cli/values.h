// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What options take, for CLI::Option::transform: each validator says in the help what to type, and turns it into what
/// CLI11 converts. Its complaint reads on after the option's name: "takes ..., not `x`".
namespace nutgraf::cli {

struct Bounds {
  std::uint64_t least = 0;
  std::uint64_t most = 0xFFFFFFFF;
  std::string_view word = {};  // may be typed instead of a number
  std::uint64_t meaning = 0;   // of the word
};
[[nodiscard]] CLI::Validator whole_number(const Bounds& bounds = {});

struct RealBounds {
  double least = 0;
  double most = 1;
};
[[nodiscard]] CLI::Validator real_number(RealBounds bounds);

/// "1G", "300M", "1.5GB", "4096": to bytes, powers of 1024.
[[nodiscard]] CLI::Validator size_in_bytes();
/// Bytes as size_in_bytes() takes them: "1G", "1536M".
[[nodiscard]] std::string size_text(std::uint64_t bytes);
/// "1", "0.5": to milliseconds.
[[nodiscard]] CLI::Validator seconds();
/// Milliseconds as seconds() takes them.
[[nodiscard]] std::string seconds_text(std::uint64_t milliseconds);
/// "title=headline": neither side is empty. The help shows `description`, "FIELD=KEY"; a complaint adds `note` to it.
[[nodiscard]] CLI::Validator pair(const std::string& description, const std::string& note);
/// Of what was typed for pair().
[[nodiscard]] std::pair<std::string, std::string> split_pair(const std::string& text);

template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// Names and what CLI11 makes of each.
[[nodiscard]] CLI::Validator one_of_names(const Choices<std::string>& choices);

template <class Value>
[[nodiscard]] CLI::Validator one_of(const Choices<Value>& choices) {
  Choices<std::string> names;
  for (const auto& [name, value] : choices) {
    names.emplace_back(name, CLI::detail::value_string(value));
  }
  return one_of_names(names);
}

/// Makes `option` take one of these names; the help shows the name of `usual` as the default.
template <class Value>
CLI::Option* take_one_of(CLI::Option* option, const Choices<Value>& choices, Value usual) {
  const auto row = std::ranges::find(choices, usual, &Choices<Value>::value_type::second);
  return option->transform(one_of(choices))->default_str(row == choices.end() ? std::string() : row->first);
}

/// A list separated by commas.
[[nodiscard]] std::vector<std::string> split_list(const std::string& text);

/// "takes WHAT, not `typed`", and the name among `names` that is near to what was typed.
[[nodiscard]] std::string complaint(std::string_view what, std::string_view typed,
                                    const std::vector<std::string>& names = {});

}  // namespace nutgraf::cli
