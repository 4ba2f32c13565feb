// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "indexer/command_line_options.h"
#include "indexer/command_line_scan.h"

namespace nutgraf {
namespace {

struct CommandEntry {
  Command command;
  std::string_view name;
  std::string_view arguments;
  std::string_view purpose;
  std::string_view examples;  // a line each
  void (*options)(CLI::App&, Typed&);
};

constexpr std::array<CommandEntry, 8> kCommands{{
    {Command::Build, "build", "INDEX [INPUT...]", "makes a fresh index aside and swaps it in whole",
     "nutgraf-index build news.idx articles/\n"
     "nutgraf-index build news.idx dump.jsonl.gz --map text=body --map title=head\n"
     "nutgraf-index build news.idx          # the inputs and options of last time\n",
     build_options},
    {Command::Update, "update", "INDEX [INPUT...]", "adds new articles and replaces changed ones",
     "nutgraf-index update news.idx articles/\n"
     "nutgraf-index update news.idx --prune # also drop what is gone from its inputs\n",
     update_options},
    {Command::Delete, "delete", "INDEX (--id ID... | --ids FILE)", "deletes articles by id",
     "nutgraf-index delete news.idx --id harbour-post/quay-walks.txt --id 2023/06/19/envoy.txt\n"
     "nutgraf-index delete news.idx --ids withdrawn.txt --purge\n",
     delete_options},
    {Command::Rollback, "rollback", "INDEX", "makes the generation before the live one live again",
     "nutgraf-index rollback news.idx\n", rollback_options},
    {Command::Check, "check", "INDEX", "checks every table and what belongs together", "nutgraf-index check news.idx\n",
     check_options},
    {Command::Stats, "stats", "INDEX", "says what is in an index and what was left out",
     "nutgraf-index stats news.idx\n"
     "nutgraf-index stats news.idx --rejects\n"
     "nutgraf-index stats news.idx -f json\n",
     stats_options},
    {Command::Optimize, "optimize", "INDEX", "rewrites an index as small as it gets",
     "nutgraf-index optimize news.idx\n", optimize_options},
    {Command::Preview, "preview", "INPUT...", "shows articles, what is cut from them, and passages; makes no index",
     "nutgraf-index preview articles/2023/06/19/envoy.txt\n", preview_options},
}};

std::string names_of(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) {
    names += fmt::format("-{}, ", name);
  }
  for (const std::string& name : option.get_lnames()) {
    names += fmt::format("--{}, ", name);
  }
  names.resize(names.size() - 2);
  const bool is_flag = option.get_items_expected_max() == 0;
  return is_flag ? names : fmt::format("{} {}", names, option.get_type_name());
}

std::string help_of(const CommandEntry& entry, const CLI::App& app) {
  std::string text = fmt::format("nutgraf-index {} {}\n  {}\n\noptions:\n", entry.name, entry.arguments, entry.purpose);
  for (const CLI::Option* option : app.get_options()) {
    const std::string names = names_of(*option);
    text += option->get_description().empty() ? fmt::format("  {}\n", names)
                                              : fmt::format("  {:<26}  {}\n", names, option->get_description());
  }
  text += "\nexamples:\n";
  std::string_view rest = entry.examples;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    text += fmt::format("  {}\n", rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return text;
}

std::string overview() {
  std::string text =
      "nutgraf-index makes and keeps indexes of news articles; nutgraf-query searches them.\n\n"
      "usage: nutgraf-index COMMAND [INDEX] [INPUT...] [OPTIONS]\n\ncommands:\n";
  for (const CommandEntry& entry : kCommands) {
    text += fmt::format("  {:<9} {}\n", entry.name, entry.purpose);
  }
  text +=
      "\nnutgraf-index COMMAND --help (or help COMMAND) shows a command's options; nutgraf-index --version the "
      "version.\n\nexamples:\n"
      "  nutgraf-index build news.idx articles/\n"
      "  nutgraf-index update news.idx\n"
      "  nutgraf-query search news.idx One China principle\n";
  return text;
}

const CommandEntry& find_command(const std::string& name) {
  const auto* const found = std::ranges::find(kCommands, name, &CommandEntry::name);
  if (found != kCommands.end()) {
    return *found;
  }
  std::vector<std::string> names;
  for (const CommandEntry& entry : kCommands) {
    names.emplace_back(entry.name);
  }
  const std::string_view kind = name.starts_with("-") ? "option" : "command";
  throw Failure(ExitCode::Usage, fmt::format("unknown {} {}", kind, name),
                fmt::format("{}the commands are {}", did_you_mean("nutgraf-index ", nearest_name(name, names)),
                            fmt::join(names, ", ")));
}

std::vector<KnownOption> known_options(const CLI::App& app) {
  std::vector<KnownOption> known = {{{"--help", "-h"}, ""}};
  for (const CLI::Option* option : app.get_options()) {
    KnownOption& entry = known.emplace_back();
    for (const std::string& name : option->get_snames()) {
      entry.names.push_back("-" + name);
    }
    for (const std::string& name : option->get_lnames()) {
      entry.names.push_back("--" + name);
    }
    entry.value = option->get_items_expected_max() == 0 ? std::string() : option->get_type_name();
  }
  return known;
}

void apply(CLI::App& app, const Scanned& scanned) {
  std::vector<std::string> words;  // CLI11 takes them from the back
  for (const auto& [name, value] : scanned.options) {
    words.push_back(name);
    if (app.get_option(name)->get_items_expected_max() != 0) {
      words.push_back(value);
    }
  }
  std::ranges::reverse(words);
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {  // the scan leaves nothing to complain about
    throw Failure(ExitCode::Usage, error.what(), app.get_name() + " --help");
  }
}

}  // namespace

std::string name_of(Command command) {
  return std::string(std::ranges::find(kCommands, command, &CommandEntry::command)->name);
}

Typed read_command_line(std::span<const std::string> arguments) {
  Typed typed;
  if (arguments.empty()) {
    throw Failure(ExitCode::Usage, "a command is missing", "nutgraf-index --help lists them");
  }
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || (first == "help" && arguments.size() == 1)) {
    typed.text = overview();
    return typed;
  }
  if (first == "--version" || first == "-V") {
    typed.text = "nutgraf-index " NUTGRAF_VERSION "\n";
    return typed;
  }
  const bool asks_help = first == "help";
  const CommandEntry& entry = find_command(asks_help ? arguments[1] : first);
  CLI::App app(std::string(entry.purpose), fmt::format("nutgraf-index {}", entry.name));
  app.set_help_flag();
  entry.options(app, typed);
  typed.options.command = entry.command;
  const std::span<const std::string> words = asks_help ? std::span<const std::string>() : arguments.subspan(1);
  const Scanned scanned = scan(words, known_options(app), app.get_name());
  const auto is_help = [](const auto& option) { return option.first == "--help" || option.first == "-h"; };
  if (asks_help || std::ranges::any_of(scanned.options, is_help)) {
    typed.text = help_of(entry, app);
    return typed;
  }
  apply(app, scanned);
  typed.arguments = scanned.arguments;
  return typed;
}

}  // namespace nutgraf
