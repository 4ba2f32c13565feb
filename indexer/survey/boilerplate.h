// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/clean/clean.h"
#include "indexer/survey/articles.h"
#include "indexer/survey/record_sorter.h"
#include "indexer/survey/segments.h"

namespace nutgraf::survey {

/// The lines and sentences that recur in different stories of one site: forms, notices, links to other pages.
class Boilerplate {
 public:
  /// `segments`: sorted records of record_of(). `stories`: by article, equal for articles that tell the same story, so
  /// that a story which is printed often is none of it.
  [[nodiscard]] static Boilerplate find(const RecordSorter& segments, std::span<const SurveyedArticle> articles,
                                        std::span<const std::uint32_t> stories);
  /// A segment of an article of a site, for find().
  [[nodiscard]] static Record record_of(std::uint64_t site, std::uint32_t article, const Segment& segment);

  /// What another found, by its keys().
  [[nodiscard]] static Boilerplate of(std::span<const std::uint64_t> keys);
  /// Ascending.
  [[nodiscard]] std::vector<std::uint64_t> keys() const;

  [[nodiscard]] bool is_in(std::uint32_t article) const { return article < articles_.size() && articles_[article]; }

  /// Takes what is boilerplate on a site out of a text and gives it back as it stood. Short sentences that stand alone
  /// in a story stay, and so does a text that would be left without a word.
  std::vector<clean::Cut> cut(std::uint64_t site, std::string& text) const;

 private:
  std::unordered_set<std::uint64_t> keys_;  // of site and segment
  std::vector<bool> articles_;              // by number: it has a segment of these
};

}  // namespace nutgraf::survey
