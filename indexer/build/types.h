// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/index/contract.h"
#include "indexer/article.h"
#include "indexer/ledger/blocklist.h"
#include "indexer/ledger/ledger.h"
#include "indexer/passage/passage_document.h"
#include "indexer/passage/vocabulary.h"
#include "indexer/read/read_options.h"
#include "indexer/read/sink.h"
#include "indexer/store/build_store.h"
#include "indexer/survey/options.h"

/// What goes into the pipeline of a build or an update, and what comes out of it beside the passages.
namespace nutgraf::build {

/// What became of one article; the ledger's unit.
struct ArticleFacts {
  std::string id;
  std::string path;  // of its file
  std::string hash;  // article_hash of its record and text before cleaning: equal = unchanged
  std::uint32_t passages = 0;
  std::uint32_t batch = 0;
  IdSource id_source = IdSource::Declared;
};

/// A declaration of an id that did not make the article.
struct AbsentFacts {
  std::string id;
  std::string path;
  std::string hash;
  ledger::Absence why = ledger::Absence::Superseded;
};

struct PipelineOptions {
  unsigned threads = 2;                            // analysis workers
  std::uint64_t memory = std::uint64_t{1} << 30U;  // bytes for queues and batches together
};

/// Live counters for a progress line.
struct Progress {
  std::atomic<std::uint64_t> files{0};
  std::atomic<std::uint64_t> articles{0};
  std::atomic<std::uint64_t> passages{0};
  std::atomic<std::uint64_t> bytes{0};
};

struct PipelineResult {
  std::vector<read::FileFacts> files;  // in input order, each once
  std::vector<ArticleFacts> articles;  // in input order; without superseded ones and those without a word
  std::vector<AbsentFacts> absent;     // the other declarations, in input order
  std::vector<store::Superseded> superseded;
  std::vector<read::Reject> rejects;      // in input order; duplicate ids among them
  std::vector<read::Reject> passed_over;  // the skipped files below, and the first 100,000 in them, by path
  passage::Vocabulary vocabulary;
  Contract contract;
  std::vector<std::string> fruitless;              // INPUTs as typed that gave no article
  std::uint64_t met = 0;                           // files opened or skipped, each once
  std::map<std::string, std::uint64_t> skipped;    // kind -> files
  std::map<std::string, std::uint64_t> encodings;  // other than UTF-8 -> files
  std::uint64_t bytes = 0;                         // of the articles' texts as read
  std::uint64_t bad_dates = 0;
  std::uint64_t title_only = 0;                 // articles without a text
  std::vector<std::string> unmatched_maps;      // "text=body" of --map that no record had
  std::uint64_t repaired = 0;                   // articles with invalid UTF-8 or zero bytes
  std::map<std::string, std::uint64_t> mended;  // rule -> places
  std::uint64_t duplicate_ids = 0;              // records dropped for a later one
  std::uint64_t shortened_terms = 0;
  std::uint64_t copies = 0;       // articles that are copies of others
  std::uint64_t copy_groups = 0;  // of these and the articles that they are copies of
  std::uint64_t trimmed = 0;      // articles that boilerplate was cut from
  std::uint64_t joined = 0;       // words that a line end broke and the corpus writes in one
  std::uint64_t blocked = 0;      // records kept out because they were purged
};

struct Batch;

/// What the pipeline is given beside its sink.
struct Run {
  const read::ReadOptions& inputs;
  PipelineOptions options;
  Progress& progress;
  std::function<bool()> interrupted;  // asked between records and while workers finish; true: Failure(Interrupted)
  std::optional<survey::SurveyOptions> survey;  // absent: each article is taken by itself
  const ledger::Blocklist* blocked = nullptr;   // none: nothing is kept out
  std::function<void(Batch&)> settle = {};      // from any thread, for each batch whose pages are trimmed
};

}  // namespace nutgraf::build
