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
#include "indexer/bulk/document_section.h"
#include "indexer/bulk/encode.h"
#include "indexer/bulk/inverter.h"
#include "indexer/bulk/merge.h"
#include "indexer/bulk/posting_list.h"
#include "indexer/bulk/scratch_file.h"
#include "indexer/bulk/table_writer.h"
#include "indexer/bulk/value_list.h"
#include "indexer/bulk/version_file.h"

namespace nutgraf::bulk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMinBuffer = std::size_t{8} << 10U;
constexpr std::size_t kMaxBuffer = std::size_t{256} << 10U;

/// What a batch left in the scratch files.
struct Run {
  Section postings;
  Section positions;
  Section documents;
  std::uint32_t count = 0;  // of documents
};

/// What a thread needs to write a batch; kept for the next one.
struct Workbench {
  Inverter inverter;
  Deflater deflater;
  std::string postings;
  std::string positions;
  std::string documents;
};

/// The tables that hold one entry a document, and what the postlist table keeps of each.
struct DocumentTables {
  TableRoot docdata;
  TableRoot termlist;
  PostingList lengths;
  std::vector<ValueList> values;
  GlassStatistics statistics;
};

class BulkStore final : public store::BuildStore {
 public:
  BulkStore(const fs::path& scratch, std::uint64_t memory);
  void write(std::size_t number, std::span<const PassageDocument> passages) override;
  void finish(const std::map<std::string, std::string>& metadata, std::span<const store::Superseded> superseded,
              const fs::path& target) override;

 private:
  using Numbers = std::vector<DocumentNumbers>;
  [[nodiscard]] std::unique_ptr<Workbench> take_workbench();
  void give_back(std::unique_ptr<Workbench> bench);
  [[nodiscard]] std::size_t buffer_size() const;
  [[nodiscard]] Numbers number_documents(std::span<const store::Superseded> superseded) const;
  [[nodiscard]] std::vector<std::uint32_t> places_of(std::size_t batch,
                                                     const std::set<std::string>& article_keys) const;
  [[nodiscard]] DocumentTables write_documents(const Numbers& numbers, const fs::path& target) const;
  [[nodiscard]] TableRoot write_postings(const Numbers& numbers, const std::map<std::string, std::string>& metadata,
                                         DocumentTables& documents, const fs::path& target) const;
  [[nodiscard]] TableRoot write_positions(const Numbers& numbers, const fs::path& target) const;
  [[nodiscard]] TermMerge merge(const ScratchFile& file, Section Run::*section) const;

  ScratchFile postings_;
  ScratchFile positions_;
  ScratchFile documents_;
  std::uint64_t memory_;
  std::mutex mutex_;  // guards runs_ and benches_
  std::vector<Run> runs_;
  std::vector<std::unique_ptr<Workbench>> benches_;
};

fs::path made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Failure(ExitCode::Failed, "cannot make " + folder.string() + ": " + error.message());
  }
  return folder;
}

BulkStore::BulkStore(const fs::path& scratch, std::uint64_t memory)
    : postings_(made(scratch) / "postings"),
      positions_(scratch / "positions"),
      documents_(scratch / "documents"),
      memory_(memory) {}

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
  bench->documents.clear();
  for (const PassageDocument& passage : passages) {
    bench->inverter.add(passage);
    put_document(bench->documents, passage, bench->deflater);
  }
  bench->inverter.write(bench->postings, bench->positions);
  const Run run{postings_.append(bench->postings), positions_.append(bench->positions),
                documents_.append(bench->documents), static_cast<std::uint32_t>(passages.size())};
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
  SectionReader section(documents_, runs_[batch].documents, kMaxBuffer);
  std::string room;
  for (std::uint32_t place = 0; place < runs_[batch].count; ++place) {
    const StoredDocument document = get_document(section, room);
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
    if (const auto found = keys.find(batch); found != keys.end()) {
      numbers[batch].dropped = places_of(batch, found->second);
    }
    next += runs_[batch].count - static_cast<std::uint32_t>(numbers[batch].dropped.size());
  }
  return numbers;
}

void add_document(DocumentTables& tables, const StoredDocument& document, std::uint32_t docid) {
  GlassStatistics& statistics = tables.statistics;
  const DocumentLength length = document.length;
  statistics.documents = docid;
  statistics.total_length += length.length;
  statistics.longest = std::max<std::uint64_t>(statistics.longest, length.length);
  statistics.highest_wdf = std::max<std::uint64_t>(statistics.highest_wdf, length.highest_wdf);
  if (length.length > 0 && (statistics.shortest == 0 || length.length < statistics.shortest)) {
    statistics.shortest = length.length;
  }
  tables.lengths.add(docid, length.length);
  for (std::size_t slot = 0; slot < document.values.size(); ++slot) {
    if (!document.values[slot].empty()) {
      tables.values[slot].add(docid, document.values[slot]);
    }
  }
}

