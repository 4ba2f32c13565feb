// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/bulk_store.h"

#include <algorithm>
#include <exception>
#include <future>
#include <limits>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/glass/encode.h"
#include "indexer/bulk/account.h"
#include "indexer/bulk/deflater.h"
#include "indexer/bulk/document_numbers.h"
#include "indexer/bulk/document_section.h"
#include "indexer/bulk/document_tables.h"
#include "indexer/bulk/inverter.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/posting_list.h"
#include "indexer/bulk/scratch_file.h"
#include "indexer/bulk/table_writer.h"
#include "indexer/bulk/version_file.h"

namespace nutgraf::bulk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMinBuffer = std::size_t{8} << 10U;
constexpr std::size_t kMaxBuffer = std::size_t{256} << 10U;
constexpr std::uint64_t kEarlyShare = 16;  // of the memory, for documents that come before their turn

/// What a batch left in the scratch files.
struct Run {
  Section postings;
  Section positions;
  Section facts;
  std::uint32_t count = 0;  // of documents
};

/// What a thread needs to write a batch; kept for the next one.
struct Workbench {
  Inverter inverter;
  Deflater deflater;
  std::string scratch;
  std::string postings;
  std::string positions;
  std::string facts;
};

class BulkStore final : public store::BuildStore {
 public:
  explicit BulkStore(const store::BuildFolders& folders, std::uint64_t memory);
  ~BulkStore() override;
  BulkStore(const BulkStore&) = delete;
  BulkStore& operator=(const BulkStore&) = delete;
  BulkStore(BulkStore&&) = delete;
  BulkStore& operator=(BulkStore&&) = delete;
  void write(std::size_t number, std::span<const PassageDocument> passages) override;
  void close(std::span<const store::Superseded> superseded) override;
  void finish(const std::map<std::string, std::string>& metadata) override;

 private:
  using Numbers = std::vector<DocumentNumbers>;
  [[nodiscard]] std::unique_ptr<Workbench> take_workbench();
  void give_back(std::unique_ptr<Workbench> bench);
  [[nodiscard]] std::size_t buffer_size() const;
  [[nodiscard]] Numbers number_documents(std::span<const store::Superseded> superseded) const;
  [[nodiscard]] std::vector<std::uint32_t> places_of(std::size_t batch,
                                                     const std::set<std::string>& article_keys) const;
  [[nodiscard]] Account account() const;
  [[nodiscard]] TableRoot write_postings(const std::map<std::string, std::string>& metadata, Account& account) const;
  [[nodiscard]] TableRoot write_positions() const;
  [[nodiscard]] TermMerge merge(const ScratchFile& file, Section Run::*section) const;

  fs::path scratch_;
  fs::path target_;
  ScratchFile postings_;
  ScratchFile positions_;
  ScratchFile facts_;
  ScratchFile early_;  // tags of documents before their turn
  DocumentTables documents_;
  std::uint64_t memory_;
  std::mutex mutex_;  // guards runs_ and benches_
  std::vector<Run> runs_;
  std::vector<std::unique_ptr<Workbench>> benches_;
  Numbers numbers_;                         // of the documents of each run, from close() on
  std::future<TableRoot> positions_table_;  // goes first: it reads all of the above
};

fs::path made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Failure(ExitCode::Failed, "cannot make " + folder.string() + ": " + error.message());
  }
  return folder;
}

BulkStore::BulkStore(const store::BuildFolders& folders, std::uint64_t memory)
    : scratch_(folders.scratch),
      target_(made(folders.target)),
      postings_(made(folders.scratch) / "postings"),
      positions_(folders.scratch / "positions"),
      facts_(folders.scratch / "facts"),
      early_(folders.scratch / "early"),
      documents_(target_, early_, memory / kEarlyShare),
      memory_(memory) {}

BulkStore::~BulkStore() {
  std::error_code ignored;  // not empty: others use it too
  fs::remove(scratch_, ignored);
}

