// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/bulk_store.h"

#include <future>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/base/varint.h"
#include "core/glass/format.h"
#include "core/glass/version_file.h"
#include "indexer/bulk/deflater.h"
#include "indexer/bulk/document_tables.h"
#include "indexer/bulk/document_tags.h"
#include "indexer/bulk/fact_columns.h"
#include "indexer/bulk/inverter.h"
#include "indexer/bulk/position_table.h"
#include "indexer/bulk/postlist_table.h"
#include "indexer/bulk/runs.h"
#include "indexer/bulk/scratch_file.h"

namespace nutgraf::bulk {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMergeShare = 4;   // of the memory, for the buffers of merges
constexpr std::uint64_t kEarlyShare = 16;  // of the memory, for documents that come before their turn

/// What a thread needs to write a batch; kept for the next one.
struct Workbench {
  void invert(std::span<const passage::PassageDocument> passages);

  Inverter inverter;
  Deflater deflater;
  std::string scratch;
  // What becomes of the batch.
  std::string tags;
  std::string postings;
  std::string positions;
  FactColumns facts;
};

class BulkStore final : public store::SerialisingStore {
 public:
  explicit BulkStore(const store::BuildFolders& folders, std::uint64_t memory);
  ~BulkStore() override = default;
  BulkStore(const BulkStore&) = delete;
  BulkStore& operator=(const BulkStore&) = delete;
  BulkStore(BulkStore&&) = delete;
  BulkStore& operator=(BulkStore&&) = delete;
  void write(std::size_t number, std::span<const passage::PassageDocument> passages) override;
  [[nodiscard]] std::string serialise(std::span<const passage::PassageDocument> passages) override;
  void write_serialised(std::size_t number, std::string_view bytes) override;
  void close(std::span<const store::Superseded> superseded) override;
  void finish(const std::map<std::string, std::string>& metadata) override;

 private:
  [[nodiscard]] std::unique_ptr<Workbench> take_workbench();
  void give_back(std::unique_ptr<Workbench> bench);

  fs::path target_;
  Runs runs_;
  ScratchFile early_;  // tags of documents before their turn
  DocumentTables documents_;
  std::mutex mutex_;  // guards benches_
  std::vector<std::unique_ptr<Workbench>> benches_;
  std::future<glass::TableRoot> positions_table_;  // goes first: it reads all of the above
};

void Workbench::invert(std::span<const passage::PassageDocument> passages) {
  inverter.clear();
  tags.clear();
  postings.clear();
  positions.clear();
  facts.clear();
  deflater.learn(passages);
  for (const passage::PassageDocument& passage : passages) {
    inverter.add(passage);
    put_tags(tags, passage, deflater, scratch);
    facts.add(passage);
  }
  inverter.write(postings, positions);
}

fs::path made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Failure(ExitCode::Failed, "cannot make " + folder.string() + ": " + error.message());
  }
  return folder;
}

BulkStore::BulkStore(const store::BuildFolders& folders, std::uint64_t memory)
    : target_(made(folders.target)),
      runs_(made(folders.scratch), memory / kMergeShare),
      early_(folders.scratch / "early"),
      documents_(target_, early_, memory / kEarlyShare) {
  std::error_code ignored;  // not empty: others use it too
  fs::remove(folders.scratch, ignored);
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

void BulkStore::write(std::size_t number, std::span<const passage::PassageDocument> passages) {
  std::unique_ptr<Workbench> bench = take_workbench();
  bench->invert(passages);
  documents_.add(number, std::move(bench->tags));
  runs_.add(number, {bench->postings, bench->positions, bench->facts, static_cast<std::uint32_t>(passages.size())});
  give_back(std::move(bench));
}

std::string BulkStore::serialise(std::span<const passage::PassageDocument> passages) {
  std::unique_ptr<Workbench> bench = take_workbench();
  bench->invert(passages);
  std::string bytes;
  put_varint(bytes, passages.size());
  for (const std::string* part : {&bench->tags, &bench->postings, &bench->positions, &bench->facts.lengths}) {
    put_length_prefixed(bytes, *part);
  }
  for (const std::string& column : bench->facts.values) {
    put_length_prefixed(bytes, column);
  }
  give_back(std::move(bench));
  return bytes;
}

void BulkStore::write_serialised(std::size_t number, std::string_view bytes) {
  const char* at = bytes.data();
  const auto count = static_cast<std::uint32_t>(get_varint(at));
  std::string tags(get_length_prefixed(at));
  const std::string_view postings = get_length_prefixed(at);
  const std::string_view positions = get_length_prefixed(at);
  FactColumns facts;
  facts.lengths = get_length_prefixed(at);
  for (std::string& column : facts.values) {
    column = get_length_prefixed(at);
  }
  documents_.add(number, std::move(tags));
  runs_.add(number, {postings, positions, facts, count});
}

void BulkStore::close(std::span<const store::Superseded> superseded) {
  benches_.clear();
  runs_.number_documents(superseded);
  positions_table_ =
      std::async(std::launch::async, [this] { return write_positions(target_ / glass::kPositionFile, runs_); });
}

void BulkStore::finish(const std::map<std::string, std::string>& metadata) {
  const DocumentTables::Roots documents = documents_.finish(runs_.numbers());
  const PostlistTable postlist = write_postlist(target_ / glass::kPostlistFile, runs_, metadata);
  glass::Version version;
  version.uuid = glass::new_uuid();
  version.docdata = documents.docdata;
  version.termlist = documents.termlist;
  version.postlist = postlist.root;
  version.position = positions_table_.get();
  version.statistics = postlist.statistics;
  glass::write_version(target_ / glass::kVersionFile, version);
}

}  // namespace

std::unique_ptr<store::SerialisingStore> bulk_store(const store::BuildFolders& folders, std::uint64_t memory) {
  return std::make_unique<BulkStore>(folders, memory);
}

}  // namespace nutgraf::bulk
