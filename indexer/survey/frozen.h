// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/glass/file_view.h"
#include "indexer/survey/articles.h"
#include "indexer/survey/boilerplate.h"
#include "indexer/survey/record_sorter.h"
#include "indexer/survey/word_hashes.h"

namespace nutgraf::survey {

/// Name of the file in a generation.
inline constexpr std::string_view kFrozenFile = "survey.bin";

/// What a build found, for write_frozen().
struct Finds {
  std::span<const SurveyedArticle> articles;
  std::function<std::string(std::uint32_t article)> id_of;
  const RecordSorter& samples;               // sorted records of sample_record()
  std::span<const std::uint64_t> recurring;  // samples, ascending
  const Boilerplate& boilerplate;
};

/// Keeps what a build found for the updates of its index. Throws Failure(Failed): disk full, ...
void write_frozen(const std::filesystem::path& file, const Finds& finds);

/// What the build of an index found: updates treat new articles by it and do not change it. Read where it lies; any
/// thread.
class Frozen {
 public:
  /// Nothing where there is no such file: earlier programs wrote none. Throws Failure(Missing) where it is damaged.
  [[nodiscard]] static std::optional<Frozen> open(const std::filesystem::path& file);

  [[nodiscard]] const Boilerplate& boilerplate() const { return boilerplate_; }
  /// Samples of phrases that come back week after week, ascending.
  [[nodiscard]] std::span<const std::uint64_t> recurring() const { return recurring_; }

  struct Text {
    const std::vector<WordHash>& words;
    std::optional<std::int32_t> day;  // since 1970
  };
  /// Ids of the build's articles that a text may be a copy of, the likeliest first; at most a few. `window` in days.
  [[nodiscard]] std::vector<std::string> candidates(const Text& text, std::uint32_t window) const;

  /// Writes all but what is known of these articles, also over the file that this was read from. Throws
  /// Failure(Failed): disk full, ...
  void write_without(const std::filesystem::path& file, const std::unordered_set<std::string>& ids) const;

 private:
  struct StoredArticle {
    std::uint64_t id_end = 0;  // in the ids; each begins where the one before ends
    std::int32_t day = 0;
    std::uint32_t samples = 0;
  };
  struct StoredSample {
    std::uint32_t key = 0;  // upper half of the sample
    std::uint32_t article = 0;
  };
  friend void write_frozen(const std::filesystem::path& file, const Finds& finds);

  struct Overlap {
    double contained = 0;  // estimated share of the one's samples that the other has
    std::uint32_t article = 0;
  };
  /// The articles that share enough of the samples of a text.
  [[nodiscard]] std::vector<Overlap> overlaps(std::vector<std::uint64_t> samples) const;

  [[nodiscard]] std::string id_of(std::uint32_t article) const;
  /// The articles that have a sample.
  [[nodiscard]] std::span<const StoredSample> holders(std::uint64_t sample) const;

  glass::FileView file_;
  std::span<const std::uint64_t> recurring_;
  std::span<const StoredArticle> articles_;
  std::span<const StoredSample> samples_;
  std::string_view ids_;
  Boilerplate boilerplate_;
};

}  // namespace nutgraf::survey