std::unique_ptr<Workbench> BulkStore::take_workbench() {
  const std::lock_guard lock(mutex_);
  if (benches_.empty()) {
    return std::make_unique<Workbench>();
  }
  std::unique_ptr<Workbench> bench = std::move(benches_.back());
  benches_.pop_back();
  return bench;
}

void BulkStore::give_back(std::unique_ptr<Workbench> bench) {
  const std::lock_guard lock(mutex_);
  benches_.push_back(std::move(bench));
}

void BulkStore::write(std::size_t number, std::span<const PassageDocument> passages) {
  std::unique_ptr<Workbench> bench = take_workbench();
  bench->inverter.clear();
  bench->postings.clear();
  bench->positions.clear();
  bench->facts.clear();
  bench->deflater.learn(passages);
  std::string tags;
  for (const PassageDocument& passage : passages) {
    bench->inverter.add(passage);
    put_tags(tags, passage, bench->deflater, bench->scratch);
    put_facts(bench->facts, passage);
  }
  documents_.add(number, std::move(tags));
  bench->inverter.write(bench->postings, bench->positions);
  const Run run{postings_.append(bench->postings), positions_.append(bench->positions), facts_.append(bench->facts),
                static_cast<std::uint32_t>(passages.size())};
  give_back(std::move(bench));
  const std::lock_guard lock(mutex_);
  if (runs_.size() <= number) {
    runs_.resize(number + 1);
  }
  runs_[number] = run;
}

std::size_t BulkStore::buffer_size() const {
  // Two merges read every run at the same time.
  const std::uint64_t share = memory_ / 4 / std::max<std::size_t>(1, 2 * runs_.size());
  return static_cast<std::size_t>(std::clamp<std::uint64_t>(share, kMinBuffer, kMaxBuffer));
}

std::vector<std::uint32_t> BulkStore::places_of(std::size_t batch, const std::set<std::string>& article_keys) const {
  std::vector<std::uint32_t> places;
  SectionReader section(facts_, runs_[batch].facts, kMaxBuffer);
  std::string room;
  for (std::uint32_t place = 0; place < runs_[batch].count; ++place) {
    const DocumentFacts document = get_facts(section, room);
    if (article_keys.contains(std::string(document.values[static_cast<std::size_t>(schema::Slot::Article)]))) {
      places.push_back(place);
    }
  }
  return places;
}

BulkStore::Numbers BulkStore::number_documents(std::span<const store::Superseded> superseded) const {
  std::map<std::size_t, std::set<std::string>> keys;
  for (const store::Superseded& article : superseded) {
    keys[article.batch].insert(schema::article_key(article.id));
  }
  Numbers numbers(runs_.size());
  std::uint32_t next = 1;
  for (std::size_t batch = 0; batch < runs_.size(); ++batch) {
    numbers[batch].first = next;
    numbers[batch].count = runs_[batch].count;
    if (const auto found = keys.find(batch); found != keys.end()) {
      numbers[batch].dropped = places_of(batch, found->second);
    }
    next += runs_[batch].count - static_cast<std::uint32_t>(numbers[batch].dropped.size());
  }
  return numbers;
}

Account BulkStore::account() const {
  Account all;
  std::string room;
  for (std::size_t batch = 0; batch < runs_.size(); ++batch) {
    SectionReader section(facts_, runs_[batch].facts, kMaxBuffer);
    DocumentNumbers::Cursor cursor(numbers_[batch]);
    for (std::uint32_t place = 0; place < runs_[batch].count; ++place) {
      const DocumentFacts document = get_facts(section, room);
      if (const std::uint32_t docid = cursor.docid(place); docid != 0) {
        all.add(document, docid);
      }
    }
  }
  return all;
}

TermMerge BulkStore::merge(const ScratchFile& file, Section Run::*section) const {
  std::vector<RunCursor> cursors;
  cursors.reserve(runs_.size());
  for (const Run& run : runs_) {
    cursors.emplace_back(file, run.*section, buffer_size());
  }
  return TermMerge(std::move(cursors));
}

