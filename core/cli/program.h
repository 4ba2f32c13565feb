// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/failure.h"
#include "core/cli/arguments.h"

/// A program as its user sees it: commands, each with its own options, and INDEX before the other words.
namespace nutgraf::cli {

struct Command {
  std::string_view name;
  std::string_view operands;  // "INDEX QUERY"
  std::string_view summary;
  std::string_view examples;               // lines
  std::function<void(CLI::App&)> declare;  // adds its options
};

struct Program {
  std::string_view name;
  std::string_view purpose;   // the first lines of its --help
  std::string_view notes;     // and those after the commands
  std::string_view examples;  // lines
  WordKind words;
  std::vector<Command> commands;
};

struct CommandLine {
  std::string text;                // of --help or --version: print it and be done
  std::string command;             // its name
  std::string usage;               // "nutgraf-query search INDEX QUERY"
  std::vector<std::string> words;  // without INDEX
  std::vector<std::string> rest;   // words after "--"
  std::string taken;               // the word that was read as INDEX
};

/// Declares the option that names the index. With it a command takes INDEX: the option, else the first word where it
/// looks like an index, else NUTGRAF_INDEX; where that is not set, the first word whatever it looks like.
void add_index_option(CLI::App& app, const std::function<void(const std::string&)>& take);

/// Reads the arguments after the program's name; options take effect in the order in which they were typed. Throws
/// Failure(Usage).
[[nodiscard]] CommandLine parse(const Program& program, std::span<const std::string> arguments);

/// What main() does: runs `body`, reports what it throws, and gives the exit code.
[[nodiscard]] int run(const std::function<ExitCode()>& body, const std::function<void(const Failure&)>& report);

}  // namespace nutgraf::cli
