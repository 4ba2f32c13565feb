// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/stages.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "core/index/record.h"
#include "core/schema/slots.h"
#include "indexer/build/ordered_sink.h"
#include "indexer/build/store_sink.h"
#include "indexer/read/roots.h"
#include "tests/temp_dir.h"

namespace nutgraf::build {
namespace {

/// Keeps what a store is given, in a form that can be compared.
class Recorder : public store::BuildStore {
 public:
  void write(std::size_t number, std::span<const passage::PassageDocument> passages) override {
    if (number >= fail_at) {
      throw std::runtime_error("disk full");
    }
    std::vector<std::string> batch;
    for (const passage::PassageDocument& document : passages) {
      batch.push_back(print(document));
    }
    const std::lock_guard lock(mutex_);
    CHECK(batches.emplace(number, std::move(batch)).second);
  }
  void close(std::span<const store::Superseded> /*superseded*/) override {}
  void finish(const std::map<std::string, std::string>& /*metadata*/) override {}

  static std::string print(const passage::PassageDocument& document) {
    std::string text = document.data;
    for (const std::string& value : document.values) {
      text.append("|").append(value);
    }
    for (const passage::PassageDocument::Term& term : document.terms()) {
      text += fmt::format(" {}:{}", document.name(term), term.wdf);
      for (const std::uint32_t position : document.positions(term)) {
        text += fmt::format(",{}", position);
      }
    }
    return text;
  }

  std::map<std::size_t, std::vector<std::string>> batches;
  std::size_t fail_at = static_cast<std::size_t>(-1);

