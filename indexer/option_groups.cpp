// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/option_groups.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "core/base/failure.h"
#include "core/cli/program.h"
#include "core/cli/shell_word.h"
#include "core/cli/values.h"
#include "core/language/names.h"
#include "indexer/read/registry.h"

namespace nutgraf {
namespace {

using cli::one_of;
using cli::whole_number;

void console(CLI::App& app, IndexOptions& o) {
  app.option_defaults()->group("Options");
  app.add_option("--report", o.report, "the report as a line on standard error or as JSON on standard output")
      ->transform(one_of<ReportForm>({{"text", ReportForm::Text}, {"json", ReportForm::Json}}))
      ->default_str("text");
  app.add_option("-j,--threads", o.writing.threads, "threads that analyse text; 0 = as many as there are cores")
      ->transform(whole_number({0, 1024}))
      ->default_str("0");
  cli::add_console_options(app, o.console);
}

void index(CLI::App& app, IndexOptions& o) {
  cli::add_index_option(app, [&o](const std::string& index) { o.index = index; });
}

void lock(CLI::App& app, IndexOptions& o) {
  app.add_option_function<std::uint64_t>(
         "--lock-timeout",
         [&o](const std::uint64_t& count) { o.writing.lock_timeout = std::chrono::milliseconds(count); },
         "how long to wait for another writer")
      ->transform(cli::seconds())
      ->default_str("10");
}

void writing(CLI::App& app, IndexOptions& o) {
  app.option_defaults()->group("Writing");
  lock(app, o);
  app.add_option("--keep", o.writing.keep, "earlier generations kept for rollback")
      ->transform(whole_number({0, 1000}))
      ->default_str("1");
  app.add_option("--verify", o.writing.verify, "how much is checked before it goes live")
      ->transform(
          one_of<store::VerifyLevel>({{"sampled", store::VerifyLevel::Sampled}, {"full", store::VerifyLevel::Full}}))
      ->default_str("sampled");
}

void dry_run(CLI::App& app, IndexOptions& o) {
  app.add_flag_callback(
      "--dry-run", [&o] { o.writing.run = Run::Dry; }, "report what would be done, write nothing");
}

std::string language_code(const std::string& text) {
  if (CLI::detail::to_lower(text) == "auto") {
    return {};
  }
  std::string code = language::find_language(text);
  if (code.empty()) {
    throw CLI::ValidationError("--lang",
                               cli::complaint("a code or name of a language such as en, zh or German, or auto", text));
  }
  return code;
}

cli::Choices<std::string> format_choices() {
  cli::Choices<std::string> choices = {{"auto", "auto"}};
  for (const read::Reader& reader : read::readers()) {
    choices.emplace_back(std::string(reader.name), std::string(reader.name));
  }
  return choices;
}

void reading(CLI::App& app, IndexOptions& o) {
  ReadingChoice& reading = o.reading;
  app.option_defaults()->group("Reading");
  app.add_option_function<std::string>(
         "--lang", [&reading](const std::string& text) { reading.language = language_code(text); },
         "language, a code or a name, of records that declare none; auto detects it")
      ->type_name("LL")
      ->default_str("auto");
  app.add_option_function<std::string>(
         "--format", [&reading](const std::string& name) { reading.format = name == "auto" ? "" : name; },
         "read every file as this, whatever its name")
      ->transform(one_of(format_choices()))
      ->default_str("auto");
  app.add_option_function<std::string>(
         "--map", [&reading](const std::string& text) { reading.map.push_back(cli::split_pair(text)); },
         "take a field from this key of a record (a.b steps into objects and arrays), from none with `none`; "
         "repeatable")
      ->transform(cli::pair("FIELD=KEY", ", such as title=headline"));
  app.add_option_function<std::string>(
         "--set", [&reading](const std::string& text) { reading.set.push_back(cli::split_pair(text)); },
         "give a field to records that lack it, FIELD:=VALUE to all; repeatable")
      ->transform(cli::pair("FIELD=VALUE", ", such as source=Gazette"));
  app.add_option("--source-from", reading.source_from_folder, "an article's source is the folder that contains it")
      ->transform(one_of<Switch>({{"folder", Switch::On}}));
  app.add_option_function<std::string>(
         "--root", [&reading](const std::string& folder) { reading.roots.push_back(folder); },
         "ids made from paths are relative to this folder; repeatable")
      ->type_name("DIR");
  app.add_option("--date-from", reading.date_from, "where paths contain a date: '%Y/%m/%d' or 'report-%Y%m%d*'")
      ->type_name("PATTERN");
}

std::string refuse_quarantine(std::string action) {
  if (action == "quarantine") {
    throw Failure(ExitCode::Usage, "--on-error quarantine is not there yet",
                  "type --on-error skip; stats INDEX --rejects lists what was skipped, with its place");
  }
  return action;
}

void building(CLI::App& app, IndexOptions& o) {
  app.option_defaults()->group("Writing");
  app.add_option("--memory", o.writing.memory, "memory for text under way, e.g. 300M")
      ->transform(cli::size_in_bytes())
      ->default_str("1G");
  app.add_option_function<std::string>(
         "--tmp", [&o](const std::string& folder) { o.writing.scratch = folder; },
         "folder for temporary files (default in the index)")
      ->type_name("DIR");
  app.add_flag_callback(
      "--keep-boilerplate", [&o] { o.writing.boilerplate = survey::Furniture::Kept; },
      "index what a site prints on many pages, too");
  app.add_option("--copies-window", o.writing.copies_window, "days that copies of an article may be apart")
      ->type_name("DAYS")
      ->capture_default_str();
  app.add_flag_callback(
      "--allow-shrink", [&o] { o.writing.shrinking = Shrinking::Allowed; },
      "swap even if less than 80 % of the articles would be left");
  app.add_option("--on-error", o.on_error, "what to do with a record that cannot be read")
      ->transform(one_of<OnError>({{"skip", OnError::Skip}, {"fail", OnError::Fail}}))
      ->transform(refuse_quarantine)
      ->default_str("skip");
  app.add_flag_callback(
      "--strict", [&o] { o.strictness = Strictness::Strict; }, "exit 1 if any record was rejected");
  dry_run(app, o);
}

void refuse_query(const std::string& query) {
  throw Failure(ExitCode::Usage, "delete --query is not there yet; let nutgraf-query find the ids",
                fmt::format("nutgraf-query search INDEX --format tsv --limit 1000000 -- {} | tail -n +2 | cut -f 3 | "
                            "nutgraf-index delete INDEX --ids -",
                            cli::shell_word(query)));
}

}  // namespace

void build_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  reading(app, o);
  building(app, o);
  app.add_flag_callback(
      "--resume", [&o] { o.writing.resumption = Resumption::Resumed; },
      "keep finished parts, and go on from those of an interrupted build --resume");
  writing(app, o);
  app.add_option("--writer", o.writing.writer,
                 "what writes the tables: this program, or Xapian (slower; the same index)")
      ->transform(one_of<Writer>({{"bulk", Writer::Bulk}, {"api", Writer::Api}}))
      ->default_str("bulk");
  console(app, o);
}

