// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/survey_stage.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/base/worker_pool.h"
#include "indexer/build/broken_words.h"

namespace nutgraf::build {

namespace {

constexpr std::uint64_t kBrokenWordsShare = 4;  // of the survey's memory, beside its own

const std::filesystem::path& made(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace

SurveyStage::SurveyStage(const survey::SurveyOptions& options, unsigned threads)
    : boilerplate_(options.boilerplate),
      scratch_(made(options.scratch)),
      spool_(scratch_ / "articles"),
      survey_(options),
      broken_words_(options.memory / kBrokenWordsShare),
      threads_(threads) {}

SurveyStage::~SurveyStage() {
  std::error_code ignored;  // others may use the folder
  std::filesystem::remove(scratch_, ignored);
}

void SurveyStage::look(const Batch& batch) {
  thread_local survey::Observations observations;
  observations.clear();
  std::uint32_t number = batch.first_article;
  for (const Item& item : batch.items) {
    const bool is_open = item.group == Item::Group::Open;
    observations.add(number++, item.article.record, {is_open ? std::string_view(item.article.text) : "", boilerplate_});
    if (item.first_ordinal == 0) {  // other parts of an article have the same
      broken_words_.add(item.article.broken_words);
    }
  }
  survey_.add(observations);
  spool_.append(batch);
}

// Looking for copies and counting how broken words are written need nothing of one another.
void SurveyStage::settle() {
  std::atomic<std::size_t> next{broken_words_.close() ? 0 : spool_.batches()};
  std::atomic<bool> stopped{false};
  const auto work = [&](std::size_t worker) {
    if (worker == 0) {
      find();
    }
    for (std::size_t number = next++; number < spool_.batches() && !stopped; number = next++) {
      spool_.each_text(number, [this](const Entry& entry, std::string_view text) {
        if (entry.state != EntryState::Superseded) {
          broken_words_.count(text);
        }
      });
    }
  };
  WorkerPool(std::max(threads_, 1U), work, [&stopped] { stopped = true; }).join();
}

void SurveyStage::find() {
  findings_ =
      survey_.find({[this](std::uint32_t article) { return spool_.entry(article).state != EntryState::Superseded; },
                    [this](std::uint32_t article) { return spool_.text(article); },
                    [this](std::uint32_t article) { return spool_.entry(article).facts.id; }});
}

std::optional<Batch> SurveyStage::next() {
  const std::size_t number = next_++;
  if (number >= spool_.batches()) {
    return std::nullopt;
  }
  Batch batch = spool_.read(number);
  apply(batch);
  return batch;
}

void SurveyStage::count(PipelineResult& result) const {
  std::unordered_set<std::uint32_t> groups;
  for (std::uint32_t article = 0; article < findings_.originals.size(); ++article) {
    if (findings_.originals[article] != article) {
      ++result.copies;
      groups.insert(findings_.originals[article]);
    }
  }
  result.copy_groups = groups.size();
  result.trimmed = trimmed_;
  result.joined += joined_;
}

void SurveyStage::apply(Batch& batch) {
  std::uint32_t number = batch.first_article;
  for (Item& item : batch.items) {
    Article& article = item.article;
    const std::uint32_t original = findings_.originals[number];
    if (original != number) {
      article.record.copy_of = spool_.entry(original).facts.id;
    }
    if (item.passages.empty() && findings_.boilerplate.is_in(number)) {
      std::vector<clean::Cut> cuts = findings_.boilerplate.cut(survey::site_of(article.record), article.text);
      for (clean::Cut& cut : cuts) {
        article.record.cuts.emplace_back(std::move(cut.rule), std::move(cut.text));
      }
    }
    joined_ += join_broken_words(item, [this](const std::string& word) { return broken_words_.is_one_word(word); });
    trimmed_ += article.record.cuts.empty() ? 0U : 1U;
    ++number;
  }
}

}  // namespace nutgraf::build
