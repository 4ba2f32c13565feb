// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/index/contract.h"
#include "core/index/open.h"
#include "core/schema/day.h"
#include "core/text/analyzer.h"
#include "core/text/stem_classes.h"
#include "indexer/passage/document_builder.h"
#include "indexer/passage/passages.h"
#include "indexer/passage/vocabulary.h"
#include "indexer/store/segment_store.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {

struct SmallArticle {
  std::string id;
  std::string text;
  std::string title = {};
  std::string date = {};
  std::string language = "en";
  std::string source = {};
  std::vector<std::string> tags = {};
  std::string copy_of = {};
};

/// A real glass database of a few articles, made by the indexer's own parts.
class SmallIndex {
 public:
  explicit SmallIndex(const std::vector<SmallArticle>& articles) {
    const Analyzer analyzer;
    passage::PassageDocumentBuilder builder(analyzer);
    passage::DocumentBuffer documents;
    passage::Vocabulary vocabulary;
    Contract contract = current_contract();
    std::map<std::string, LanguageCount> languages;
    for (const SmallArticle& article : articles) {
      const std::vector<std::string> texts = passage::cut_passages(article.title, article.text);
      const ArticleRecord record = record_of(article);
      const std::uint64_t tokens = builder.add({record, {}, texts, 0}, documents, vocabulary);
      LanguageCount& count = languages[article.language];
      count.language = article.language;
      count.articles += 1;
      count.passages += texts.size();
      count.tokens += tokens;
      contract.articles += 1;
      contract.passages += texts.size();
      contract.tokens += tokens;
      contract.undated += article.date.empty() ? 1U : 0U;
    }
    for (const auto& [name, count] : languages) {
      contract.languages.push_back(count);
    }
    ClassKeys keys;
    std::map<std::string, std::string> metadata = passage::class_metadata(vocabulary, keys);
    metadata[std::string(kContractKey)] = encode_contract(contract);
    const auto store = store::segment_store({folder_.path() / "scratch", path()});
    store->write(0, documents.used());
    store->close({});
    store->finish(metadata);
  }

  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "passages"; }
  [[nodiscard]] OpenIndex open() const { return open_index(path()); }

 private:
  static ArticleRecord record_of(const SmallArticle& article) {
    ArticleRecord record;
    record.id = article.id;
    record.title = article.title;
    record.date = article.date;
    record.date_source = article.date.empty() ? "" : "record";
    record.language = article.language;
    record.source = article.source;
    record.tags = article.tags;
    record.copy_of = article.copy_of;
    return record;
  }

  TempDir folder_;
};

}  // namespace nutgraf::test
