// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/record.h"
#include "core/text/analyzer.h"
#include "indexer/passage/passage_document.h"
#include "indexer/passage/vocabulary.h"

namespace nutgraf::passage {

/// Passage documents that are made again and again in the same memory; `used` are those of the current batch.
class DocumentBuffer {
 public:
  [[nodiscard]] PassageDocument& next();
  [[nodiscard]] std::span<const PassageDocument> used() const { return std::span(documents_).first(used_); }
  void clear() { used_ = 0; }
  /// Forgets those made after the first `count`.
  void shrink_to(std::size_t count) { used_ = count; }

 private:
  std::vector<PassageDocument> documents_;
  std::size_t used_ = 0;
};

/// An article ready to be indexed; all views must outlive the call.
struct ArticlePassages {
  const ArticleRecord& record;                // language set
  std::string_view folder;                    // "a/b": the folders above the article, below its root
  std::span<const std::string> texts;         // of the passages, as cut_passages() gives them
  std::uint32_t first_ordinal = 0;            // of the first of `texts`
  std::span<const std::uint32_t> pages = {};  // on which these begin; empty: the document has none
};

/// Makes the documents of an article's passages: the terms, positions and values that docs/index-layout.md lists. One a
/// thread; the analyzer must outlive it.
class PassageDocumentBuilder {
 public:
  explicit PassageDocumentBuilder(const Analyzer& analyzer);
  ~PassageDocumentBuilder();
  PassageDocumentBuilder(const PassageDocumentBuilder&) = delete;
  PassageDocumentBuilder& operator=(const PassageDocumentBuilder&) = delete;
  PassageDocumentBuilder(PassageDocumentBuilder&&) = delete;
  PassageDocumentBuilder& operator=(PassageDocumentBuilder&&) = delete;

  /// Appends one document a passage to `documents` and its words to `vocabulary`; the number of words of all of them.
  std::uint64_t add(const ArticlePassages& article, DocumentBuffer& documents, Vocabulary& vocabulary);

  /// Terms that had to be shortened so far.
  [[nodiscard]] std::uint64_t shortened_terms() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf::passage
