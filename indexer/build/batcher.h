// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/build/batch.h"
#include "indexer/build/batch_queue.h"
#include "indexer/build/batch_sink.h"
#include "indexer/read/sink.h"

namespace nutgraf::build {

/// The reading thread's end of the pipeline: settles duplicate ids, cuts batches, keeps the books.
class Batcher : public read::Sink {
 public:
  struct Ends {
    BatchSink& sink;
    BatchQueue& queue;
    const Run& run;
  };
  explicit Batcher(const Ends& ends) : ends_(ends) {}

  void begin_input(const std::string& typed) override;
  read::FileDecision begin_file(const read::FileFacts& file) override;
  void article(Article&& article) override;
  void reject(read::Reject&& reject) override;
  void skip(const std::string& path, read::Skip kind) override;
  void note(const Origin& origin, read::Note kind, const std::string& detail) override;
  void end_file(const read::FileFacts& file) override;
  [[nodiscard]] bool stopped() const override;

  /// The last batch.
  void finish();
  /// What the workers left in the entries and what this thread saw; call when all workers are done.
  [[nodiscard]] PipelineResult result() &&;

 private:
  /// A reject and the number of articles met before it, for input order.
  struct PlacedReject {
    std::size_t before = 0;
    read::Reject reject;
  };

  [[nodiscard]] Entry* latest_entry(const std::string& id);
  [[nodiscard]] Entry& enter(const Article& article, ArticleFacts&& facts);
  void supersede(Entry& earlier, const Entry& later);
  void drop_from_batch(const Entry& entry);
  void sweep_batch();
  void take(Article&& article, Entry& entry, std::vector<std::string>&& passages);
  void take_exported(Article&& article, Entry& entry);
  void take_oversized(Article&& article, Entry& entry);
  void push_batch();
  void end_input();

  Ends ends_;
  Batch batch_;
  std::size_t dropped_ = 0;  // items of it that are empty
  std::deque<Entry> entries_;
  std::unordered_map<std::string_view, Entry*> by_id_;  // the latest; entries_ owns the keys
  std::unordered_set<std::string> files_;
  std::string reading_;                   // the file begun last
  std::uint64_t passed_over_within_ = 0;  // members and records
  enum class Gave : std::uint8_t { Nothing, Something } input_gave_ = Gave::Nothing;
  enum class FileGave : std::uint8_t {
    Nothing,
    Blocked,
    Article
  } file_gave_ = FileGave::Nothing;  // the one begun last
  std::optional<std::string> input_;
  std::vector<PlacedReject> rejects_;
  PipelineResult result_;
};

}  // namespace nutgraf::build
