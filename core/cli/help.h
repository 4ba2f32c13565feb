// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// What --help says of a command. CLI11 lays it out; its names of types are not for people.
namespace nutgraf::cli {

struct Program;
struct Command;

/// What an option takes: "N", "FILE", "auto|always|never"; empty for a flag.
[[nodiscard]] std::string value_name(const CLI::Option& option);

/// The words among what an option takes: N and all of "N|all"; none of "FILE".
[[nodiscard]] std::vector<std::string> value_words(const CLI::Option& option);

/// What an option is for, with its default and its environment variable.
[[nodiscard]] std::string full_description(const CLI::Option& option);

/// "nutgraf-query search INDEX QUERY"
[[nodiscard]] std::string usage(const Program& program, const Command& command);

/// Gives the app the texts of a command.
void describe(CLI::App& app, const Program& program, const Command& command);

/// The commands of a program, of which each has its own help.
[[nodiscard]] std::string overview(const Program& program);

/// "nutgraf-query search --help lists its options"
[[nodiscard]] std::string help_advice(const CLI::App& app);

}  // namespace nutgraf::cli
