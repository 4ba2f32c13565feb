// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/document_numbers.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/scratch_file.h"
#include "indexer/bulk/term_list.h"
#include "indexer/bulk/value_columns.h"
#include "indexer/store/build_store.h"

namespace nutgraf::bulk {

/// What all batches left in the scratch files: (add)* number_documents, then they are read as one.
class Runs {
 public:
  /// `memory`: bytes for all buffers that runs are read through.
  Runs(const std::filesystem::path& scratch, std::uint64_t memory);

  struct Batch {
    std::string_view postings;   // as Inverter writes them
    std::string_view positions;  // likewise
    const ValueColumns& columns;
    std::uint32_t count = 0;  // of documents
  };
  /// Each number once, in any order and from any thread. Throws Failure(Failed): disk full, ...
  void add(std::size_t number, const Batch& batch);

  /// Gives docids in the order of the batches; documents of superseded articles get none. Throws Failure(Failed) where
  /// there are more than a database contains.
  void number_documents(std::span<const store::Superseded> superseded);
  [[nodiscard]] const std::vector<DocumentNumbers>& numbers() const { return numbers_; }

  [[nodiscard]] TermMerge postings() const { return merge(postings_, &Run::postings); }
  [[nodiscard]] TermMerge positions() const { return merge(positions_, &Run::positions); }
  /// visit(docid, length) for each document, ascending.
  template <typename Visit>
  void each_length(Visit visit) const {
    each_document([](const ValueSections& columns) { return columns.lengths; },
                  [&](std::uint32_t docid, SectionReader& column) {
                    DocumentLength length;
                    length.length = static_cast<std::uint32_t>(column.number());
                    length.highest_wdf = static_cast<std::uint32_t>(column.number());
                    if (docid != 0) {
                      visit(docid, length);
                    }
                  });
  }
  /// visit(docid, value) for each document, ascending; values that are not set are empty.
  template <typename Visit>
  void each_value(std::uint32_t slot, Visit visit) const {
    each_document([slot](const ValueSections& columns) { return columns.values[slot]; },
                  [&](std::uint32_t docid, SectionReader& column) {
                    const std::string_view value = column.counted_bytes();
                    if (docid != 0) {
                      visit(docid, value);
                    }
                  });
  }

 private:
  struct Run {
    Section postings;
    Section positions;
    ValueSections columns;
    std::uint32_t count = 0;  // of documents
  };
  [[nodiscard]] std::size_t buffer_size() const;
  [[nodiscard]] TermMerge merge(const ScratchFile& file, Section Run::*section) const;
  [[nodiscard]] std::vector<std::uint32_t> places_of(std::size_t batch,
                                                     const std::set<std::string>& article_keys) const;
  /// visit(docid, reader of the column, which is before the document's part of it); docid 0 = left out.
  template <typename SectionOf, typename Visit>
  void each_document(SectionOf section_of, Visit visit) const {
    for (std::size_t batch = 0; batch < runs_.size(); ++batch) {
      SectionReader column(columns_, section_of(runs_[batch].columns), kColumnBuffer);
      DocumentNumbers::Cursor cursor(numbers_[batch]);
      for (std::uint32_t place = 0; place < runs_[batch].count; ++place) {
        visit(cursor.docid(place), column);
      }
    }
  }

  static constexpr std::size_t kColumnBuffer = std::size_t{256} << 10U;

  ScratchFile postings_;
  ScratchFile positions_;
  ScratchFile columns_;
  std::uint64_t memory_;
  std::mutex mutex_;  // guards runs_ until all are there
  std::vector<Run> runs_;
  std::vector<DocumentNumbers> numbers_;  // of each run
};

}  // namespace nutgraf::bulk
