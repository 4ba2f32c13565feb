// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/frozen_stage.h"

#include <utility>

#include "core/index/layout.h"
#include "core/schema/day.h"
#include "indexer/build/broken_words.h"
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
    item.article.broken_words.clear();  // decided
    if (frozen_) {
      settle(item);
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

void FrozenStage::settle(Item& item) {
  Article& article = item.article;
  if (!reading_.keep_boilerplate) {
    for (clean::Cut& cut : frozen_->boilerplate().cut(survey::site_of(article.record), article.text)) {
      article.record.cuts.emplace_back(std::move(cut.rule), std::move(cut.text));
    }
  }
  if (stands_for_others(article.record.id)) {
    item.group = Item::Group::Known;  // also when it has changed
    return;
  }
  std::string original = original_of(article);
  if (!original.empty()) {
    const std::lock_guard lock(mutex_);
    ++copies_;
    joined_.insert(original);
    article.record.copy_of = std::move(original);
    item.group = Item::Group::Known;
  }
}

bool FrozenStage::stands_for_others(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  return indexed_.has_copies(id);
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
  result.copies += copies_;
  result.copy_groups += joined_.size();
  result.joined = rejoined_;
}

}  // namespace nutgraf::build
