// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "core/base/failure.h"
#include "indexer/command_line_scan.h"
#include "indexer/command_line_values.h"

namespace nutgraf {
namespace {

/// An option with a value: CLI11 keeps its names and its help, our `take` gives the value its meaning.
void value_option(CLI::App& app, const std::string& names, const std::string& value_name, const std::string& help,
                  const std::function<void(const std::string&)>& take) {
  app.add_option(
         names,
         [take](const CLI::results_t& values) {
           std::ranges::for_each(values, take);
           return true;
         },
         help)
      ->type_name(value_name)
      ->type_size(1)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void flag(CLI::App& app, const std::string& names, const std::string& help, const std::function<void()>& take) {
  app.add_flag(
      names, [take](std::int64_t) { take(); }, help);
}

template <typename Value>
void choice(CLI::App& app, const std::string& name, Value& target, const Choices<Value>& choices) {
  std::vector<std::string> words;
  for (const auto& [word, value] : choices) {
    words.push_back(word);
  }
  value_option(app, name, fmt::format("{}", fmt::join(words, "|")), "",
               [name, &target, choices](const std::string& text) { target = parse_choice(name, text, choices); });
}

void console_options(CLI::App& app, Typed& typed) {
  const Choices<When> whens = {{"auto", When::Auto}, {"always", When::Always}, {"never", When::Never}};
  ConsoleOptions& console = typed.options.console;
  flag(app, "-q,--quiet", "say nothing but errors", [&console] { console.loudness = Loudness::Quiet; });
  choice(app, "--color", typed.color, whens);
  choice(app, "--progress", typed.progress, whens);
  choice(app, "--pager", typed.pager, whens);
  choice<Form>(app, "--report", console.report, {{"text", Form::Text}, {"json", Form::Json}});
  value_option(app, "-j,--threads", "N", "threads that analyse text (default: one a core)",
               [&typed](const std::string& text) {
                 typed.options.writing.threads = static_cast<unsigned>(parse_number("--threads", text, {0, 1024}));
               });
}

void index_option(CLI::App& app, Typed& typed) {
  value_option(app, "-i,--index", "INDEX", "the index; otherwise the first argument, or NUTGRAF_INDEX",
               [&typed](const std::string& text) { typed.index = text; });
}

void lock_options(CLI::App& app, Typed& typed) {
  WritingOptions& writing = typed.options.writing;
  value_option(app, "--lock-timeout", "SECONDS", "how long to wait for another writer (default 10)",
               [&writing](const std::string& text) { writing.lock_timeout = parse_seconds("--lock-timeout", text); });
}

void writing_options(CLI::App& app, Typed& typed) {
  WritingOptions& writing = typed.options.writing;
  lock_options(app, typed);
  value_option(app, "--keep", "N", "earlier generations kept for rollback (default 1)",
               [&writing](const std::string& text) {
                 writing.keep = static_cast<int>(parse_number("--keep", text, {0, 1000}));
               });
  choice<store::VerifyLevel>(app, "--verify", writing.verify,
                             {{"sampled", store::VerifyLevel::Sampled}, {"full", store::VerifyLevel::Full}});
}

void dry_run_option(CLI::App& app, Typed& typed) {
  flag(app, "--dry-run", "report what would be done, write nothing",
       [&typed] { typed.options.writing.run = Run::Dry; });
}

void reading_options(CLI::App& app, Typed& typed) {
  ReadingChoice& reading = typed.options.reading;
  value_option(app, "--lang", "LL", "language of records that declare none (default auto: detect it)",
               [&reading](const std::string& text) { reading.language = parse_language("--lang", text); });
  const Choices<std::string> formats = {{"auto", ""}, {"text", "text"}, {"jsonl", "jsonl"}};
  value_option(
      app, "--format", "auto|text|jsonl", "read every file as this, whatever its name",
      [&reading, formats](const std::string& text) { reading.format = parse_choice("--format", text, formats); });
  value_option(app, "--map", "FIELD=KEY", "take a field from this key of a record; repeatable",
               [&reading](const std::string& text) { reading.map.push_back(parse_pair("--map", text)); });
  value_option(app, "--set", "FIELD=VALUE", "give a field to records that lack it; repeatable",
               [&reading](const std::string& text) { reading.set.push_back(parse_pair("--set", text)); });
  value_option(app, "--source-from", "folder", "an article's source is the folder that holds it",
               [&reading](const std::string& text) {
                 reading.source_from_folder = parse_choice<Switch>("--source-from", text, {{"folder", Switch::On}});
               });
  value_option(app, "--root", "DIR", "ids made from paths are relative to this folder; repeatable",
               [&reading](const std::string& text) { reading.roots.push_back(text); });
  value_option(app, "--date-from", "PATTERN", "where paths hold a date, e.g. '%Y/%m/%d' or 'report-%Y%m%d*'",
               [&reading](const std::string& text) { reading.date_from = text; });
}

void building_options(CLI::App& app, Typed& typed) {
  WritingOptions& writing = typed.options.writing;
  value_option(app, "--memory", "SIZE", "memory for text under way, e.g. 300M (default 1G)",
               [&writing](const std::string& text) { writing.memory = parse_size("--memory", text); });
  value_option(app, "--tmp", "DIR", "folder for temporary files (default: in the index)",
               [&writing](const std::string& text) { writing.scratch = text; });
  flag(app, "--allow-shrink", "swap even if less than 80 % of the articles would be left",
       [&writing] { writing.shrinking = Shrinking::Allowed; });
  const Choices<OnError> actions = {{"skip", OnError::Skip}, {"fail", OnError::Fail}};
  value_option(app, "--on-error", "skip|fail", "what to do with a record that cannot be read (default skip)",
               [&typed, actions](const std::string& text) {
                 typed.options.on_error = parse_choice("--on-error", text, actions);
               });
  flag(app, "--strict", "exit 1 if any record was rejected",
       [&typed] { typed.options.strictness = Strictness::Strict; });
  dry_run_option(app, typed);
}

void build_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  reading_options(app, typed);
  building_options(app, typed);
  flag(app, "--resume", "reuse the finished segments of an interrupted build",
       [&typed] { typed.options.writing.resumption = Resumption::Resumed; });
  writing_options(app, typed);
  choice<Writer>(app, "--writer", typed.options.writing.writer, {{"bulk", Writer::Bulk}, {"api", Writer::Api}});
  console_options(app, typed);
}

void update_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  reading_options(app, typed);
  building_options(app, typed);
  flag(app, "--prune", "drop articles whose record or file is gone",
       [&typed] { typed.options.vanished = Vanished::Pruned; });
  writing_options(app, typed);
  console_options(app, typed);
}

void delete_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  value_option(app, "--id", "ID", "an article to delete; repeatable",
               [&typed](const std::string& text) { typed.options.ids.push_back(text); });
  value_option(app, "--ids", "FILE", "ids to delete, one a line; - is standard input",
               [&typed](const std::string& text) { typed.options.ids_file = text; });
  value_option(app, "--query", "QUERY", "not yet: see the examples", [](const std::string& text) {
    throw Failure(
        ExitCode::Usage, "delete --query is not there yet; let nutgraf-query find the ids",
        fmt::format("nutgraf-query search INDEX --format tsv --limit 1000000 -- '{}' | tail -n +2 | cut -f 3 | "
                    "nutgraf-index delete INDEX --ids -",
                    text));
  });
  flag(app, "--purge", "leave no trace on disk: drop earlier generations and freed blocks too",
       [&typed] { typed.options.erasure = Erasure::Purged; });
  dry_run_option(app, typed);
  writing_options(app, typed);
  console_options(app, typed);
}

