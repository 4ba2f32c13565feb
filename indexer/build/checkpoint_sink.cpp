// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/checkpoint_sink.h"

#include <string_view>
#include <utility>

#include "core/base/varint.h"
#include "core/glass/scalars.h"
#include "indexer/build/batch_key.h"

// A checkpoint: for each item its language, whether it has a date, its passages and words; then the number of shortened
// terms, the vocabulary, and the store's bytes.
namespace nutgraf::build {
namespace {

void put_entry(std::string& checkpoint, const Entry& entry, const ItemCounts& counts) {
  put_length_prefixed(checkpoint, entry.language);
  glass::put_bool(checkpoint, entry.dated == Entry::Dated::Yes);
  put_varint(checkpoint, counts.passages);
  put_varint(checkpoint, counts.words);
}

/// Number of passages.
std::uint64_t get_entry(const char*& at, const Item& item) {
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

}  // namespace

std::optional<std::uint64_t> CheckpointSink::restore(const Batch& batch) {
  ++batches_;
  std::string key = batch_key(batch, inputs_);
  const std::optional<std::string> checkpoint = checkpoints_.find(key);
  if (!checkpoint) {
    const std::lock_guard lock(mutex_);
    keys_.emplace(batch.number, std::move(key));  // analysis takes away what it is made from
    return std::nullopt;
  }
  const char* at = checkpoint->data();
  std::uint64_t passages = 0;
  for (const Item& item : batch.items) {
    passages += get_entry(at, item);
  }
  shortened_terms_ += get_varint(at);
  add(passage::Vocabulary::get(at));
  const char* const end = checkpoint->data() + checkpoint->size();
  store_.write_serialised(batch.number, {at, static_cast<std::size_t>(end - at)});
  ++restored_;
  return passages;
}

void CheckpointSink::take(const AnalysedBatch& batch) {
  std::string checkpoint;
  for (std::size_t i = 0; i < batch.items.size(); ++i) {
    put_entry(checkpoint, *batch.items[i].entry, batch.counts[i]);
  }
  put_varint(checkpoint, batch.shortened_terms);
  passage::Vocabulary words = std::exchange(batch.words, passage::Vocabulary());
  words.put(checkpoint);
  add(std::move(words));
  const std::string bytes = store_.serialise(batch.passages);
  store_.write_serialised(batch.number, bytes);
  checkpoint += bytes;
  checkpoints_.keep(take_key(batch.number), checkpoint);
}

void CheckpointSink::complete(PipelineResult& result) {
  result.vocabulary.merge(std::move(vocabulary_));
  result.shortened_terms += shortened_terms_;
}

std::string CheckpointSink::take_key(std::size_t number) {
  const std::lock_guard lock(mutex_);
  return std::move(keys_.extract(number).mapped());
}

void CheckpointSink::add(passage::Vocabulary&& words) {
  const std::lock_guard lock(mutex_);
  vocabulary_.merge(std::move(words));
}

}  // namespace nutgraf::build
