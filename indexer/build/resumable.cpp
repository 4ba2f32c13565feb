// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/resumable.h"

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/varint.h"
#include "core/glass/scalars.h"
#include "indexer/build/batch_key.h"
#include "indexer/build/stages.h"

namespace nutgraf::build {
namespace {

/// Everything goes to the store, and what becomes of a batch also to the parts: for each item its language, whether it
/// has a date, its passages and words; then the number of shortened terms, the words, and the store's bytes.
class IntoParts : public Output {
 public:
  IntoParts(const read::ReadOptions& inputs, store::SerialisingStore& store, Parts& parts)
      : inputs_(inputs), store_(store), parts_(parts) {}

  read::FileDecision begin_file(const read::FileFacts& /*file*/) override { return read::FileDecision::Read; }
  ArticleDecision decide(const ArticleFacts& /*article*/) override { return ArticleDecision::Take; }
  [[nodiscard]] Giants giants() const override { return Giants::Part; }

  std::optional<std::uint64_t> recall(const Batch& batch) override {
    ++batches_;
    std::string key = batch_key(batch, inputs_);
    const std::optional<std::string> part = parts_.find(key);
    if (!part) {
      const std::lock_guard lock(mutex_);
      keys_.emplace(batch.number, std::move(key));  // analysis takes away what it is made from
      return std::nullopt;
    }
    const char* at = part->data();
    std::uint64_t passages = 0;
    for (const Item& item : batch.items) {
      passages += get_entry(at, item);
    }
    shortened_terms_ += get_varint(at);
    add(Vocabulary::get(at));
    store_.write_serialised(batch.number, {at, static_cast<std::size_t>(part->data() + part->size() - at)});
    ++recalled_;
    return passages;
  }

  void take(const Analysed& batch) override {
    std::string part;
    for (std::size_t i = 0; i < batch.items.size(); ++i) {
      put_entry(part, *batch.items[i].entry, batch.counts[i]);
    }
    put_varint(part, batch.shortened_terms);
    Vocabulary words = std::exchange(batch.words, Vocabulary());
    words.put(part);
    add(std::move(words));
    const std::string bytes = store_.serialise(batch.passages);
    store_.write_serialised(batch.number, bytes);
    part += bytes;
    parts_.keep(take_key(batch.number), part);
  }

  void complete(PipelineResult& result) override {
    result.vocabulary.merge(std::move(vocabulary_));
    result.shortened_terms += shortened_terms_;
  }

  [[nodiscard]] std::uint64_t batches() const { return batches_; }
  [[nodiscard]] std::uint64_t recalled() const { return recalled_; }

 private:
  static void put_entry(std::string& part, const Entry& entry, const ItemCounts& counts) {
    put_length_prefixed(part, entry.language);
    glass::put_bool(part, entry.dated == Entry::Dated::Yes);
    put_varint(part, counts.passages);
    put_varint(part, counts.words);
  }

  /// Number of passages.
  static std::uint64_t get_entry(const char*& at, const Item& item) {
    Entry& entry = *item.entry;
    const std::string_view language = get_length_prefixed(at);
    const auto dated = *at++ == '1' ? Entry::Dated::Yes : Entry::Dated::No;
    if (item.passages.empty()) {  // else the reading thread has described it, and other threads have its other parts
      entry.language = language;
      entry.dated = dated;
    }
    const auto passages = static_cast<std::uint32_t>(get_varint(at));
    entry.passages += passages;
    entry.words += get_varint(at);
    return passages;
  }

  [[nodiscard]] std::string take_key(std::size_t number) {
    const std::lock_guard lock(mutex_);
    return std::move(keys_.extract(number).mapped());
  }

  void add(Vocabulary&& words) {
    const std::lock_guard lock(mutex_);
    vocabulary_.merge(std::move(words));
  }

  const read::ReadOptions& inputs_;
  store::SerialisingStore& store_;
  Parts& parts_;
  std::atomic<std::uint64_t> batches_{0};
  std::atomic<std::uint64_t> recalled_{0};
  std::atomic<std::uint64_t> shortened_terms_{0};  // in recalled batches
  std::mutex mutex_;                               // guards what follows
  std::map<std::size_t, std::string> keys_;        // of batches that are analysed now
  Vocabulary vocabulary_;
};

}  // namespace

ResumableResult run_resumable_build(const Run& run, store::SerialisingStore& store, Parts& parts) {
  IntoParts output(run.inputs, store, parts);
  ResumableResult built;
  built.result = run_stages(run, output);
  built.batches = output.batches();
  built.recalled = output.recalled();
  return built;
}

}  // namespace nutgraf::build