TableRoot BulkStore::write_postings(const std::map<std::string, std::string>& metadata, Account& account) const {
  TableWriter table(target_ / "postlist.glass");
  for (const auto& [name, value] : metadata) {
    if (!value.empty()) {
      table.put(std::string("\x00\xc0", 2) + name, value);
    }
  }
  for (const ValueList& values : account.values) {  // slots below 128: their keys sort as their numbers
    values.write_statistics(table);
  }
  for (const ValueList& values : account.values) {
    values.write_chunks(table);
  }
  if (account.statistics.documents > 0) {
    account.lengths.write_lengths(table);
  }
  PostingList list;
  for (TermMerge terms = merge(postings_, &Run::postings); terms.next();) {
    list.clear();
    for (const std::uint32_t batch : terms.batches()) {
      DocumentNumbers::Cursor cursor(numbers_[batch]);
      const std::string_view body = terms.run(batch).body();
      std::uint32_t place = 0;
      for (const char* at = body.data(); at != body.data() + body.size(); ++place) {
        place += static_cast<std::uint32_t>(glass::get_vint(at));
        const auto wdf = static_cast<std::uint32_t>(glass::get_vint(at));
        if (const std::uint32_t docid = cursor.docid(place); docid != 0) {
          list.add(docid, wdf);
        }
      }
    }
    if (!list.empty()) {
      list.write_term(table, terms.term());
    }
  }
  return table.finish();
}

TableRoot BulkStore::write_positions() const {
  const fs::path file = target_ / "position.glass";
  TableWriter table(file);
  std::string key;
  for (TermMerge terms = merge(positions_, &Run::positions); terms.next();) {
    key.clear();
    glass::put_sstr(key, terms.term(), glass::Last::No);
    const std::size_t term_size = key.size();
    for (const std::uint32_t batch : terms.batches()) {
      DocumentNumbers::Cursor cursor(numbers_[batch]);
      const std::string_view body = terms.run(batch).body();
      std::uint32_t place = 0;
      for (const char* at = body.data(); at != body.data() + body.size(); ++place) {
        place += static_cast<std::uint32_t>(glass::get_vint(at));
        const auto size = static_cast<std::size_t>(glass::get_vint(at));
        if (const std::uint32_t docid = cursor.docid(place); docid != 0) {
          key.resize(term_size);
          glass::put_sint(key, docid);
          table.put(key, {at, size});
        }
        at += size;
      }
    }
  }
  TableRoot root = table.finish();
  if (root.entries == 0) {  // an absent table costs readers nothing
    fs::remove(file);
    root = {};
  }
  return root;
}

void BulkStore::close(std::span<const store::Superseded> superseded) {
  benches_.clear();
  std::uint64_t documents = 0;
  for (const Run& run : runs_) {
    documents += run.count;
  }
  if (documents >= std::numeric_limits<std::uint32_t>::max()) {
    throw Failure(ExitCode::Failed, "more passages than one Xapian database holds (2^32)", "build several shards");
  }
  numbers_ = number_documents(superseded);
  positions_table_ = std::async(std::launch::async, [this] { return write_positions(); });
}

void BulkStore::finish(const std::map<std::string, std::string>& metadata) {
  Account documents = account();
  const DocumentTables::Roots roots = documents_.finish(numbers_);
  GlassTables glass;
  glass.docdata = roots.docdata;
  glass.termlist = roots.termlist;
  glass.postlist = write_postings(metadata, documents);
  glass.position = positions_table_.get();
  write_version_file(target_, glass, documents.statistics);
}

}  // namespace

std::unique_ptr<store::BuildStore> bulk_store(const store::BuildFolders& folders, std::uint64_t memory) {
  return std::make_unique<BulkStore>(folders, memory);
}

}  // namespace nutgraf::bulk