 private:
  std::mutex mutex_;
};

read::ReadOptions reading(const test::TempDir& folder, const std::vector<std::string>& names) {
  read::ReadOptions options;
  for (const std::string& name : names) {
    options.inputs.push_back((folder.path() / name).string());
  }
  return read::with_roots(options, {});
}

std::string line(std::string_view id, std::string_view text) {
  return fmt::format(R"({{"id": "{}", "text": "{}", "lang": "en"}})"
                     "\n",
                     id, text);
}

bool never() {
  return false;
}

PipelineResult build(const read::ReadOptions& options, store::BuildStore& store, unsigned threads = 2) {
  Progress progress;
  StoreSink sink(store);
  return run_stages({options, {threads, 1'000'000'000}, progress, never, std::nullopt, {}}, sink);
}

/// Articles enough for several batches.
std::string large_file(int articles) {
  std::string file;
  for (int i = 0; i < articles; ++i) {
    std::string text;
    for (int k = 0; k < 40 + i % 7; ++k) {
      text += fmt::format("The river number {} rose over lane {} of China's US ports. ", i, k * i);
    }
    file += line(fmt::format("a{}", i), text);
  }
  return file;
}

TEST_CASE("the same passages come out whatever the number of threads") {
  const test::TempDir folder;
  folder.write("a.jsonl", large_file(2400));
  const read::ReadOptions options = reading(folder, {"a.jsonl"});
  Recorder one;
  const PipelineResult first = build(options, one, 1);
  CHECK(one.batches.size() > 2);
  CHECK(one.batches.rbegin()->first == one.batches.size() - 1);
  CHECK(first.contract.articles == 2400);
  for (const unsigned threads : {2U, 5U}) {
    Recorder other;
    const PipelineResult result = build(options, other, threads);
    CHECK(other.batches == one.batches);
    CHECK(result.contract == first.contract);
    ClassKeys keys;
    CHECK(passage::class_metadata(result.vocabulary, keys) == passage::class_metadata(first.vocabulary, keys));
    REQUIRE(result.articles.size() == first.articles.size());
    for (std::size_t i = 0; i < result.articles.size(); ++i) {
      CHECK(result.articles[i].id == first.articles[i].id);
      CHECK(result.articles[i].hash == first.articles[i].hash);
      CHECK(result.articles[i].batch == first.articles[i].batch);
      CHECK(result.articles[i].passages == first.articles[i].passages);
    }
  }
}

TEST_CASE("counts are those of the passages") {
  const test::TempDir folder;
  folder.write("a.jsonl", R"({"id": "1", "title": "River", "text": "It rose.", "date": "2020-01-02", "lang": "en"}
{"id": "2", "text": "Der Fluss stieg.", "lang": "de-AT"}
{"id": "3", "text": "The river {{ad}} fell again.", "lang": "en"}
)");
  Recorder store;
  const PipelineResult result = build(reading(folder, {"a.jsonl"}), store);
  CHECK(result.contract.articles == 3);
  CHECK(result.contract.passages == 3);
  CHECK(result.contract.tokens == 3 + 3 + 4);
  CHECK(result.contract.undated == 2);
  const std::vector<LanguageCount> expected = {{"en", 2, 2, 7}, {"de", 1, 1, 3}};
  CHECK(result.contract.languages == expected);
  CHECK(result.files.size() == 1);
  CHECK(result.articles.at(2).id == "3");
}

TEST_CASE("the last of two records with one id wins") {
  const test::TempDir folder;
  SUBCASE("within a batch") {
    folder.write("a.jsonl", line("n1", "First river.") + line("n2", "Other.") + line("n1", "Second river."));
    Recorder store;
    const PipelineResult result = build(reading(folder, {"a.jsonl"}), store);
    CHECK(result.superseded.empty());
    CHECK(store.batches.at(0).size() == 2);
    CHECK(store.batches.at(0).at(1).find("Second river.") != std::string::npos);
    CHECK(result.articles.size() == 2);
    CHECK(result.contract.articles == 2);
    CHECK(result.duplicate_ids == 1);
    REQUIRE(result.rejects.size() == 1);
    CHECK(result.rejects[0].reason.find("n1") != std::string::npos);
    CHECK(result.rejects[0].reason.find("a.jsonl at byte 0") != std::string::npos);
    CHECK(result.rejects[0].action == "kept the last of the two");
  }
  SUBCASE("over batches, also a third time") {
    folder.write("a.jsonl", line("n1", "First river.") + large_file(600) + line("n1", "Second river."));
    folder.write("b.jsonl", large_file(600) + line("n1", "Third river."));
    Recorder store;
    const PipelineResult result = build(reading(folder, {"a.jsonl", "b.jsonl"}), store);
    CHECK(result.duplicate_ids == 602);
    CHECK(result.contract.articles == 601);
    CHECK(result.articles.size() == 601);
    CHECK(result.articles.back().id == "n1");
    std::size_t stored = 0;
    for (const auto& [number, batch] : store.batches) {
      for (const std::string& document : batch) {
        stored += document.starts_with(R"({"id":"n1")") ? 1U : 0U;
      }
    }
    std::size_t left_out = 0;
    for (const store::Superseded& superseded : result.superseded) {
      left_out += superseded.id == "n1" ? 1U : 0U;
    }
    CHECK(stored - left_out == 1);
  }
}

TEST_CASE("of the records that a crawl passes over all are counted, the first 100,000 listed") {
  constexpr std::size_t kRecords = 100'002;
  std::string crawl;
  for (std::size_t i = 0; i < kRecords; ++i) {
    crawl += "WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: http://a/\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
  }
  const test::TempDir folder;
  folder.write("a.warc", crawl);
  folder.write("b.txt", "");
  folder.write("c.jsonl", line("n1", "A river."));
  Recorder store;
  const PipelineResult result = build(reading(folder, {"a.warc", "b.txt", "c.jsonl"}), store);
  CHECK(result.skipped.at("revisit") == kRecords);
  CHECK(result.passed_over.size() == 100'000 + 1);
  CHECK(result.passed_over.back().reason == "empty");
}

TEST_CASE("a file given twice is one") {
  const test::TempDir folder;
  folder.write("a.jsonl", line("n1", "A river.") + line("n2", "Other.") + line("n1", "Last river."));
  Recorder store;
  const PipelineResult result = build(reading(folder, {"a.jsonl", "a.jsonl"}), store);
  CHECK(result.files.size() == 1);
  CHECK(result.duplicate_ids == 1);
  CHECK(result.contract.articles == 2);
}

TEST_CASE("articles without a word are rejected, not stored") {
  const test::TempDir folder;
  folder.write("a.jsonl", line("1", "") + line("2", "-") + line("3", "{{ad}}") + line("4", "\\u2014 \\u2026") +
                              line("5", "The river rose.") + R"({"id": "6", "title": "Title alone", "text": ""})" +
                              "\n");
  Recorder store;
  const PipelineResult result = build(reading(folder, {"a.jsonl"}), store);
  CHECK(result.contract.articles == 2);
  CHECK(store.batches.at(0).size() == 2);
  CHECK(result.rejects.size() == 4);
  for (std::size_t i = 1; i < result.rejects.size(); ++i) {
    CHECK_MESSAGE(result.rejects[i - 1].byte <= result.rejects[i].byte, "in input order");
  }
}

TEST_CASE("an oversized article comes in several batches") {
  const test::TempDir folder;
  std::string text;
  while (text.size() < 10'000'000) {
    text += "The river rose over the lane and fell again. ";
  }
  const std::string giant = line("giant", text);
  folder.write("a.jsonl", line("small", "First.") + giant + line("other", "Last."));
  Recorder store;
  const PipelineResult result = build(reading(folder, {"a.jsonl"}), store, 3);
  CHECK(store.batches.size() == 7);
  std::uint32_t ordinal = 0;
  for (std::size_t number = 1; number < 6; ++number) {
    for (const std::string& document : store.batches.at(number)) {
      CHECK(document.find("{\"id\":\"giant\"") == 0);
      CHECK(document.find("|" + schema::encode_u32(ordinal++) + "|") != std::string::npos);
    }
  }
  CHECK(result.contract.articles == 3);
  CHECK(result.contract.passages == ordinal + 2);
  CHECK(result.articles.at(1).passages == ordinal);

  SUBCASE("and is superseded in all of them") {
    folder.write("a.jsonl", giant + line("giant", "Small."));
    Recorder second;
    const PipelineResult later = build(reading(folder, {"a.jsonl"}), second);
    CHECK(later.superseded.size() == 5);
    CHECK(later.contract.passages == 1);
  }
  SUBCASE("but whole in an update") {
    class Whole : public OrderedSink {
     public:
      void apply(const ArticleFacts& article, std::span<const passage::PassageDocument> passages) override {
        applied[article.id] += passages.size();
      }
      std::map<std::string, std::size_t> applied;
    } sink;
    Progress progress;
    (void)run_stages({reading(folder, {"a.jsonl"}), {2, 1'000'000'000}, progress, never, std::nullopt, {}}, sink);
    CHECK(sink.applied == std::map<std::string, std::size_t>{{"small", 1}, {"giant", ordinal}, {"other", 1}});
  }
}

TEST_CASE("a failing store ends the run with its error") {
  const test::TempDir folder;
  folder.write("a.jsonl", large_file(3000));
  for (const std::size_t fail_at : {std::size_t{0}, std::size_t{3}}) {
    Recorder store;
    store.fail_at = fail_at;
    CHECK_THROWS_WITH(build(reading(folder, {"a.jsonl"}), store), "disk full");
  }
}

TEST_CASE("an interrupt ends the run") {
  const test::TempDir folder;
  folder.write("a.jsonl", large_file(2400));
  Recorder store;
  Progress progress;
  int asked = 0;
  const auto interrupted = [&] { return ++asked > 500; };
  try {
    StoreSink sink(store);
    (void)run_stages({reading(folder, {"a.jsonl"}), {2, 1'000'000'000}, progress, interrupted, std::nullopt, {}}, sink);
    FAIL("not interrupted");
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Interrupted);
  }
}

/// An index that remembers hashes.
struct Ledger {
  std::map<std::string, std::string> hashes;
  std::map<std::string, std::string> texts;
  std::vector<std::string> applied;
};

class LedgerSink final : public OrderedSink {
 public:
  explicit LedgerSink(Ledger& ledger) : ledger_(ledger) {}

  ArticleDecision decide(const ArticleFacts& article) override {
    const auto found = ledger_.hashes.find(article.id);
    const bool same = found != ledger_.hashes.end() && found->second == article.hash;
    return same ? ArticleDecision::Unchanged : ArticleDecision::Take;
  }
  void apply(const ArticleFacts& article, std::span<const passage::PassageDocument> passages) override {
    ledger_.applied.push_back(article.id);
    CHECK(article.passages == passages.size());
    if (passages.empty()) {
      ledger_.hashes.erase(article.id);
      ledger_.texts.erase(article.id);
      return;
    }
    ledger_.hashes[article.id] = article.hash;
    ledger_.texts[article.id] = std::string(decode_passage_data(passages.front().data).text);
  }

 private:
  Ledger& ledger_;
};

TEST_CASE("an update hands over what is new or changed, in input order") {
  const test::TempDir folder;
  folder.write("a.jsonl", line("1", "One.") + line("2", "Two.") + line("3", "Three."));
  const read::ReadOptions options = reading(folder, {"a.jsonl"});
  Ledger ledger;
  Progress progress;
  const PipelineOptions pipeline{3, 1'000'000'000};
  const auto update = [&] {
    ledger.applied.clear();
    LedgerSink sink(ledger);
    return run_stages({options, pipeline, progress, never, std::nullopt, {}}, sink);
  };
  CHECK(update().articles.size() == 3);
  CHECK(ledger.applied == std::vector<std::string>{"1", "2", "3"});

  SUBCASE("nothing changed") {
    const PipelineResult again = update();
    CHECK(ledger.applied.empty());
    CHECK(again.articles.size() == 3);
    CHECK(again.contract.articles == 0);
  }
  SUBCASE("one changed, one new, one moved") {
    folder.write("a.jsonl", line("4", "Four.") + line("1", "One.") + line("2", "Two and more.") + line("3", "Three."));
    CHECK(update().articles.size() == 4);
    CHECK(ledger.applied == std::vector<std::string>{"4", "2"});
    CHECK(ledger.texts.at("2") == "Two and more.");
  }
  SUBCASE("declared twice: the last wins, changed or not") {
    folder.write("a.jsonl", line("1", "One.") + line("2", "Two again.") + line("2", "Two.") + line("1", "One again."));
    update();
    CHECK(ledger.texts.at("1") == "One again.");
    CHECK(ledger.texts.at("2") == "Two.");
  }
  SUBCASE("no word left") {
    folder.write("a.jsonl", line("1", "One.") + line("2", "{{ad}}") + line("3", "Three."));
    CHECK(update().rejects.size() == 1);
    CHECK(!ledger.texts.contains("2"));
  }
  SUBCASE("many, over batches") {
    folder.write("a.jsonl", large_file(2400));
    update();
    REQUIRE(ledger.applied.size() == 2400);
    for (std::size_t i = 0; i < ledger.applied.size(); ++i) {
      CHECK(ledger.applied[i] == fmt::format("a{}", i));
    }
  }
}

}  // namespace
}  // namespace nutgraf::build