void rollback_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  lock_options(app, typed);
  console_options(app, typed);
}

void check_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  console_options(app, typed);
}

void stats_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  flag(app, "--rejects", "list every record and file that was left out, and why",
       [&typed] { typed.options.stats_view = StatsView::Rejects; });
  const Choices<Form> forms = {{"text", Form::Text}, {"json", Form::Json}};
  value_option(app, "-f,--format", "text|json", "form of the answer", [&typed, forms](const std::string& text) {
    typed.options.stats_form = parse_choice("--format", text, forms);
  });
  console_options(app, typed);
}

void optimize_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  writing_options(app, typed);
  console_options(app, typed);
}

void preview_options(CLI::App& app, Typed& typed) {
  flag(app, "--tokens", "show the tokens of each passage too",
       [&typed] { typed.options.preview_detail = preview::Detail::Tokens; });
  reading_options(app, typed);
  console_options(app, typed);
}

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
     "nutgraf-index delete news.idx --id politics/001.txt --id politics/002.txt\n"
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
      "\nnutgraf-index COMMAND --help shows a command's options; nutgraf-index --version the version.\n\nexamples:\n"
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
  const std::string near = nearest_name(name, names);
  const std::string_view kind = name.starts_with("-") ? "option" : "command";
  const std::string advice = near.empty() ? fmt::format("the commands are {}", fmt::join(names, ", "))
                                          : fmt::format("did you mean nutgraf-index {}?", near);
  throw Failure(ExitCode::Usage, fmt::format("unknown {} {}", kind, name), advice);
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
  if (first == "--version") {
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
