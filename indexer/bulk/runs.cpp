// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/runs.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "core/base/failure.h"
#include "core/schema/slots.h"

namespace nutgraf::bulk {
namespace {

constexpr std::size_t kMinBuffer = std::size_t{8} << 10U;
constexpr std::size_t kMaxBuffer = std::size_t{256} << 10U;

}  // namespace

Runs::Runs(const std::filesystem::path& scratch, std::uint64_t memory)
    : postings_(scratch / "postings"),
      positions_(scratch / "positions"),
      columns_(scratch / "columns"),
      memory_(memory) {}

void Runs::add(std::size_t number, const Batch& batch) {
  const Run run{postings_.append(batch.postings), positions_.append(batch.positions), append(columns_, batch.columns),
                batch.count};
  const std::lock_guard lock(mutex_);
  if (runs_.size() <= number) {
    runs_.resize(number + 1);
  }
  runs_[number] = run;
}

void Runs::number_documents(std::span<const store::Superseded> superseded) {
  std::map<std::size_t, std::set<std::string>> keys;
  for (const store::Superseded& article : superseded) {
    keys[article.batch].insert(schema::article_key(article.id));
  }
  numbers_.resize(runs_.size());
  std::uint64_t next = 1;
  for (std::size_t batch = 0; batch < runs_.size(); ++batch) {
    numbers_[batch].first = static_cast<std::uint32_t>(next);
    numbers_[batch].count = runs_[batch].count;
    if (const auto found = keys.find(batch); found != keys.end()) {
      numbers_[batch].dropped = places_of(batch, found->second);
    }
    next += runs_[batch].count - numbers_[batch].dropped.size();
    if (next > std::numeric_limits<std::uint32_t>::max()) {
      throw Failure(ExitCode::Failed, "more passages than one Xapian database can contain (2^32)",
                    "build several shards");
    }
  }
}

std::vector<std::uint32_t> Runs::places_of(std::size_t batch, const std::set<std::string>& article_keys) const {
  constexpr auto kArticle = static_cast<std::size_t>(schema::Slot::Article);
  std::vector<std::uint32_t> places;
  SectionReader keys(columns_, runs_[batch].columns.values[kArticle], kColumnBuffer);
  for (std::uint32_t place = 0; place < runs_[batch].count; ++place) {
    if (article_keys.contains(std::string(keys.counted_bytes()))) {
      places.push_back(place);
    }
  }
  return places;
}

std::size_t Runs::buffer_size() const {
  // Two merges read every run at the same time.
  const std::uint64_t share = memory_ / std::max<std::size_t>(1, 2 * runs_.size());
  return static_cast<std::size_t>(std::clamp<std::uint64_t>(share, kMinBuffer, kMaxBuffer));
}

TermMerge Runs::merge(const ScratchFile& file, Section Run::*section) const {
  std::vector<RunCursor> cursors;
  cursors.reserve(runs_.size());
  for (const Run& run : runs_) {
    cursors.emplace_back(file, run.*section, buffer_size());
  }
  return TermMerge(std::move(cursors));
}

}  // namespace nutgraf::bulk
