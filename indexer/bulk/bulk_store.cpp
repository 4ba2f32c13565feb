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
#include "indexer/bulk/inverter.h"
#include "indexer/bulk/position_table.h"
#include "indexer/bulk/postlist_table.h"
#include "indexer/bulk/runs.h"
#include "indexer/bulk/scratch_file.h"
#include "indexer/bulk/value_columns.h"

namespace nutgraf::bulk {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMergeShare = 4;   // of the memory, for the buffers of merges
constexpr std::uint64_t kEarlyShare = 16;  // of the memory, for documents that come before their turn

/// What a thread needs to write a batch; kept for the next one.
struct BatchBuffers {
  void invert(std::span<const passage::PassageDocument> passages);

  Inverter inverter;
  Deflater deflater;
  std::string scratch;
  // What becomes of the batch.
  std::string tags;
  std::string postings;
  std::string positions;
  ValueColumns columns;
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
  [[nodiscard]] std::unique_ptr<BatchBuffers> take_buffers();
  void give_back(std::unique_ptr<BatchBuffers> buffers);

  fs::path target_;
  Runs runs_;
  ScratchFile early_;  // tags of documents before their turn
  DocumentTables documents_;
  std::mutex mutex_;  // guards free_buffers_
  std::vector<std::unique_ptr<BatchBuffers>> free_buffers_;
  std::future<glass::TableRoot> positions_table_;  // goes first: it reads all of the above
};

void BatchBuffers::invert(std::span<const passage::PassageDocument> passages) {
  inverter.clear();
  tags.clear();
  postings.clear();
  positions.clear();
  columns.clear();
  deflater.learn(passages);
  for (const passage::PassageDocument& passage : passages) {
    inverter.add(passage);
    put_tags(tags, passage, deflater, scratch);
    columns.add(passage);
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

std::unique_ptr<BatchBuffers> BulkStore::take_buffers() {
  const std::lock_guard lock(mutex_);
  if (free_buffers_.empty()) {
    return std::make_unique<BatchBuffers>();
  }
  std::unique_ptr<BatchBuffers> buffers = std::move(free_buffers_.back());
  free_buffers_.pop_back();
  return buffers;
}

void BulkStore::give_back(std::unique_ptr<BatchBuffers> buffers) {
  const std::lock_guard lock(mutex_);
  free_buffers_.push_back(std::move(buffers));
}

void BulkStore::write(std::size_t number, std::span<const passage::PassageDocument> passages) {
  std::unique_ptr<BatchBuffers> buffers = take_buffers();
  buffers->invert(passages);
  documents_.add(number, std::move(buffers->tags));
  runs_.add(number,
            {buffers->postings, buffers->positions, buffers->columns, static_cast<std::uint32_t>(passages.size())});
  give_back(std::move(buffers));
}

std::string BulkStore::serialise(std::span<const passage::PassageDocument> passages) {
  std::unique_ptr<BatchBuffers> buffers = take_buffers();
  buffers->invert(passages);
  std::string bytes;
  put_varint(bytes, passages.size());
  for (const std::string* part : {&buffers->tags, &buffers->postings, &buffers->positions, &buffers->columns.lengths}) {
    put_length_prefixed(bytes, *part);
  }
  for (const std::string& column : buffers->columns.values) {
    put_length_prefixed(bytes, column);
  }
  give_back(std::move(buffers));
  return bytes;
}

void BulkStore::write_serialised(std::size_t number, std::string_view bytes) {
  const char* at = bytes.data();
  const auto count = static_cast<std::uint32_t>(get_varint(at));
  std::string tags(get_length_prefixed(at));
  const std::string_view postings = get_length_prefixed(at);
  const std::string_view positions = get_length_prefixed(at);
  ValueColumns columns;
  columns.lengths = get_length_prefixed(at);
  for (std::string& column : columns.values) {
    column = get_length_prefixed(at);
  }
  documents_.add(number, std::move(tags));
  runs_.add(number, {postings, positions, columns, count});
}

void BulkStore::close(std::span<const store::Superseded> superseded) {
  free_buffers_.clear();
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
