// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>

#include "core/base/nearest_name.h"
#include "core/base/standard_streams.h"
#include "core/index/layout.h"
#include "query/command_line_checks.h"
#include "query/command_line_commands.h"
#include "query/command_line_options.h"
#include "query/command_line_split.h"
#include "query/command_line_words.h"

namespace nutgraf::query {
namespace {

/// One command's options in CLI11's hands. Arguments reach it only as split_arguments() leaves them, so none of its own
/// ways of guessing at bundles and values apply.
struct Parser {
  CLI::App app;
  std::map<const CLI::Option*, const OptionSpec*> specs;
};

std::unique_ptr<Parser> parser_for(const CommandSpec& command) {
  auto parser = std::make_unique<Parser>();
  CLI::App& app = parser->app;
  app.name(fmt::format("nutgraf-query {}", command.name));
  app.set_help_flag("-h,--help", "this text");
  for (const OptionSpec& spec : option_specs()) {
    if ((spec.commands & set_of(command.command)) == 0) {
      continue;
    }
    const std::string names(spec.names);
    const std::string help(spec.help);
    if (spec.value.empty()) {
      parser->specs[app.add_flag_callback(
          names, [] {}, help)] = &spec;
      continue;
    }
    CLI::Option* option = app.add_option_function<std::vector<std::string>>(
        names, [](const std::vector<std::string>&) {}, help);
    option->type_name(std::string(spec.value))->allow_extra_args(false);
    parser->specs[option] = &spec;
  }
  return parser;
}

std::string help_of(const CommandSpec& command, const CLI::App& app) {
  std::string text =
      fmt::format("nutgraf-query {} {}\n{}\n\nExamples:\n", command.name, synopsis(command), command.summary);
  std::string_view examples = command.examples;
  while (!examples.empty()) {
    const std::size_t end = std::min(examples.find('\n'), examples.size());
    text += fmt::format("  {}\n", examples.substr(0, end));
    examples.remove_prefix(std::min(end + 1, examples.size()));
  }
  const std::string all = app.help();
  const std::size_t options = all.find("Options:");
  return text + "\n" + (options == std::string::npos ? all : all.substr(options));
}

SplitRules rules_for(const CommandSpec& command, const CLI::App& app) {
  SplitRules rules;
  rules.command = command.name;
  rules.find = [&app](std::string_view name) -> std::optional<KnownOption> {
    const CLI::Option* option = app.get_option_no_throw(std::string(name));
    if (option == nullptr || option->get_lnames().empty()) {
      return std::nullopt;
    }
    const std::string full = "--" + option->get_lnames().front();
    const bool digits = full == "--limit" || full == "--context" || full == "--threads";
    const auto names = full == "--format" ? format_names() : std::span<const std::string_view>();
    return KnownOption{full, option->get_items_expected_max() > 0, digits, {names.begin(), names.end()}};
  };
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      rules.names.push_back("--" + name);
    }
  }
  return rules;
}

/// Sets options in the order in which they were typed, so that the last one wins.
void parse(Parser& parser, std::vector<std::string> arguments, QueryOptions& options) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    parser.app.parse(std::move(arguments));
  } catch (const CLI::Error& error) {
    throw Failure(ExitCode::Usage, error.what(), parser.app.get_name() + " --help lists its options");
  }
  std::map<const CLI::Option*, std::size_t> used;
  for (const CLI::Option* option : parser.app.parse_order()) {
    const OptionSpec& spec = *parser.specs.at(option);
    const std::size_t number = used[option]++;
    spec.set(options, spec.value.empty() ? std::string_view() : option->results().at(number));
  }
}

const CommandSpec& command_of(std::string_view name, const Environment& environment) {
  if (const CommandSpec* command = find_command(name)) {
    return *command;
  }
  if (environment.is_index(std::string(name))) {
    throw Failure(ExitCode::Usage, fmt::format("there is no command `{}`", name),
                  fmt::format("nutgraf-query search {} QUERY", name));
  }
  std::vector<std::string_view> names;
  std::transform(commands().begin(), commands().end(), std::back_inserter(names),
                 [](const CommandSpec& c) { return c.name; });
  const std::string near = did_you_mean("nutgraf-query ", nearest_name(name, names));
  throw Failure(ExitCode::Usage, fmt::format("there is no {} `{}`", name.starts_with('-') ? "option" : "command", name),
                fmt::format("{}commands: {}", near, command_names()));
}

bool is_one_of(std::string_view argument, std::string_view a, std::string_view b) {
  return argument == a || argument == b;
}

}  // namespace

Environment process_environment() {
  const char* index = std::getenv("NUTGRAF_INDEX");
  return {index == nullptr ? "" : index, [](const std::string& name) { return layout::is_index(name); },
          [] {
            std::string text(std::istreambuf_iterator<char>(std::cin), {});
            require_standard_input_read();
            return text;
          }};
}

CommandLine read_command_line(std::span<const std::string> arguments, const Environment& environment) {
  if (arguments.empty()) {
    throw Failure(ExitCode::Usage, "no command given", fmt::format("commands: {}", command_names()));
  }
  const bool asks_help = arguments.front() == "help";
  if (is_one_of(arguments.front(), "--help", "-h") || (asks_help && arguments.size() == 1)) {
    return {{}, program_help()};
  }
  if (is_one_of(arguments.front(), "--version", "-V")) {
    return {{}, fmt::format("nutgraf-query {}\n", NUTGRAF_VERSION)};
  }
  const CommandSpec& command = command_of(arguments[asks_help ? 1 : 0], environment);
  CommandLine line;
  line.options.command = command.command;
  const std::unique_ptr<Parser> parser = parser_for(command);
  if (asks_help) {
    line.text = help_of(command, parser->app);
    return line;
  }
  const SplitArguments split = split_arguments(arguments.subspan(1), rules_for(command, parser->app));
  if (split.help) {
    line.text = help_of(command, parser->app);
    return line;
  }
  parse(*parser, split.options, line.options);
  const IndexAndWords chosen = choose_index(command, line.options.index, split, environment);
  line.options.index = chosen.index;
  const CommandSpec asked = with_queries(command, line.options);
  line.options.words = join_words(asked, chosen, split, environment);
  check_options(asked, line.options);
  settle_options(line.options);
  return line;
}

}  // namespace nutgraf::query
