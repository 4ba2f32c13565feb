// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/failure.h"
#include "core/cli/arguments.h"
#include "core/cli/output.h"

/// A program as its user sees it: commands, each with its own options, and INDEX before the other words.
namespace nutgraf::cli {

/// The index that the words of a command mean although they do not name it: no value where they mean none.
using ImpliedIndex = std::function<std::optional<std::string>(std::span<const std::string>)>;

struct Command {
  std::string_view name;
  std::string_view operands;  // "INDEX QUERY"
  std::string_view summary;
  std::string_view examples;               // lines
  std::function<void(CLI::App&)> declare;  // adds its options
  std::string_view instead_of_index = {};  // an option that takes the place of INDEX
  ImpliedIndex implied_index = {};         // asked where no word looks like INDEX and NUTGRAF_INDEX is not set
};

struct Program {
  std::string_view name;
  std::string_view summary;   // of its manual page, a few words
  std::string_view purpose;   // the first lines of its --help
  std::string_view notes;     // and those after the commands
  std::string_view examples;  // lines
  WordKind words;
  std::vector<Command> commands;
};

struct CommandLine {
  std::string text;                  // of --help or --version: print it and be done
  std::string command;               // its name
  std::string usage;                 // "nutgraf-query search INDEX QUERY"
  std::vector<std::string> words;    // without INDEX
  std::vector<std::string> rest;     // words after "--"
  std::vector<std::string> options;  // "--limit=3": in order, names long, INDEX among them
  std::string taken;                 // the word that was read as INDEX
  bool implied_index = false;        // INDEX is not named: see ImpliedIndex
};

/// Declares the option that names the index. With it a command takes INDEX: the option, else the first word where it
/// looks like an index, else NUTGRAF_INDEX; where that is not set, the first word whatever it looks like.
void add_index_option(CLI::App& app, const std::function<void(const std::string&)>& take);

/// In the order in which help lists them.
[[nodiscard]] std::vector<std::string_view> command_names(const Program& program);

/// Throws Failure(Usage) where there is no such command.
[[nodiscard]] const Command& find_command(const Program& program, const std::string& name);

/// A command as CLI11 sees it: its options and the texts of its help.
[[nodiscard]] std::unique_ptr<CLI::App> command_app(const Program& program, const Command& command);

/// Reads the arguments after the program's name; options take effect in the order in which they were typed. Throws
/// Failure(Usage).
[[nodiscard]] CommandLine parse(const Program& program, std::span<const std::string> arguments);

/// A command to run, or a text to print and be done (--help, --version).
template <class Options>
struct Invocation {
  Options options;
  std::string text;  // not empty: print it
};

/// Reads the arguments of a program whose commands write into `options`; `resolve` then says what they mean together.
template <class Options>
[[nodiscard]] Invocation<Options> read(Program (*program)(Options&), void (*resolve)(Options&, const CommandLine&),
                                       std::span<const std::string> arguments) {
  Invocation<Options> invocation;
  const CommandLine line = parse(program(invocation.options), arguments);
  invocation.text = line.text;
  if (line.text.empty()) {
    resolve(invocation.options, line);
  }
  return invocation;
}

/// For Command::declare: `command` is the one to run, and `declare` adds its options.
template <class Options, class Name>
[[nodiscard]] std::function<void(CLI::App&)> declaring(Options& options, Name command,
                                                       void (*declare)(CLI::App&, Options&)) {
  return [&options, command, declare](CLI::App& app) {
    options.command = command;
    declare(app, options);
  };
}

/// What main() does: runs `body`, reports what it throws, and gives the exit code.
using Report = std::function<void(const Failure&)>;
[[nodiscard]] int run(const std::function<ExitCode()>& body, const Report& report);

/// What main() does for a program: reads the arguments, runs the command or prints the help, and reports failures.
template <class Options>
[[nodiscard]] int run(std::span<char* const> arguments, Invocation<Options> (*read)(std::span<const std::string>),
                      ExitCode (*command)(const Options&), const Report& report) {
  const auto body = [&] {
    const std::vector<std::string> words(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    const Invocation<Options> invocation = read(words);
    if (invocation.text.empty()) {
      return command(invocation.options);
    }
    print(invocation.text);
    return ExitCode::Done;
  };
  return run(body, report);
}

}  // namespace nutgraf::cli
