// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/survey.h"

#include <algorithm>

#include "core/schema/day.h"
#include "indexer/passage/article_terms.h"
#include "indexer/survey/candidates.h"
#include "indexer/survey/frozen.h"
#include "indexer/survey/shingles.h"

namespace nutgraf::survey {
namespace {

constexpr double kSameStory = 0.5;  // an estimate

/// A story is told by articles that seem to be copies: they are counted once where boilerplate is looked for.
std::vector<std::uint32_t> stories_of(std::span<const Candidate> candidates, std::size_t count) {
  DisjointSets sets(count);
  for (const Candidate& candidate : candidates) {
    if (candidate.contained >= kSameStory) {
      sets.unite(candidate.a, candidate.b);
    }
  }
  std::vector<std::uint32_t> stories(count);
  for (std::uint32_t article = 0; article < count; ++article) {
    stories[article] = sets.find(article);
  }
  return stories;
}

}  // namespace

void Observations::clear() {
  articles_.clear();
  samples_.clear();
  segments_.clear();
}

void Observations::add(std::uint32_t number, const ArticleRecord& record, const Text& text) {
  if (articles_.empty()) {
    first_ = number;
  }
  SurveyedArticle& article = articles_.emplace_back();
  hash_words(text.text, words_);
  if (words_.empty()) {
    return;
  }
  article.state = SurveyedArticle::State::Live;
  article.site = site_of(record);
  if (const auto days = passage::days_of(record)) {
    article.day = static_cast<std::int32_t>(schema::days_since_1970(days->first));
  }
  const std::vector<std::uint64_t> samples = samples_of(words_);
  article.samples = static_cast<std::uint32_t>(samples.size());
  for (const std::uint64_t sample : samples) {
    samples_.push_back(sample_record(sample, number, SampleKind::Part));
  }
  samples_.push_back(sample_record(hash_of(words_), number, SampleKind::Whole));
  if (article.site != 0 && text.boilerplate == Furniture::Cut) {
    find_segments(text.text, words_, found_);
    for (const Segment& segment : found_) {
      segments_.push_back(Boilerplate::record_of(article.site, number, segment));
    }
  }
}

Survey::Survey(const SurveyOptions& options)
    : options_(options),
      samples_(options.scratch / "samples", options.memory / 3),
      segments_(options.scratch / "segments", options.memory / 3) {}

void Survey::add(const Observations& observations) {
  samples_.add(observations.samples_);
  segments_.add(observations.segments_);
  const std::lock_guard lock(mutex_);
  const std::size_t end = observations.first_ + observations.articles_.size();
  articles_.resize(std::max(articles_.size(), end));
  std::ranges::copy(observations.articles_, articles_.begin() + observations.first_);
}

Findings Survey::find(const Texts& texts) {
  for (std::uint32_t article = 0; article < articles_.size(); ++article) {
    if (!texts.is_live(article)) {
      articles_[article].state = SurveyedArticle::State::Ignored;
    }
  }
  samples_.sort();
  const auto [candidates, recurring] = find_candidates(
      samples_, articles_, {options_.window, options_.scratch / "pairs", options_.memory / 3, options_.recurring});
  Findings findings;
  if (options_.boilerplate == Furniture::Cut) {
    segments_.sort();
    findings.boilerplate = Boilerplate::find(segments_, articles_, stories_of(candidates, articles_.size()));
  }
  if (!options_.frozen.empty()) {
    write_frozen(options_.frozen, {articles_, texts.id_of, samples_, recurring, findings.boilerplate});
  }
  std::vector<WordHash> words;
  findings.originals = group_copies(candidates, articles_, options_.window, [&](std::uint32_t article) {
    std::string text = texts.text_of(article);
    if (findings.boilerplate.is_in(article)) {
      findings.boilerplate.cut(articles_[article].site, text);
    }
    hash_words(text, words);
    return shingles_of(words);
  });
  return findings;
}

}  // namespace nutgraf::survey