void update_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  reading(app, o);
  building(app, o);
  app.add_flag_callback(
      "--prune", [&o] { o.vanished = Vanished::Pruned; }, "drop articles whose record or file is gone");
  writing(app, o);
  console(app, o);
}

void delete_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  app.add_option_function<std::string>(
         "--id", [&o](const std::string& id) { o.ids.push_back(id); }, "an article to delete; repeatable")
      ->type_name("ID");
  app.add_option("--ids", o.ids_file, "ids to delete, one per line; - is standard input")->type_name("FILE");
  app.add_option_function<std::string>("--query", refuse_query,
                                       "not there yet: nutgraf-query finds ids, --ids - takes them")
      ->type_name("QUERY");
  app.add_flag_callback(
      "--purge", [&o] { o.erasure = Erasure::Purged; },
      "leave no trace on disk: drop earlier generations and freed blocks too");
  dry_run(app, o);
  writing(app, o);
  console(app, o);
}

void rollback_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  lock(app, o);
  console(app, o);
}

void check_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  console(app, o);
}

void stats_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  app.add_flag_callback(
      "--rejects", [&o] { o.stats_view = StatsView::Rejects; },
      "list every record and file that was left out, and why");
  app.add_option("-f,--format", o.stats_form, "how the answer is written")
      ->transform(one_of<ReportForm>({{"text", ReportForm::Text}, {"json", ReportForm::Json}}))
      ->default_str("text");
  console(app, o);
}

void optimize_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  writing(app, o);
  console(app, o);
}

void preview_options(CLI::App& app, IndexOptions& o) {
  app.add_flag_callback(
      "--tokens", [&o] { o.preview_detail = preview::Detail::Tokens; }, "show the tokens of each passage too");
  reading(app, o);
  console(app, o);
}

}  // namespace nutgraf
