// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/worker.h"

#include "indexer/build/folder.h"
#include "indexer/build/prepare.h"
#include "indexer/passage/article_terms.h"

namespace nutgraf::build {

Worker::Worker(const Analyzer& analyzer, const read::ReadOptions& inputs)
    : inputs_(inputs), cutter_(analyzer), builder_(analyzer) {}

void describe(const ArticleRecord& record, Entry& entry) {
  entry.language = record.language;
  entry.dated = passage::days_of(record) ? Entry::Dated::Yes : Entry::Dated::No;
}

AnalysedBatch Worker::analyse(Batch& batch) {
  documents_.clear();
  const std::uint64_t shortened = builder_.shortened_terms();
  counts_.clear();
  for (Item& item : batch.items) {
    counts_.push_back(analyse(item));
  }
  return {batch.number, batch.items, documents_.used(), counts_, vocabulary_, builder_.shortened_terms() - shortened};
}

ItemCounts Worker::analyse(Item& item) {
  Article& article = item.article;
  Entry& entry = *item.entry;
  const bool part = !item.passages.empty();
  if (!part) {
    prepare(article, inputs_);
    item.passages = cutter_.cut(article.record.title, article.text);
    item.pages = take_pages(article.record, item.passages);
    std::string().swap(article.text);
    describe(article.record, entry);
  }
  const std::string folder = folder_of(article, inputs_.roots);
  const std::size_t before = documents_.used().size();
  const std::uint64_t words =
      builder_.add({article.record, folder, item.passages, item.first_ordinal, item.pages}, documents_, vocabulary_);
  if (words == 0 && !part) {
    documents_.shrink_to(before);
  }
  std::vector<std::string>().swap(item.passages);
  const ItemCounts counts{static_cast<std::uint32_t>(documents_.used().size() - before), words};
  entry.words += counts.words;
  entry.passages += counts.passages;
  return counts;
}

}  // namespace nutgraf::build
