// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/index/contract.h"
#include "indexer/passage/document_builder.h"
#include "indexer/store/build_store.h"

namespace nutgraf::test {

struct SampleArticle {
  std::string id;
  std::string text;  // one passage a paragraph
  std::string date = {};
  std::string language = "en";
  std::string source = {};
};

/// Batches of articles ready for a store, with the contract and classes of all of them: what the build pipeline makes.
class SampleBatches {
 public:
  SampleBatches();
  ~SampleBatches();
  SampleBatches(const SampleBatches&) = delete;
  SampleBatches& operator=(const SampleBatches&) = delete;
  SampleBatches(SampleBatches&&) = delete;
  SampleBatches& operator=(SampleBatches&&) = delete;

  void add_batch(const std::vector<SampleArticle>& articles);
  [[nodiscard]] std::size_t size() const { return batches_.size(); }
  [[nodiscard]] std::span<const passage::PassageDocument> batch(std::size_t number) const {
    return batches_.at(number)->used();
  }
  [[nodiscard]] const passage::Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const Contract& contract() const { return contract_; }
  /// Contract and classes, as finish() takes them.
  [[nodiscard]] std::map<std::string, std::string> metadata() const;

 private:
  void add(const SampleArticle& article, passage::DocumentBuffer& documents);

  Analyzer analyzer_;
  passage::PassageDocumentBuilder builder_;
  std::vector<std::unique_ptr<passage::DocumentBuffer>> batches_;
  passage::Vocabulary vocabulary_;
  Contract contract_ = current_contract();
};

/// Writes all batches in order and finishes: one database.
void write_all(const SampleBatches& batches, const std::filesystem::path& scratch, const std::filesystem::path& target);

/// A whole generation folder: passages and manifest.
void write_generation(const SampleBatches& batches, const std::filesystem::path& folder);

/// `count` articles of a few sentences with words that differ from one to the next.
std::vector<SampleArticle> some_articles(std::size_t count, const std::string& id_prefix = "a");

/// Everything Xapian can tell of a database but its uuid, as text.
std::string dump(const Xapian::Database& database);

}  // namespace nutgraf::test
