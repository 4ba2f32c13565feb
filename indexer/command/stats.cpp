// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <utility>

#include "core/base/file_reader.h"
#include "core/base/json_text.h"
#include "core/index/layout.h"
#include "core/index/open.h"
#include "core/text/display_width.h"
#include "indexer/command/commands.h"
#include "indexer/command/live_index.h"
#include "indexer/ledger/reading_json.h"
#include "indexer/ledger/rejects.h"
#include "indexer/read/walk.h"
#include "indexer/report.h"
#include "indexer/store/files.h"
#include "indexer/store/statistics.h"

namespace nutgraf::command {
namespace {

/// A finished generation; without what its manifest says where that cannot be read.
struct GenerationFacts {
  std::string name;
  std::optional<ledger::Manifest> manifest;
  std::uint64_t bytes = 0;
};

struct Facts {
  ledger::Manifest manifest;
  Contract contract;
  store::Statistics statistics;
  std::vector<GenerationFacts> generations;  // oldest first
  std::string live;                          // name of the live one
};

std::vector<GenerationFacts> generations_of(const std::filesystem::path& index) {
  std::vector<GenerationFacts> generations;
  for (const std::string& name : layout::finished_generations(index)) {
    const std::filesystem::path folder = layout::generation_folder(index, name);
    GenerationFacts& facts = generations.emplace_back(GenerationFacts{name, std::nullopt, 0});
    try {
      ledger::Manifest manifest = ledger::read_manifest(folder);
      facts.bytes = store::bytes_in(folder);
      facts.manifest = std::move(manifest);
    } catch (const ReadFailure& failure) {
      if (failure.error() != ENOENT) {
        throw;
      }
    } catch (const Failure& failure) {
      if (failure.code() != ExitCode::Missing) {  // else it is damaged
        throw;
      }
    }
  }
  return generations;
}

Facts facts_of(const std::filesystem::path& index, const LiveIndex& live) {
  constexpr std::size_t kMostSources = 1'000'000;
  const OpenIndex open = open_index(index);
  return {ledger::read_manifest(live.folder), open.contract, store::statistics(open, kMostSources),
          generations_of(index), live.generation};
}

nlohmann::ordered_json generations_json(const Facts& facts) {
  auto rows = nlohmann::ordered_json::array();
  for (const GenerationFacts& generation : facts.generations) {
    nlohmann::ordered_json row = {{"generation", generation.name}, {"live", generation.name == facts.live}};
    for (const char* key : {"command", "built_at", "articles", "bytes"}) {
      row[key] = nullptr;
    }
    if (generation.manifest) {
      row["command"] = generation.manifest->command;
      row["built_at"] = generation.manifest->built_at;
      row["articles"] = generation.manifest->contract.articles;
      row["bytes"] = generation.bytes;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> inputs_of(const Facts& facts) {
  std::vector<std::string> inputs;
  for (const std::string& input : facts.manifest.reading.inputs) {
    inputs.push_back(read::absolute_path(input).string());
  }
  return inputs;
}

nlohmann::ordered_json tables_json(const Facts& facts) {
  auto tables = nlohmann::ordered_json::object();
  for (const auto& [name, bytes] : facts.statistics.bytes) {
    tables[name] = bytes;
  }
  return tables;
}

std::string as_json(const Facts& facts) {
  const Contract& contract = facts.contract;
  auto languages = nlohmann::ordered_json::object();
  for (const LanguageCount& count : contract.languages) {
    languages[count.language] = count.articles;
  }
  auto sources = nlohmann::ordered_json::object();
  for (const store::SourceCount& count : facts.statistics.sources) {
    sources[count.source] = count.articles;
  }
  return json_text<nlohmann::ordered_json>({{"generation", facts.manifest.generation},
                                            {"built_at", facts.manifest.built_at},
                                            {"articles", contract.articles},
                                            {"passages", contract.passages},
                                            {"undated", contract.undated},
                                            {"rejected", facts.manifest.rejected},
                                            {"bytes", facts.statistics.total_bytes},
                                            {"languages", languages},
                                            {"sources", sources},
                                            {"analyzer", contract.analyzer},
                                            {"icu", contract.icu},
                                            {"unicode", contract.unicode},
                                            {"stemmer", contract.stemmer},
                                            {"generations", generations_json(facts)},
                                            {"words", contract.tokens},
                                            {"files", facts.manifest.files},
                                            {"inputs", inputs_of(facts)},
                                            {"tables", tables_json(facts)}}) +
         "\n";
}

class Table {
 public:
  void row(const std::string& name, const std::string& value) { text_ += fmt::format("{:<11}  {}\n", name, value); }
  void row(const std::string& name, std::uint64_t value) { row(name, fmt::format("{}", fmt::group_digits(value))); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string as_text(const GenerationFacts& generation) {
  if (!generation.manifest) {
    return fmt::format("{} (damaged)", generation.name);
  }
  return fmt::format("{} ({} {}), {} articles, {} bytes", generation.name, generation.manifest->command,
                     generation.manifest->built_at, fmt::group_digits(generation.manifest->contract.articles),
                     fmt::group_digits(generation.bytes));
}

std::string as_text(const Facts& facts) {
  constexpr std::size_t kSourcesShown = 20;
  const Contract& contract = facts.contract;
  Table table;
  table.row("generation",
            fmt::format("{} ({} {})", facts.manifest.generation, facts.manifest.command, facts.manifest.built_at));
  table.row("articles", contract.articles);
  table.row("passages", contract.passages);
  table.row("words", contract.tokens);
  table.row("undated", contract.undated);
  table.row("rejected", facts.manifest.rejected);
  table.row("files", facts.manifest.files);
  table.row("bytes", facts.statistics.total_bytes);
  for (const LanguageCount& count : contract.languages) {
    table.row("language", fmt::format("{} {}", count.language, fmt::group_digits(count.articles)));
  }
  const std::vector<store::SourceCount>& sources = facts.statistics.sources;
  for (const store::SourceCount& count : std::span(sources).first(std::min(kSourcesShown, sources.size()))) {
    table.row("source",
              fmt::format("{} {}", count.source.empty() ? "(none)" : count.source, fmt::group_digits(count.articles)));
  }
  if (sources.size() > kSourcesShown) {
    table.row("", fmt::format("and {} more sources: -f json", fmt::group_digits(sources.size() - kSourcesShown)));
  }
  for (const std::string& input : inputs_of(facts)) {
    table.row("input", input);
  }
  table.row("analyzer", contract.analyzer);
  table.row("ICU", fmt::format("{}, Unicode {}", contract.icu, contract.unicode));
  table.row("stemmer", contract.stemmer);
  for (const GenerationFacts& generation : facts.generations) {
    if (generation.name != facts.live) {
      table.row("rollback to", as_text(generation));
    }
  }
  return table.text();
}

std::string rejects_as_text(const std::vector<read::Reject>& rejects) {
  std::string text;
  for (const read::Reject& reject : rejects) {
    text += ledger::to_line(reject) + "\n";
  }
  return text;
}

}  // namespace

ExitCode stats(const IndexOptions& options, const Console& console) {
  const LiveIndex live = live_index(options.index);
  const bool json = options.stats_form == ReportForm::Json || options.report == ReportForm::Json;
  if (options.stats_view == StatsView::Rejects) {
    const std::vector<read::Reject> rejects = ledger::read_rejects(live.folder);
    console.print(json ? ledger::to_json_lines(rejects) : without_controls(rejects_as_text(rejects)), console.paging());
    return ExitCode::Done;
  }
  const Facts facts = facts_of(options.index, live);
  console.print(json ? as_json(facts) : without_controls(as_text(facts)));
  return ExitCode::Done;
}

}  // namespace nutgraf::command
