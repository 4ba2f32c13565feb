// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "query/options.h"

/// The options there are, as data: names, help, commands and what each sets.
namespace nutgraf::query {

/// A set of commands.
using CommandSet = std::uint32_t;
[[nodiscard]] constexpr CommandSet set_of(Command command) {
  return CommandSet{1} << static_cast<unsigned>(command);
}

struct OptionSpec {
  std::string_view names;  // "-n,--limit"
  std::string_view value;  // what it takes, for the help; empty for a flag
  std::string_view help;
  CommandSet commands;
  /// Throws Failure(Usage) for a value that is none of its own; flags get "".
  void (*set)(QueryOptions& options, std::string_view value);
};

[[nodiscard]] std::span<const OptionSpec> option_specs();
/// Of -f: text, md, ...
[[nodiscard]] std::span<const std::string_view> format_names();
/// Its long name: "--limit".
[[nodiscard]] std::string_view long_name(const OptionSpec& option);

}  // namespace nutgraf::query
