// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "query/options.h"

/// The commands there are, as data: names, help, what they take.
namespace nutgraf::query {

/// What the words after INDEX are to a command.
enum class Words : std::uint8_t { Query, None, Needed, Optional };

struct CommandSpec {
  std::string_view name;
  Command command;
  Words words;
  std::string_view word_name;  // QUERY, ID, TEXT, PATTERN
  std::string_view summary;
  std::string_view examples;  // lines
  std::string_view formats;   // those it writes, parted by blanks
};

[[nodiscard]] std::span<const CommandSpec> commands();
[[nodiscard]] const CommandSpec* find_command(std::string_view name);
/// "search, batch, ..."
[[nodiscard]] std::string command_names();
/// INDEX QUERY
[[nodiscard]] std::string synopsis(const CommandSpec& command);
/// Of the whole program.
[[nodiscard]] std::string program_help();

}  // namespace nutgraf::query
