// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/build/pipeline.h"

namespace nutgraf::build {

/// Text that a batch holds at least, unless the input ends: some thousand passages. Part of the index's layout (docids
/// follow batches), so it depends on nothing.
inline constexpr std::size_t kBatchBytes = 2'000'000;
/// Text of an article that is cut into passages before it is parted into batches, so that one article of 200 MB takes
/// no more memory than many of its parts.
inline constexpr std::size_t kGiantBytes = 2 * kBatchBytes;
/// Added to the size of each article's text, so that very short ones also fill a batch.
inline constexpr std::size_t kArticleBytes = 500;

enum class Fate : std::uint8_t {
  Taken,
  Unchanged,   // as the live index has it; not analysed
  Superseded,  // a later record declared the same id
};

/// An article of the run, from its reading to the result. The reading thread owns it, but for `language` and what is
/// below it: they are the workers' that analyse the article.
struct Entry {
  ArticleFacts facts;            // number of passages: see below, until all is done
  std::uint32_t last_batch = 0;  // facts.batch is the first
  std::string member;            // of the file
  std::uint64_t offset = 0;
  Fate fate = Fate::Taken;
  std::size_t item = 0;  // its place in the batch that is being filled

  std::string language;
  enum class Dated : std::uint8_t { No, Yes } dated = Dated::No;
  std::atomic<std::uint32_t> passages{0};  // none, when all is done: it has no word
  std::atomic<std::uint64_t> words{0};
};

struct Item {
  Article article;
  Entry* entry = nullptr;  // stays where it is
  // A part of a giant: clean, cut, without text.
  std::vector<std::string> passages;
  std::uint32_t first_ordinal = 0;
};

/// Consecutive articles, the unit of work.
struct Batch {
  std::size_t number = 0;
  std::size_t bytes = 0;
  std::vector<Item> items;
};

}  // namespace nutgraf::build
