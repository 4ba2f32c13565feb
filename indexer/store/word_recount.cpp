// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/word_recount.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/class_table.h"
#include "core/index/record.h"
#include "core/text/analyzer.h"
#include "core/text/stem_classes.h"
#include "indexer/passage/document_builder.h"
#include "indexer/passage/vocabulary.h"
#include "indexer/store/document.h"

namespace nutgraf::store {
namespace {

using Check = std::function<void()>;

std::vector<Xapian::docid> passages_of(const Xapian::Database& database) {
  return {database.postlist_begin({}), database.postlist_end({})};
}

passage::Vocabulary words_of(const std::string& path, std::span<const Xapian::docid> passages, const Check& check) {
  constexpr std::size_t kBetweenChecks = 1000;
  const Xapian::Database database(path);
  const Analyzer analyzer{};
  passage::PassageDocumentBuilder builder(analyzer);
  passage::DocumentBuffer documents;
  passage::Vocabulary words;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Xapian::Document document = database.get_document(passages[i]);
    const std::string data = document.get_data();
    const PassageText passage = decode_passage_text(data);
    ArticleRecord record;
    record.id = passage.id;
    record.language = language_of(document);
    const std::array<std::string, 1> texts{std::string(passage.text)};
    documents.clear();
    builder.add({record, {}, texts, 0}, documents, words);
    if (i % kBetweenChecks == 0) {
      check();
    }
  }
  return words;
}

passage::Vocabulary all_words(const std::string& path, unsigned threads, const Check& check) {
  const std::vector<Xapian::docid> passages = passages_of(Xapian::Database(path));
  const std::size_t share = passages.size() / std::max(1U, threads) + 1;
  std::vector<std::future<passage::Vocabulary>> shares;
  for (std::size_t begin = 0; begin < passages.size(); begin += share) {
    const auto part = std::span(passages).subspan(begin, std::min(share, passages.size() - begin));
    shares.push_back(std::async(std::launch::async, [&, part] { return words_of(path, part, check); }));
  }
  passage::Vocabulary words;
  for (auto& part : shares) {
    words.merge(part.get());
  }
  return words;
}

/// Keys of the index that `fresh` has not.
std::vector<std::string> outdated_keys(const Xapian::Database& database,
                                       const std::map<std::string, std::string>& fresh) {
  std::vector<std::string> outdated;
  for (const std::string_view prefix : {kClassKeys, kAccentKeys, kCompoundKeys, kCaseKeys}) {
    const std::string all(prefix);
    std::copy_if(database.metadata_keys_begin(all), database.metadata_keys_end(all), std::back_inserter(outdated),
                 [&](const std::string& key) { return !fresh.contains(key); });
  }
  return outdated;
}

}  // namespace

void recount_words(const std::filesystem::path& passages, unsigned threads, const Check& check) {
  const std::string path = passages.string();
  try {
    ClassKeys keys;
    const std::map<std::string, std::string> fresh = passage::class_metadata(all_words(path, threads, check), keys);
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const std::string& key : outdated_keys(database, fresh)) {
      database.set_metadata(key, {});
    }
    for (const auto& [key, value] : fresh) {
      if (database.get_metadata(key) != value) {
        database.set_metadata(key, value);
      }
    }
    database.commit();
  } catch (const Xapian::Error& error) {
    throw write_failure(error, path);
  }
}

}  // namespace nutgraf::store
