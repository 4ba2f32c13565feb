// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/frozen_stage.h"

#include <utility>

#include "core/index/layout.h"
#include "core/schema/day.h"
#include "indexer/build/broken_words.h"
#include "indexer/build/prepare.h"
#include "indexer/clean/line_end_hyphens.h"
#include "indexer/passage/article_terms.h"
#include "indexer/survey/broken_words.h"

namespace nutgraf::build {
namespace {

std::optional<std::int32_t> day_of(const ArticleRecord& record) {
  const auto days = passage::days_of(record);
  return days ? std::optional(static_cast<std::int32_t>(schema::days_since_1970(days->first))) : std::nullopt;
}

}  // namespace

FrozenStage::FrozenStage(const std::filesystem::path& generation, const read::ReadOptions& reading)
    : frozen_(survey::Frozen::open(generation / survey::kFrozenFile)),
      reading_(reading),
      indexed_(generation / layout::kPassages),
      words_(generation / layout::kPassages) {}

void FrozenStage::settle(Batch& batch) {
  for (Item& item : batch.items) {
    const std::uint64_t joined = join_broken_words(item, [this](const std::string& word) { return is_one_word(word); });
    if (frozen_) {
      settle(item.article);
    }
    const std::lock_guard lock(mutex_);
    rejoined_ += joined;
  }
}

bool FrozenStage::is_one_word(const std::string& word) {
  const auto [head, tail] = clean::parts_of(word);
  const std::lock_guard lock(mutex_);
  const auto [known, is_new] = one_words_.try_emplace(word, false);
  if (is_new) {
    const std::uint64_t joined = words_.count(std::string(head).append(tail));
    known->second = joined > 0 && survey::is_one_word({joined, words_.count_hyphened(head, tail)});
  }
  return known->second;
}

void FrozenStage::settle(Article& article) {
  trim_page(article, reading_);
  std::vector<clean::Cut> cuts;
  if (!reading_.keep_boilerplate) {
    cuts = frozen_->boilerplate().cut(survey::site_of(article.record), article.text);
  }
  std::string original = original_of(article);
  const std::lock_guard lock(mutex_);
  for (clean::Cut& cut : cuts) {
    article.record.cuts.emplace_back(std::move(cut.rule), std::move(cut.text));
  }
  trimmed_ += article.record.cuts.empty() ? 0U : 1U;
  if (!original.empty()) {
    ++copies_;
    joined_.insert(original);
    article.record.copy_of = std::move(original);
  }
}

/// Empty: it is a copy of none.
std::string FrozenStage::original_of(const Article& article) {
  thread_local std::vector<survey::WordHash> words;
  survey::hash_words(article.text, words);
  if (words.empty()) {
    return {};
  }
  const std::vector<std::string> candidates =
      frozen_->candidates({words, day_of(article.record)}, reading_.copies_window);
  if (candidates.empty()) {
    return {};
  }
  const survey::Shingles shingles = survey::shingles_of(words);
  const std::string& id = article.record.id;
  const std::lock_guard lock(mutex_);
  if (indexed_.has_copies(id)) {
    return {};  // an article that changed still stands for its group
  }
  std::string best;
  double most = 0;
  for (const std::string& candidate : candidates) {
    const std::optional<Found> found = candidate == id ? std::nullopt : find(candidate);
    if (found && found->original != id && survey::are_copies(shingles, found->shingles)) {
      const double contained = survey::contained(shingles, found->shingles);
      if (contained > most) {
        most = contained;
        best = found->original;
      }
    }
  }
  return best;
}

std::optional<FrozenStage::Found> FrozenStage::find(const std::string& id) const {
  std::optional<store::IndexedArticle> article = indexed_.find(id);
  if (!article) {
    return std::nullopt;
  }
  std::string original = article->copy_of.empty() ? id : article->copy_of;
  if (original != id) {
    if (std::optional<store::IndexedArticle> first = indexed_.find(original)) {
      article = std::move(first);  // members are close to the one that stands for them
    }
  }
  std::vector<survey::WordHash> words;
  survey::hash_words(article->text, words);
  return Found{std::move(original), survey::shingles_of(words)};
}

void FrozenStage::count(PipelineResult& result) const {
  result.copies = copies_;
  result.copy_groups = joined_.size();
  result.trimmed = trimmed_;
  result.joined = rejoined_;
}

}  // namespace nutgraf::build
