// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/option_groups.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "core/base/failure.h"
#include "core/cli/program.h"
#include "core/cli/shell_word.h"
#include "core/cli/values.h"
#include "core/language/names.h"
#include "core/language/nearest_language.h"
#include "indexer/read/registry.h"

namespace nutgraf {
namespace {

using cli::one_of;
using cli::take_one_of;
using cli::whole_number;

constexpr const char* kAuto = "auto";

const cli::Choices<ReportForm> kReportForms = {{"text", ReportForm::Text}, {"json", ReportForm::Json}};

void console(CLI::App& app, IndexOptions& o) {
  app.option_defaults()->group("Options");
  take_one_of(app.add_option("--report", o.report, "the report: a line on standard error, or JSON on standard output"),
              kReportForms, o.report);
  app.add_option("-j,--threads", o.writing.threads, "threads that analyse text; 0 = one per core")
      ->transform(whole_number({0, 1024}))
      ->capture_default_str();
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
      ->default_str(cli::seconds_text(static_cast<std::uint64_t>(o.writing.lock_timeout.count())));
}

void writing(CLI::App& app, IndexOptions& o) {
  app.option_defaults()->group("Writing");
  lock(app, o);
  app.add_option("--keep", o.writing.keep, "earlier generations to keep for rollback")
      ->transform(whole_number({0, 1000}))
      ->capture_default_str();
  take_one_of<store::VerifyLevel>(
      app.add_option("--verify", o.writing.verify, "how much of the new index to check before it goes live"),
      {{"sampled", store::VerifyLevel::Sampled}, {"full", store::VerifyLevel::Full}}, o.writing.verify);
}

void dry_run(CLI::App& app, IndexOptions& o) {
  app.add_flag_callback(
      "--dry-run", [&o] { o.writing.run = Run::Dry; }, "report what would be done, but write nothing");
}

std::string language_code(const std::string& text) {
  if (CLI::detail::to_lower(text) == kAuto) {
    return {};
  }
  std::string code = language::find_language(text);
  if (code.empty()) {
    // A complaint ends with the name to offer.
    throw CLI::ValidationError("--lang",
                               cli::complaint("a code or name of a language such as en, zh or German, or auto", text) +
                                   language::nearest_language(text));
  }
  return code;
}

cli::Choices<std::string> format_choices() {
  cli::Choices<std::string> choices = {{kAuto, kAuto}};
  for (const read::Reader& reader : read::readers()) {
    choices.emplace_back(std::string(reader.name), std::string(reader.name));
  }
  return choices;
}

/// How the text of one file becomes articles.
void documents(CLI::App& app, ReadingChoice& reading) {
  app.add_option("--meta-file", reading.meta_file,
                 "where the metadata of a file is: %d its folder, %n its name, as in '%n.json' or '%d-meta/%n.txt'")
      ->type_name("PATTERN");
  app.add_option("--meta-lines", reading.meta_lines,
                 "what each line of a --meta-file is: 'authors,url,section,date:%d/%m/%Y'; - is nothing")
      ->type_name("FIELDS");
  app.add_option("--split-at", reading.split_level, "cut Markdown into an article per heading of this level")
      ->transform(one_of<unsigned>({{"h1", 1}, {"h2", 2}, {"h3", 3}, {"h4", 4}, {"h5", 5}, {"h6", 6}, {"none", 0}}))
      ->default_str("none");
  app.add_option("--repair", reading.repair,
                 "mend text in a wrong encoding, raw entities in records, and words broken at line ends")
      ->transform(one_of<Switch>({{"all", Switch::On}, {"none", Switch::Off}}))
      ->default_str("all");
}

/// Guards against decompression bombs.
void unpacking(CLI::App& app, ReadingChoice& reading) {
  app.add_option("--unpack-limit", reading.unpack_bytes, "what any archive may unfold to")
      ->transform(cli::size_in_bytes())
      ->default_str("1G");
  app.add_option("--unpack-ratio", reading.unpack_ratio, "how many times its size a larger one may unfold to")
      ->transform(whole_number({1, 1'000'000}))
      ->default_str("500");
  app.add_option("--unpack-depth", reading.unpack_depth, "how deep archives in archives are read")
      ->transform(whole_number({1, 100}))
      ->default_str("8");
}

void reading(CLI::App& app, IndexOptions& o) {
  ReadingChoice& reading = o.reading;
  app.option_defaults()->group("Reading");
  app.add_option_function<std::string>(
         "--lang", [&reading](const std::string& text) { reading.language = language_code(text); },
         "language (a code or a name) of records that declare none; auto detects it")
      ->type_name("LL")
      ->default_str(kAuto);
  app.add_option_function<std::string>(
         "--format", [&reading](const std::string& name) { reading.format = name == kAuto ? "" : name; },
         "read every file as this format, whatever its name is")
      ->transform(one_of(format_choices()))
      ->default_str(kAuto);
  app.add_option_function<std::string>(
         "--map", [&reading](const std::string& text) { reading.map.push_back(cli::split_pair(text)); },
         "fill a field from this key of a record (a.b goes into objects and arrays), or from no key with `none`; "
         "repeatable")
      ->transform(cli::pair("FIELD=KEY", ", such as title=headline"));
  app.add_option_function<std::string>(
         "--set", [&reading](const std::string& text) { reading.set.push_back(cli::split_pair(text)); },
         "set a field of records that lack it, or with FIELD:=VALUE of all; repeatable")
      ->transform(cli::pair("FIELD=VALUE", ", such as source=Gazette"));
  app.add_option("--source-from", reading.source_from_folder,
                 "the source of articles that name none is the first folder below the root")
      ->transform(one_of<Switch>({{"folder", Switch::On}}));
  app.add_option_function<std::string>(
         "--root", [&reading](const std::string& folder) { reading.roots.push_back(folder); },
         "folder that ids made from paths are relative to; repeatable")
      ->type_name("DIR");
  app.add_option("--date-from", reading.date_from,
                 "where paths contain the date, such as '%Y/%m/%d' or 'report-%Y%m%d*'")
      ->type_name("PATTERN");
  documents(app, reading);
  unpacking(app, reading);
}

/// What articles are compared for.
void comparing(CLI::App& app, ReadingChoice& reading) {
  app.add_flag_callback(
      "--keep-boilerplate", [&reading] { reading.boilerplate = survey::Furniture::Kept; },
      "index what a site prints on many pages, too");
  app.add_option("--copies-window", reading.copies_window, "days that copies of an article may be apart")
      ->type_name("DAYS")
      ->transform(whole_number({0, 36'500}))
      ->default_str("7");
}

void building(CLI::App& app, IndexOptions& o) {
  app.option_defaults()->group("Writing");
  app.add_option("--memory", o.writing.memory, "memory for text that is being indexed, such as 300M")
      ->transform(cli::size_in_bytes())
      ->default_str(cli::size_text(o.writing.memory));
  app.add_option_function<std::string>(
         "--tmp", [&o](const std::string& folder) { o.writing.scratch = folder; },
         "folder for temporary files (default: in the index)")
      ->type_name("DIR");
  app.add_flag_callback(
      "--allow-shrink", [&o] { o.writing.shrinking = Shrinking::Allowed; },
      "go live even if less than 80 % of the articles would be left");
  take_one_of<OnError>(
      app.add_option("--on-error", o.on_error,
                     "what to do with a record that cannot be read; quarantine copies it into the index"),
      {{"skip", OnError::Skip}, {"fail", OnError::Fail}, {"quarantine", OnError::Quarantine}}, OnError::Skip);
  app.add_flag_callback(
      "--strict", [&o] { o.strictness = Strictness::Strict; }, "exit 1 if any record was rejected");
  dry_run(app, o);
}

}  // namespace

void build_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  reading(app, o);
  comparing(app, o.reading);
  building(app, o);
  app.add_flag_callback(
      "--resume", [&o] { o.writing.resumption = Resumption::Resumed; },
      "keep finished parts, and continue from those of a build --resume that was interrupted");
  writing(app, o);
  take_one_of<Writer>(app.add_option("--writer", o.writing.writer,
                                     "what writes the tables: this program, or Xapian (slower; same index)"),
                      {{"bulk", Writer::Bulk}, {"api", Writer::Api}}, o.writing.writer);
  console(app, o);
}

void update_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  reading(app, o);
  comparing(app, o.reading);
  building(app, o);
  app.add_flag_callback(
      "--prune", [&o] { o.vanished = Vanished::Pruned; }, "remove articles whose record or file is gone");
  writing(app, o);
  console(app, o);
}

void delete_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  app.add_option_function<std::string>(
         "--id", [&o](const std::string& id) { o.ids.push_back(id); }, "id of an article to delete; repeatable")
      ->type_name("ID");
  app.add_option("--ids", o.ids_file, "ids to delete, one per line; - is standard input")->type_name("FILE");
  app.add_option("--query", o.query, "delete the articles that nutgraf-query counts for this query")
      ->type_name("QUERY");
  app.add_option("--match", o.match, "what a query of several bare words means")
      ->type_name("any|all|phrase")
      ->check(cli::one_of_names({{"any", "any"}, {"all", "all"}, {"phrase", "phrase"}}));
  app.add_flag_callback(
      "--purge", [&o] { o.erasure = Erasure::Purged; },
      "leave no trace on disk: remove earlier generations, free blocks and words too, and keep these texts out");
  app.add_flag_callback(
      "--unblock", [&o] { o.blocking = Blocking::Lifted; },
      "delete nothing: let what was purged under these ids in again");
  dry_run(app, o);
  writing(app, o);
  console(app, o);
}

void rollback_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  app.add_option("--to", o.rollback_to, "the generation to make live; stats lists those there are")->type_name("N");
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
  take_one_of(app.add_option("-f,--format", o.stats_form, "format of the answer"), kReportForms, o.stats_form);
  console(app, o);
}

void optimize_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  writing(app, o);
  console(app, o);
}

void export_options(CLI::App& app, IndexOptions& o) {
  index(app, o);
  app.add_option("--to", o.export_file, "file to write; default: standard output")->type_name("FILE");
  console(app, o);
}

void preview_options(CLI::App& app, IndexOptions& o) {
  app.add_flag_callback(
      "--tokens", [&o] { o.preview_detail = preview::Detail::Tokens; }, "show the tokens of each passage too");
  reading(app, o);
  console(app, o);
}

}  // namespace nutgraf
