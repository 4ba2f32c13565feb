// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/document_tables.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/glass/byte_reader.h"
#include "core/glass/format.h"
#include "core/glass/scalars.h"
#include "core/glass/table.h"
#include "indexer/bulk/document_tags.h"
#include "indexer/store/files.h"

namespace nutgraf::bulk {
namespace {

namespace fs = std::filesystem;

/// From docids that count every document to those of the documents kept; asked in ascending order.
class Renumbering {
 public:
  explicit Renumbering(std::span<const DocumentNumbers> numbers) : numbers_(numbers) {}

  /// 0 = left out.
  [[nodiscard]] std::uint32_t operator()(std::uint32_t docid) {
    while (docid > before_ + numbers_[batch_].count) {
      before_ += numbers_[batch_].count;
      ++batch_;
    }
    return DocumentNumbers::Cursor(numbers_[batch_]).docid(docid - before_ - 1);
  }

 private:
  std::span<const DocumentNumbers> numbers_;
  std::size_t batch_ = 0;
  std::uint32_t before_ = 0;  // documents of the batches before
};

glass::TableRoot copy_kept(const fs::path& file, const glass::TableRoot& all,
                           std::span<const DocumentNumbers> numbers) {
  fs::path kept = file;
  kept += ".kept";
  Renumbering renumbered(numbers);
  const glass::Table table(file, all, glass::kFirstRevision);
  glass::TableCursor entry(table);
  static_cast<void>(entry.seek(""));  // before the first entry
  glass::TableWriter writer(kept);
  std::string key;
  std::vector<unsigned char> fragments;
  while (entry.next()) {
    glass::ByteReader old_key(entry.key());
    const std::uint32_t docid = renumbered(old_key.sint());
    if (docid != 0) {
      key.clear();
      glass::put_sint(key, docid);
      key += glass::as_text(old_key.rest());
      writer.put(key, glass::as_text(entry.stored_tag(fragments)), entry.compressed());
    }
  }
  const glass::TableRoot root = writer.finish();
  store::rename_path(kept, file);
  return root;
}

}  // namespace

DocumentTables::DocumentTables(const fs::path& target, ScratchFile& scratch, std::uint64_t waiting_bytes)
    : target_(target),
      scratch_(scratch),
      waiting_bytes_(waiting_bytes),
      docdata_(target / glass::kDocdataFile),
      termlist_(target / glass::kTermlistFile) {}

DocumentTables::Waiting DocumentTables::keep(std::size_t number, std::string tags) {
  if (number != next_ && held_ + tags.size() > waiting_bytes_) {
    return {{}, scratch_.append(tags)};
  }
  held_ += tags.size();
  return {std::move(tags), {}};
}

std::string DocumentTables::tags_of(Waiting waiting) const {
  if (waiting.spilled.size > 0) {
    waiting.tags.resize(static_cast<std::size_t>(waiting.spilled.size));
    scratch_.read(waiting.spilled.begin, waiting.tags.data(), waiting.tags.size());
  }
  return std::move(waiting.tags);
}

void DocumentTables::add(std::size_t number, std::string tags) {
  std::unique_lock lock(mutex_);
  waiting_.emplace(number, keep(number, std::move(tags)));
  if (state_ == State::Writing) {
    return;  // the thread that writes takes this batch too when its turn comes
  }
  state_ = State::Writing;
  while (!waiting_.empty() && waiting_.begin()->first == next_) {
    Waiting batch = std::move(waiting_.begin()->second);
    waiting_.erase(waiting_.begin());
    held_ -= batch.tags.size();
    lock.unlock();
    put(tags_of(std::move(batch)));
    lock.lock();
    ++next_;
  }
  state_ = State::Idle;
}

void DocumentTables::put(std::string_view tags) {
  for (const char* at = tags.data(); at != tags.data() + tags.size();) {
    const DocumentTags document = get_tags(at);
    key_.clear();
    glass::put_sint(key_, ++docid_);
    if (!document.data.bytes.empty()) {
      docdata_.put(key_, document.data.bytes, document.data.compressed);
    }
    termlist_.put(key_, document.terms.bytes, document.terms.compressed);
    if (!document.used_slots.empty()) {
      key_.push_back('\0');
      termlist_.put(key_, document.used_slots);
    }
  }
}

DocumentTables::Roots DocumentTables::finish(std::span<const DocumentNumbers> numbers) {
  const Roots all{docdata_.finish(), termlist_.finish()};
  if (std::ranges::all_of(numbers, [](const DocumentNumbers& batch) { return batch.dropped.empty(); })) {
    return all;
  }
  return {copy_kept(target_ / glass::kDocdataFile, all.docdata, numbers),
          copy_kept(target_ / glass::kTermlistFile, all.termlist, numbers)};
}

}  // namespace nutgraf::bulk