DocumentTables BulkStore::write_documents(const Numbers& numbers, const fs::path& target) const {
  DocumentTables tables;
  for (std::uint32_t slot = 0; slot < schema::kSlotCount; ++slot) {
    tables.values.emplace_back(slot);
  }
  TableWriter docdata(target / "docdata.glass");
  TableWriter termlist(target / "termlist.glass");
  std::string room;
  std::string key;
  for (std::size_t batch = 0; batch < runs_.size(); ++batch) {
    SectionReader section(documents_, runs_[batch].documents, kMaxBuffer);
    DocumentNumbers::Cursor cursor(numbers[batch]);
    for (std::uint32_t place = 0; place < runs_[batch].count; ++place) {
      const StoredDocument document = get_document(section, room);
      const std::uint32_t docid = cursor.docid(place);
      if (docid == 0) {
        continue;
      }
      add_document(tables, document, docid);
      key.clear();
      put_sint(key, docid);
      if (!document.data.bytes.empty()) {
        docdata.put(key, document.data.bytes, document.data.packed);
      }
      termlist.put(key, document.terms.bytes, document.terms.packed);
      if (!document.used_slots.empty()) {
        key.push_back('\0');
        termlist.put(key, document.used_slots);
      }
    }
  }
  tables.docdata = docdata.finish();
  tables.termlist = termlist.finish();
  return tables;
}

TermMerge BulkStore::merge(const ScratchFile& file, Section Run::*section) const {
  std::vector<RunCursor> cursors;
  cursors.reserve(runs_.size());
  for (const Run& run : runs_) {
    cursors.emplace_back(file, run.*section, buffer_size());
  }
  return TermMerge(std::move(cursors));
}

TableRoot BulkStore::write_postings(const Numbers& numbers, const std::map<std::string, std::string>& metadata,
                                    DocumentTables& documents, const fs::path& target) const {
  TableWriter table(target / "postlist.glass");
  for (const auto& [name, value] : metadata) {
    if (!value.empty()) {
      table.put(std::string("\x00\xc0", 2) + name, value);
    }
  }
  for (const ValueList& values : documents.values) {  // slots below 128: their keys sort as their numbers
    values.write_statistics(table);
  }
  for (const ValueList& values : documents.values) {
    values.write_chunks(table);
  }
  if (documents.statistics.documents > 0) {
    documents.lengths.write_lengths(table);
  }
  PostingList list;
  for (TermMerge terms = merge(postings_, &Run::postings); terms.next();) {
    list.clear();
    for (const std::uint32_t batch : terms.batches()) {
      DocumentNumbers::Cursor cursor(numbers[batch]);
      const std::string_view body = terms.run(batch).body();
      std::uint32_t place = 0;
      for (const char* at = body.data(); at != body.data() + body.size(); ++place) {
        place += static_cast<std::uint32_t>(get_vint(at));
        const auto wdf = static_cast<std::uint32_t>(get_vint(at));
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

TableRoot BulkStore::write_positions(const Numbers& numbers, const fs::path& target) const {
  const fs::path file = target / "position.glass";
  TableWriter table(file);
  std::string key;
  for (TermMerge terms = merge(positions_, &Run::positions); terms.next();) {
    key.clear();
    put_sstr(key, terms.term(), Last::No);
    const std::size_t term_size = key.size();
    for (const std::uint32_t batch : terms.batches()) {
      DocumentNumbers::Cursor cursor(numbers[batch]);
      const std::string_view body = terms.run(batch).body();
      std::uint32_t place = 0;
      for (const char* at = body.data(); at != body.data() + body.size(); ++place) {
        place += static_cast<std::uint32_t>(get_vint(at));
        const auto size = static_cast<std::size_t>(get_vint(at));
        if (const std::uint32_t docid = cursor.docid(place); docid != 0) {
          key.resize(term_size);
          put_sint(key, docid);
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

void BulkStore::finish(const std::map<std::string, std::string>& metadata,
                       std::span<const store::Superseded> superseded, const fs::path& target) {
  benches_.clear();
  made(target);
  std::uint64_t documents = 0;
  for (const Run& run : runs_) {
    documents += run.count;
  }
  if (documents >= std::numeric_limits<std::uint32_t>::max()) {
    throw Failure(ExitCode::Failed, "more passages than one Xapian database holds (2^32)", "build several shards");
  }
  const Numbers numbers = number_documents(superseded);
  auto positions = std::async(std::launch::async, [&] { return write_positions(numbers, target); });
  DocumentTables tables = write_documents(numbers, target);
  GlassTables glass;
  glass.docdata = tables.docdata;
  glass.termlist = tables.termlist;
  glass.postlist = write_postings(numbers, metadata, tables, target);
  glass.position = positions.get();
  write_version_file(target, glass, tables.statistics);
}

}  // namespace

std::unique_ptr<store::BuildStore> bulk_store(const fs::path& scratch, std::uint64_t memory) {
  return std::make_unique<BulkStore>(scratch, memory);
}

}  // namespace nutgraf::bulk
