// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/store/sample.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/ledger/manifest.h"
#include "indexer/store/segment_store.h"

namespace nutgraf::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> paragraphs(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    found.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  return found;
}

ArticleRecord record_of(const SampleArticle& article) {
  ArticleRecord record;
  record.id = article.id;
  record.date = article.date;
  record.date_source = article.date.empty() ? "" : "record";
  record.language = article.language;
  record.source = article.source;
  return record;
}

}  // namespace

SampleBatches::SampleBatches() : builder_(analyzer_) {}
SampleBatches::~SampleBatches() = default;

void SampleBatches::add(const SampleArticle& article, passage::DocumentBuffer& documents) {
  const ArticleRecord record = record_of(article);
  const std::vector<std::string> texts = paragraphs(article.text);
  const std::uint64_t tokens = builder_.add({record, {}, texts, 0}, documents, vocabulary_);
  contract_.articles += 1;
  contract_.passages += texts.size();
  contract_.undated += article.date.empty() ? 1U : 0U;
  contract_.tokens += tokens;
  auto& languages = contract_.languages;
  auto language =
      std::find_if(languages.begin(), languages.end(), [&](const auto& l) { return l.language == article.language; });
  if (language == languages.end()) {
    language = languages.insert(languages.end(), {article.language, 0, 0, 0});
  }
  language->articles += 1;
  language->passages += texts.size();
  language->tokens += tokens;
  std::stable_sort(languages.begin(), languages.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
}

void SampleBatches::add_batch(const std::vector<SampleArticle>& articles) {
  batches_.push_back(std::make_unique<passage::DocumentBuffer>());
  for (const SampleArticle& article : articles) {
    add(article, *batches_.back());
  }
}

std::map<std::string, std::string> SampleBatches::metadata() const {
  ClassKeys keys;
  auto all = passage::class_metadata(vocabulary_, keys);
  all.emplace(kContractKey, encode_contract(contract_));
  return all;
}

void write_all(const SampleBatches& batches, const fs::path& scratch, const fs::path& target) {
  const auto store = store::segment_store({scratch, target});
  for (std::size_t number = 0; number < batches.size(); ++number) {
    store->write(number, batches.batch(number));
  }
  store->close({});
  store->finish(batches.metadata());
}

void write_generation(const SampleBatches& batches, const fs::path& folder) {
  fs::create_directories(folder);
  write_all(batches, folder / "scratch", folder / "passages");
  ledger::Manifest manifest;
  manifest.generation = folder.filename().string();
  manifest.built_at = ledger::utc_now();
  manifest.command = "build";
  manifest.contract = batches.contract();
  ledger::write_manifest(folder, manifest);
}

std::vector<SampleArticle> some_articles(std::size_t count, const std::string& id_prefix) {
  std::vector<SampleArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back(
        {fmt::format("{}{}", id_prefix, i),
         fmt::format("The river rose {} feet. Crew {} saw it, and the US envoy's boat moved to dock {}.\n\n"
                     "A cease-fire held on day {}. Officials at town{} said word{} was kept.",
                     i, i * 3, i % 7, i % 11, i % 13, i),
         i % 5 == 0 ? "" : fmt::format("2023-{:02}-{:02}", i % 12 + 1, i % 28 + 1), "en",
         i % 3 == 0 ? "Harbour Post" : "Tribune"});
  }
  return articles;
}

std::string dump(const Xapian::Database& database) {
  std::string all = fmt::format("{} documents, last {}, length {}\n", database.get_doccount(), database.get_lastdocid(),
                                database.get_total_length());
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    all += fmt::format("{} = {}\n", *key, database.get_metadata(*key));
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    all += fmt::format("{}:", *term);
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term); ++posting) {
      all += fmt::format(" {}*{}[", *posting, posting.get_wdf());
      for (auto position = posting.positionlist_begin(); position != posting.positionlist_end(); ++position) {
        all += fmt::format("{},", *position);
      }
      all += ']';
    }
    all += '\n';
  }
  for (auto passage = database.postlist_begin({}); passage != database.postlist_end({}); ++passage) {
    const Xapian::Document document = database.get_document(*passage);
    all += fmt::format("{}: {}\n", *passage, document.get_data());
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      all += fmt::format(" {}={}", value.get_valueno(), *value);
    }
  }
  return all;
}

}  // namespace nutgraf::test
