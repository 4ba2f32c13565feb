// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>

#include "core/base/failure.h"
#include "indexer/command_line.h"
#include "indexer/command_line_values.h"
#include "indexer/read/registry.h"
#include "indexer/shell_word.h"

namespace nutgraf {
namespace {

struct OptionText {
  std::string names;  // "-j,--threads"
  std::string value;  // "N"
  std::string help;
};

using Take = std::function<void(const std::string&)>;

void value_option(CLI::App& app, const OptionText& text, const Take& take) {
  const auto take_all = [take](const CLI::results_t& values) {
    std::ranges::for_each(values, take);
    return true;
  };
  app.add_option(text.names, take_all, text.help)
      ->type_name(text.value)
      ->type_size(1)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void flag(CLI::App& app, const std::string& names, const std::string& help, const std::function<void()>& take) {
  const auto take_any = [take](std::int64_t /*count*/) { take(); };
  app.add_flag(names, take_any, help);
}

/// One of a few words.
template <typename Target, typename Value>
void choice(CLI::App& app, const OptionText& text, Target& target, const Choices<Value>& choices) {
  std::vector<std::string> words;
  for (const auto& [word, value] : choices) {
    words.push_back(word);
  }
  const std::string name = text.names.substr(text.names.find("--"));
  value_option(app, {text.names, fmt::format("{}", fmt::join(words, "|")), text.help},
               [name, &target, choices](const std::string& typed) { target = parse_choice(name, typed, choices); });
}

void console_options(CLI::App& app, Typed& typed) {
  const Choices<When> whens = {{"auto", When::Auto}, {"always", When::Always}, {"never", When::Never}};
  const Choices<ReportForm> forms = {{"text", ReportForm::Text}, {"json", ReportForm::Json}};
  ConsoleOptions& console = typed.options.console;
  flag(app, "-q,--quiet", "say nothing but errors", [&console] { console.loudness = Loudness::Quiet; });
  choice(app, {"--color", "", "colour what went wrong (auto: on a terminal)"}, typed.color, whens);
  choice(app, {"--progress", "", "a line of progress on stderr (auto: on a terminal)"}, typed.progress, whens);
  choice(app, {"--pager", "", "show long listings through less (auto: on a terminal)"}, typed.pager, whens);
  choice(app, {"--report", "", "the report as a line on stderr or as JSON on stdout"}, console.report, forms);
  value_option(app, {"-j,--threads", "N", "threads that analyse text (default: one a core)"},
               [&typed](const std::string& text) {
                 typed.options.writing.threads = static_cast<unsigned>(parse_number("--threads", text, {0, 1024}));
               });
}

void index_option(CLI::App& app, Typed& typed) {
  value_option(app, {"-i,--index", "INDEX", "the index; otherwise the first argument, or NUTGRAF_INDEX"},
               [&typed](const std::string& text) { typed.index = text; });
}

void lock_options(CLI::App& app, Typed& typed) {
  WritingOptions& writing = typed.options.writing;
  value_option(app, {"--lock-timeout", "SECONDS", "how long to wait for another writer (default 10)"},
               [&writing](const std::string& text) { writing.lock_timeout = parse_seconds("--lock-timeout", text); });
}

void writing_options(CLI::App& app, Typed& typed) {
  WritingOptions& writing = typed.options.writing;
  const Choices<store::VerifyLevel> levels = {{"sampled", store::VerifyLevel::Sampled},
                                              {"full", store::VerifyLevel::Full}};
  lock_options(app, typed);
  value_option(app, {"--keep", "N", "earlier generations kept for rollback (default 1)"},
               [&writing](const std::string& text) {
                 writing.keep = static_cast<int>(parse_number("--keep", text, {0, 1000}));
               });
  choice(app, {"--verify", "", "how much is checked before it goes live (default sampled)"}, writing.verify, levels);
}

void dry_run_option(CLI::App& app, Typed& typed) {
  flag(app, "--dry-run", "report what would be done, write nothing",
       [&typed] { typed.options.writing.run = Run::Dry; });
}

void reading_options(CLI::App& app, Typed& typed) {
  ReadingChoice& reading = typed.options.reading;
  Choices<std::string> formats = {{"auto", ""}};
  for (const read::Reader& reader : read::readers()) {
    formats.emplace_back(std::string(reader.name), std::string(reader.name));
  }
  value_option(app,
               {"--lang", "LL", "language, a code or a name, of records that declare none (default auto: detect it)"},
               [&reading](const std::string& text) { reading.language = parse_language("--lang", text); });
  choice(app, {"--format", "", "read every file as this, whatever its name"}, reading.format, formats);
  value_option(
      app,
      {"--map", "FIELD=KEY",
       "take a field from this key of a record (a.b steps into objects and arrays), from none with `none`; repeatable"},
      [&reading](const std::string& text) { reading.map.push_back(parse_pair("--map", text)); });
  value_option(app, {"--set", "FIELD=VALUE", "give a field to records that lack it, FIELD:=VALUE to all; repeatable"},
               [&reading](const std::string& text) { reading.set.push_back(parse_pair("--set", text)); });
  choice<Switch, Switch>(app, {"--source-from", "", "an article's source is the folder that holds it"},
                         reading.source_from_folder, {{"folder", Switch::On}});
  value_option(app, {"--root", "DIR", "ids made from paths are relative to this folder; repeatable"},
               [&reading](const std::string& text) { reading.roots.push_back(text); });
  value_option(app, {"--date-from", "PATTERN", "where paths hold a date, e.g. '%Y/%m/%d' or 'report-%Y%m%d*'"},
               [&reading](const std::string& text) { reading.date_from = text; });
}

void on_error_option(CLI::App& app, Typed& typed) {
  const Choices<OnError> actions = {{"skip", OnError::Skip}, {"fail", OnError::Fail}};
  value_option(app, {"--on-error", "skip|fail", "what to do with a record that cannot be read (default skip)"},
               [&typed, actions](const std::string& text) {
                 if (text == "quarantine") {
                   throw Failure(ExitCode::Usage, "--on-error quarantine is not there yet",
                                 "type --on-error skip; stats INDEX --rejects lists what was skipped, with its place");
                 }
                 typed.options.on_error = parse_choice("--on-error", text, actions);
               });
}

void building_options(CLI::App& app, Typed& typed) {
  WritingOptions& writing = typed.options.writing;
  value_option(app, {"--memory", "SIZE", "memory for text under way, e.g. 300M (default 1G)"},
               [&writing](const std::string& text) { writing.memory = parse_size("--memory", text); });
  value_option(app, {"--tmp", "DIR", "folder for temporary files (default: in the index)"},
               [&writing](const std::string& text) { writing.scratch = text; });
  flag(app, "--allow-shrink", "swap even if less than 80 % of the articles would be left",
       [&writing] { writing.shrinking = Shrinking::Allowed; });
  on_error_option(app, typed);
  flag(app, "--strict", "exit 1 if any record was rejected",
       [&typed] { typed.options.strictness = Strictness::Strict; });
  dry_run_option(app, typed);
}

void refuse_query(const std::string& query) {
  throw Failure(ExitCode::Usage, "delete --query is not there yet; let nutgraf-query find the ids",
                fmt::format("nutgraf-query search INDEX --format tsv --limit 1000000 -- {} | tail -n +2 | cut -f 3 | "
                            "nutgraf-index delete INDEX --ids -",
                            shell_word(query)));
}

}  // namespace

void build_options(CLI::App& app, Typed& typed) {
  index_option(app, typed);
  reading_options(app, typed);
  building_options(app, typed);
  flag(app, "--resume", "keep finished parts, and go on from those of an interrupted build --resume",
       [&typed] { typed.options.writing.resumption = Resumption::Resumed; });
  writing_options(app, typed);
  const Choices<Writer> writers = {{"bulk", Writer::Bulk}, {"api", Writer::Api}};
  choice(app, {"--writer", "", "who writes the tables: this program, or Xapian (slower; the same index)"},
         typed.options.writing.writer, writers);
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
  value_option(app, {"--id", "ID", "an article to delete; repeatable"},
               [&typed](const std::string& text) { typed.options.ids.push_back(text); });
  value_option(app, {"--ids", "FILE", "ids to delete, one a line; - is standard input"},
               [&typed](const std::string& text) { typed.options.ids_file = text; });
  value_option(app, {"--query", "QUERY", "not there yet: nutgraf-query finds ids, --ids - takes them"}, refuse_query);
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
  const Choices<ReportForm> forms = {{"text", ReportForm::Text}, {"json", ReportForm::Json}};
  choice(app, {"-f,--format", "", "form of the answer"}, typed.options.stats_form, forms);
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

}  // namespace nutgraf
