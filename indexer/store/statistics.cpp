// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "core/base/failure.h"
#include "core/base/folder_entries.h"
#include "core/index/layout.h"
#include "core/index/record.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"

namespace nutgraf::store {
namespace {

namespace fs = std::filesystem;

/// Of a file; nothing if a writer has removed it since it was listed.
std::uint64_t size_of(const fs::directory_entry& entry) {
  std::error_code error;
  const std::uintmax_t size = entry.is_regular_file(error) ? entry.file_size(error) : 0;
  if (error && error != std::errc::no_such_file_or_directory) {
    throw Failure(ExitCode::Missing, fmt::format("cannot read {}: {}", entry.path().string(), error.message()),
                  "see that you may read all of the index");
  }
  return error ? 0 : size;
}

void add_bytes(const fs::path& folder, Statistics& statistics) {
  for (const fs::directory_entry& entry : folder_entries(folder)) {
    std::error_code none;  // what cannot be looked at is no folder, and size_of() says why
    if (entry.is_directory(none)) {
      add_bytes(entry.path(), statistics);
      continue;
    }
    const std::uint64_t size = size_of(entry);
    statistics.total_bytes += size;
    if (size > 0 && folder.filename() == layout::kPassages) {
      statistics.bytes.emplace_back(entry.path().filename().string(), size);
    }
  }
}

void count_bytes(const fs::path& folder, Statistics& statistics) {
  add_bytes(folder, statistics);
  std::ranges::sort(statistics.bytes, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
}

/// Which passages of a shard are the first of their article.
std::vector<bool> first_passages(const Xapian::Database& shard) {
  std::vector<bool> firsts(std::size_t{shard.get_lastdocid()} + 1);
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::Ordinal);
  for (auto ordinal = shard.valuestream_begin(slot); ordinal != shard.valuestream_end(slot); ++ordinal) {
    firsts[ordinal.get_docid()] = schema::decode_u32(*ordinal) == 0;
  }
  return firsts;
}

std::string spelling(const Xapian::Database& shard, Xapian::docid first, const std::string& folded) {
  const std::string written = decode_passage_data(shard.get_document(first).get_data()).record.source;
  return written.empty() ? folded : written;
}

void count_source(const Xapian::Database& shard, const std::string& term, const std::vector<bool>& firsts,
                  std::map<std::string, SourceCount>& sources) {
  SourceCount& count = sources[term];
  Xapian::docid first = 0;
  for (auto passage = shard.postlist_begin(term); passage != shard.postlist_end(term); ++passage) {
    ++count.passages;
    if (firsts.at(*passage)) {
      ++count.articles;
      first = first == 0 ? *passage : first;
    }
  }
  if (count.source.empty() && first != 0) {
    count.source = spelling(shard, first, term.substr(schema::kSourcePrefix.size()));
  }
}

void count_sources(const OpenIndex& index, std::size_t most, Statistics& statistics) {
  const std::string prefix(schema::kSourcePrefix);
  std::map<std::string, SourceCount> sources;
  SourceCount none{"", index.contract.articles, index.contract.passages};
  for (const Xapian::Database& shard : index.shards) {
    const std::vector<bool> firsts = first_passages(shard);
    for (auto term = shard.allterms_begin(prefix); term != shard.allterms_end(prefix); ++term) {
      count_source(shard, *term, firsts, sources);
    }
  }
  for (auto& [term, count] : sources) {
    none.articles -= std::min(none.articles, count.articles);
    none.passages -= std::min(none.passages, count.passages);
    statistics.sources.push_back(std::move(count));
  }
  if (none.articles > 0) {
    statistics.sources.push_back(std::move(none));
  }
  std::stable_sort(statistics.sources.begin(), statistics.sources.end(),
                   [](const SourceCount& a, const SourceCount& b) { return a.articles > b.articles; });
  statistics.sources.resize(std::min(most, statistics.sources.size()));
}

}  // namespace

Statistics statistics(const OpenIndex& index, std::size_t most_sources) {
  Statistics found;
  if (!index.generation.empty()) {
    count_bytes(layout::generation_folder(index.path, index.generation), found);
  }
  try {
    count_sources(index, most_sources, found);
  } catch (const Xapian::Error& e) {
    throw index_failure(e, index.path);
  }
  return found;
}

}  // namespace nutgraf::store
