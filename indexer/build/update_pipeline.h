// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "indexer/build/pipeline.h"

namespace nutgraf::build {

enum class ArticleDecision : std::uint8_t {
  Take,
  Unchanged,
  Ignored,  // as if it had not been read
};

/// What an update makes of the articles that the pipeline finds: the seam between reading and the live index.
class UpdateSteps {
 public:
  virtual ~UpdateSteps() = default;
  /// On the calling thread, before a file is opened. Unchanged passes it over: none of its articles is seen.
  virtual read::FileDecision begin_file(const read::FileFacts& file) = 0;
  /// On the calling thread, in input order, with everything of the facts but the number of passages. An Unchanged
  /// article is not analysed, unless an earlier record of this run with the same id was taken: then this one is taken
  /// too, since the last record wins.
  virtual ArticleDecision decide(const ArticleFacts& article) = 0;
  /// For every article taken, in input order, one call at a time, but on any thread: drop what the index holds of this
  /// id and add `passages`. They are valid during the call. None at all: the article no longer has a word, so it is
  /// only to be dropped.
  virtual void apply(const ArticleFacts& article, std::span<const PassageDocument> passages) = 0;
};

/// Reads all inputs like run_build, but hands the passages of new and changed articles to `steps`. The result lists
/// every article that was read, taken or unchanged (whose number of passages is 0, see the ledger); its vocabulary and
/// counts are those of the articles taken.
[[nodiscard]] PipelineResult run_update(const Run& run, UpdateSteps& steps);

}  // namespace nutgraf::build
