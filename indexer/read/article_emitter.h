// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/read/dates/date_pattern.h"
#include "indexer/read/document.h"
#include "indexer/read/keys.h"
#include "indexer/read/read_options.h"
#include "indexer/read/sink.h"

namespace nutgraf::read {

/// The last step of reading: what options and paths say is added to an article, then the sink takes it.
class ArticleEmitter {
 public:
  /// `path_of_id` finds the first file with a derived id, for the message when a second file has it too.
  ArticleEmitter(const ReadOptions& options, Sink& sink, std::function<std::string(const std::string& id)> path_of_id);

  /// An article without an id gets that of its document and, where `part` is not 0, ":part" after it. Throws
  /// Failure(Usage) where another file has the same derived id.
  void emit(Article&& article, const Document& document, std::uint64_t part);
  void reject(const Document& document, std::uint64_t line, std::uint64_t byte, const std::string& reason);
  void skip(const Document& document, Skip kind);
  void note(const Document& document, Note kind, const std::string& detail);
  /// A record was read; `found` are the entries of --map that had a value in it.
  void record_read(std::span<const std::size_t> found);
  /// All inputs were read: notes which entries of --map never had a value.
  void finish();

  [[nodiscard]] bool stopped() const { return sink_.stopped(); }
  [[nodiscard]] bool wants_omissions() const { return sink_.wants_omissions(); }
  [[nodiscard]] const KeyPlan& keys() const { return keys_; }
  [[nodiscard]] const ReadOptions& options() const { return options_; }

 private:
  void derive_id(Article& article, const Document& document, std::uint64_t part);
  void complete_date(ArticleRecord& record, const Document& document) const;
  void apply_set(ArticleRecord& record) const;

  const ReadOptions& options_;
  Sink& sink_;
  KeyPlan keys_;
  std::optional<dates::DatePattern> date_pattern_;
  std::function<std::string(const std::string& id)> path_of_id_;
  std::unordered_set<std::uint64_t> files_with_ids_;  // hashes of file_id
  std::string last_path_;                             // of the file that gave the last derived id
  std::uint64_t records_ = 0;
  std::vector<bool> found_;  // by entry of --map
};

}  // namespace nutgraf::read
