// SPDX-License-Identifier: GPL-2.0-or-later
// The stages of a build, each alone on one core, over one text: NUTGRAF_BENCH_TEXT names a file of articles parted by
// form feeds; without it the sample corpus is read again and again.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/analyzer.h"
#include "indexer/build/article_hash.h"
#include "indexer/bulk/document_tags.h"
#include "indexer/bulk/inverter.h"
#include "indexer/language/language.h"
#include "indexer/passage/document_builder.h"
#include "indexer/passage/passages.h"
#include "tests/bench/icu_words.h"

namespace nutgraf::bench {
namespace {

constexpr std::size_t kLeastBytes = 4'000'000;
constexpr std::size_t kBatch = 20;  // articles that are inverted together

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> sample_corpus() {
  std::vector<std::string> articles;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(NUTGRAF_SOURCE_DIR "/corpus/text")) {
    if (entry.is_regular_file()) {
      articles.push_back(bytes_of(entry.path()));
    }
  }
  return articles;
}

std::vector<std::string> read_articles() {
  const char* const named = std::getenv("NUTGRAF_BENCH_TEXT");
  if (named == nullptr) {
    return sample_corpus();
  }
  std::vector<std::string> articles;
  const std::string all = bytes_of(named);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\f', begin), all.size());
    articles.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return articles;
}

struct Corpus {
  std::vector<std::string> articles;
  std::int64_t bytes = 0;
};

const Corpus& corpus() {
  static const Corpus read = [] {
    Corpus made;
    const std::vector<std::string> once = read_articles();
    while (!once.empty() && static_cast<std::size_t>(made.bytes) < kLeastBytes) {
      for (const std::string& article : once) {
        made.articles.push_back(article);
        made.bytes += static_cast<std::int64_t>(article.size());
      }
    }
    return made;
  }();
  return read;
}

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * corpus().bytes);
}

void icu_words(benchmark::State& state) {
  IcuWords words;
  std::string folds;
  for (auto _ : state) {
    for (const std::string& article : corpus().articles) {
      benchmark::DoNotOptimize(words.read(article, folds));
    }
  }
  set_bytes(state);
}
BENCHMARK(icu_words)->Unit(benchmark::kMillisecond);

void analyze(benchmark::State& state) {
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  for (auto _ : state) {
    for (const std::string& article : corpus().articles) {
      analyzer.analyze(article, scratch, analysis);
      benchmark::DoNotOptimize(analysis.tokens.data());
    }
  }
  set_bytes(state);
}
BENCHMARK(analyze)->Unit(benchmark::kMillisecond);

void detect_language(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& article : corpus().articles) {
      benchmark::DoNotOptimize(language::detect(article));
    }
  }
  set_bytes(state);
}
BENCHMARK(detect_language)->Unit(benchmark::kMillisecond);

void hash_articles(benchmark::State& state) {
  std::vector<Article> articles(corpus().articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].text = corpus().articles[i];
  }
  for (auto _ : state) {
    for (const Article& article : articles) {
      benchmark::DoNotOptimize(build::article_hash(article));
    }
  }
  set_bytes(state);
}
BENCHMARK(hash_articles)->Unit(benchmark::kMillisecond);

void cut_passages(benchmark::State& state) {
  const Analyzer analyzer;
  PassageCutter cutter(analyzer);
  for (auto _ : state) {
    for (const std::string& article : corpus().articles) {
      benchmark::DoNotOptimize(cutter.cut({}, article));
    }
  }
  set_bytes(state);
}
BENCHMARK(cut_passages)->Unit(benchmark::kMillisecond);

/// Calls `take` with the documents of each batch of articles.
template <typename Take>
void each_batch(Take take) {
  const Analyzer analyzer;
  PassageCutter cutter(analyzer);
  PassageDocumentBuilder builder(analyzer);
  Vocabulary vocabulary;
  DocumentBuffer documents;
  ArticleRecord record;
  record.language = "en";
  const std::vector<std::string>& articles = corpus().articles;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    record.id = std::to_string(i);
    builder.add({record, {}, cutter.cut({}, articles[i])}, documents, vocabulary);
    if ((i + 1) % kBatch == 0 || i + 1 == articles.size()) {
      take(documents);
      documents.clear();
    }
  }
}

/// Cutting included.
void make_documents(benchmark::State& state) {
  for (auto _ : state) {
    each_batch([](const DocumentBuffer& documents) { benchmark::DoNotOptimize(documents.used().data()); });
  }
  set_bytes(state);
}
BENCHMARK(make_documents)->Unit(benchmark::kMillisecond);

void invert_documents(benchmark::State& state) {
  bulk::Inverter inverter;
  std::string postings;
  std::string positions;
  for (auto _ : state) {
    state.PauseTiming();
    each_batch([&](const DocumentBuffer& documents) {
      state.ResumeTiming();
      inverter.clear();
      postings.clear();
      positions.clear();
      for (const PassageDocument& document : documents.used()) {
        inverter.add(document);
      }
      inverter.write(postings, positions);
      state.PauseTiming();
    });
    state.ResumeTiming();
  }
  set_bytes(state);
}
BENCHMARK(invert_documents)->Unit(benchmark::kMillisecond);

void pack_documents(benchmark::State& state) {
  bulk::Deflater deflater;
  std::string scratch;
  std::string tags;
  for (auto _ : state) {
    state.PauseTiming();
    each_batch([&](const DocumentBuffer& documents) {
      state.ResumeTiming();
      tags.clear();
      deflater.learn(documents.used());
      for (const PassageDocument& document : documents.used()) {
        bulk::put_tags(tags, document, deflater, scratch);
      }
      state.PauseTiming();
    });
    state.ResumeTiming();
  }
  set_bytes(state);
}
BENCHMARK(pack_documents)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace nutgraf::bench

BENCHMARK_MAIN();
