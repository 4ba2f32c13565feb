// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/segment_store.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

#include "core/schema/terms.h"
#include "indexer/store/document.h"
#include "indexer/store/files.h"

namespace nutgraf::store {
namespace {

namespace fs = std::filesystem;

// A segment that is being merged keeps this many files open, and the program needs some for itself.
constexpr std::size_t kFilesPerSegment = 8;
constexpr std::size_t kOtherFiles = 64;
constexpr std::size_t kMostAtOnce = 1024;  // beyond this, comparing heads costs more than a second pass

// Not DB_DANGEROUS: it gains nothing in a new database, and hides why a write failed.
constexpr int kScratchFlags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS;

/// How many segments may be merged at once under the limit of open files, which is raised as far as allowed.
std::size_t most_at_once() {
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return 16;
  }
  const rlim_t wanted = kMostAtOnce * kFilesPerSegment + kOtherFiles;
  if (limit.rlim_cur < wanted) {
    struct rlimit raised = limit;
    raised.rlim_cur = std::min(limit.rlim_max, wanted);
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) {
      limit = raised;
    }
  }
  const auto files = static_cast<std::size_t>(std::min<rlim_t>(limit.rlim_cur, wanted));
  return std::clamp(files > kOtherFiles ? (files - kOtherFiles) / kFilesPerSegment : 0, std::size_t{2}, kMostAtOnce);
}

/// Segments never contain the same metadata key; should they once, the later segment is right.
class LastValue : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& /*key*/, std::size_t count,
                                         const std::string values[]) override {  // NOLINT(*-avoid-c-arrays)
    return values[count - 1];
  }
};

void merge(const std::vector<fs::path>& segments, const fs::path& target) {
  Xapian::Database all;
  for (const fs::path& segment : segments) {
    all.add_database(Xapian::Database(segment.string(), Xapian::DB_BACKEND_GLASS));
  }
  LastValue last_value;
  all.compact(target.string(), Xapian::Compactor::FULL, 0, last_value);
}

class SegmentStore : public BuildStore {
 public:
  explicit SegmentStore(BuildFolders folders)
      : scratch_(std::move(folders.scratch)), target_(std::move(folders.target)) {
    make_folders(scratch_);
  }
  ~SegmentStore() override {
    std::error_code ignored;
    fs::remove_all(scratch_, ignored);
  }
  SegmentStore(const SegmentStore&) = delete;
  SegmentStore& operator=(const SegmentStore&) = delete;
  SegmentStore(SegmentStore&&) = delete;
  SegmentStore& operator=(SegmentStore&&) = delete;

  void write(std::size_t number, std::span<const passage::PassageDocument> passages) override {
    if (passages.empty()) {
      return;
    }
    const fs::path folder = segment(number);
    try {
      Xapian::WritableDatabase database(folder.string(), kScratchFlags);
      for (const passage::PassageDocument& passage : passages) {
        database.add_document(to_document(passage));
      }
      database.commit();
      database.close();
    } catch (const Xapian::Error& e) {
      throw write_failure(e, folder.string());
    }
    const std::lock_guard guard(mutex_);
    written_.insert(number);
  }

  void close(std::span<const Superseded> superseded) override {
    try {
      remove_superseded(superseded);
    } catch (const Xapian::Error& e) {
      throw write_failure(e, scratch_.string());
    }
  }

  void finish(const std::map<std::string, std::string>& metadata) override {
    try {
      std::vector<fs::path> segments;
      for (const std::size_t number : written_) {
        segments.push_back(segment(number));
      }
      segments = merge_levels(std::move(segments));
      segments.push_back(write_metadata(metadata));
      merge(segments, target_);
    } catch (const Xapian::Error& e) {
      throw write_failure(e, target_.string());
    }
  }

 private:
  [[nodiscard]] fs::path segment(std::size_t number) const { return scratch_ / fmt::format("{:06}", number); }

  void remove_superseded(std::span<const Superseded> superseded) const {
    std::map<std::size_t, std::vector<std::string>> by_batch;
    for (const Superseded& old : superseded) {
      by_batch[old.batch].push_back(old.id);
    }
    for (const auto& [batch, ids] : by_batch) {
      if (!written_.contains(batch)) {
        continue;
      }
      Xapian::WritableDatabase database(segment(batch).string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
      for (const std::string& id : ids) {
        database.delete_document(schema::make_term(schema::kIdPrefix, id));
      }
      database.commit();
      database.close();
    }
  }

  /// As few segments as can be merged at once, still in order.
  [[nodiscard]] std::vector<fs::path> merge_levels(std::vector<fs::path> segments) const {
    const std::size_t at_once = most_at_once();
    for (int level = 0; segments.size() >= at_once; ++level) {
      std::vector<fs::path> merged;
      for (std::size_t first = 0; first < segments.size(); first += at_once) {
        const auto begin = segments.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = begin + static_cast<std::ptrdiff_t>(std::min(at_once, segments.size() - first));
        merged.push_back(scratch_ / fmt::format("merged-{}-{:06}", level, merged.size()));
        merge({begin, end}, merged.back());
        std::for_each(begin, end, remove_tree);
      }
      segments = std::move(merged);
    }
    return segments;
  }

  [[nodiscard]] fs::path write_metadata(const std::map<std::string, std::string>& metadata) const {
    fs::path folder = scratch_ / "metadata";
    Xapian::WritableDatabase database(folder.string(), kScratchFlags);
    for (const auto& [key, value] : metadata) {
      database.set_metadata(key, value);
    }
    database.commit();
    database.close();
    return folder;
  }

  fs::path scratch_;
  fs::path target_;
  std::mutex mutex_;
  std::set<std::size_t> written_;
};

}  // namespace

std::unique_ptr<BuildStore> segment_store(const BuildFolders& folders) {
  return std::make_unique<SegmentStore>(folders);
}

}  // namespace nutgraf::store
