// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/build/types.h"
#include "indexer/passage/passage_document.h"
#include "indexer/passage/vocabulary.h"

namespace nutgraf::build {

/// Text that a batch contains at least, unless the input ends: some thousand passages. Part of the index's layout
/// (docids follow batches), so it depends on nothing.
inline constexpr std::size_t kBatchBytes = 2'000'000;
/// From this size an article is cut into passages before these are spread over batches, so that one article of 200 MB
/// takes no more memory than a few batches.
inline constexpr std::size_t kOversizedBytes = 2 * kBatchBytes;
/// Added to the size of each article's text, so that very short ones also fill a batch.
inline constexpr std::size_t kArticleBytes = 500;

enum class EntryState : std::uint8_t {
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
  EntryState state = EntryState::Taken;
  std::size_t item = 0;  // its index in the batch that is being filled

  std::string language;
  enum class Dated : std::uint8_t { No, Yes } dated = Dated::No;
  std::atomic<std::uint32_t> passages{0};  // none, when all is done: it has no word
  std::atomic<std::uint64_t> words{0};
};

struct Item {
  Article article;
  Entry* entry = nullptr;  // stays where it is
  // Of an exported article, or of this part of an oversized one, which then has no text: clean and cut.
  std::vector<std::string> passages;
  std::vector<std::uint32_t> pages;  // on which these begin; none where the document has no pages
  std::uint32_t first_ordinal = 0;
  enum class Group : std::uint8_t {
    Open,
    Known,  // the live index has its group of copies
  } group = Group::Open;
};

/// Consecutive articles, the unit of work.
struct Batch {
  std::size_t number = 0;
  std::uint32_t first_article = 0;  // items of all batches before it
  std::size_t bytes = 0;
  std::vector<Item> items;
};

/// What an article, or its part in this batch, adds to its entry.
struct ItemCounts {
  std::uint32_t passages = 0;
  std::uint64_t words = 0;
};

/// A batch after its analysis; `passages` are those of all its articles, in order, valid until the worker's next batch.
struct AnalysedBatch {
  std::size_t number;
  std::span<const Item> items;  // entries filled in, texts gone
  std::span<const passage::PassageDocument> passages;
  std::span<const ItemCounts> counts;  // by item
  passage::Vocabulary& words;          // of all that the worker analysed since they were taken away
  std::uint64_t shortened_terms = 0;   // in this batch
};

}  // namespace nutgraf::build
