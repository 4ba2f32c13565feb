// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/postlist_table.h"

#include <algorithm>

#include "core/base/varint.h"
#include "indexer/bulk/posting_list.h"
#include "indexer/bulk/value_list.h"

namespace nutgraf::bulk {
namespace {

void write_metadata(TableWriter& table, const std::map<std::string, std::string>& metadata) {
  for (const auto& [name, value] : metadata) {
    if (!value.empty()) {
      table.put(std::string("\x00\xc0", 2) + name, value);
    }
  }
}

void write_values(TableWriter& table, const Runs& runs) {
  for (std::uint32_t slot = 0; slot < schema::kSlotCount; ++slot) {  // below 128: their keys sort as their numbers
    ValueStatistics statistics;
    runs.each_value(slot, [&](std::uint32_t /*docid*/, std::string_view value) { statistics.add(value); });
    statistics.write(table, slot);
  }
  for (std::uint32_t slot = 0; slot < schema::kSlotCount; ++slot) {
    ValueChunks chunks(table, slot);
    runs.each_value(slot, [&](std::uint32_t docid, std::string_view value) { chunks.add(docid, value); });
    chunks.finish();
  }
}

GlassStatistics write_lengths(TableWriter& table, const Runs& runs) {
  GlassStatistics statistics;
  PostingList lengths;
  runs.each_length([&](std::uint32_t docid, DocumentLength length) {
    lengths.add(docid, length.length);
    statistics.documents = docid;
    statistics.total_length += length.length;
    statistics.longest = std::max<std::uint64_t>(statistics.longest, length.length);
    statistics.highest_wdf = std::max<std::uint64_t>(statistics.highest_wdf, length.highest_wdf);
    if (length.length > 0 && (statistics.shortest == 0 || length.length < statistics.shortest)) {
      statistics.shortest = length.length;
    }
  });
  if (!lengths.empty()) {
    lengths.write_lengths(table);
  }
  return statistics;
}

/// Adds the postings of one term in one batch.
void add_postings(PostingList& list, std::string_view body, const DocumentNumbers& numbers) {
  DocumentNumbers::Cursor cursor(numbers);
  std::uint32_t place = 0;
  for (const char* at = body.data(); at != body.data() + body.size(); ++place) {
    place += static_cast<std::uint32_t>(get_varint(at));
    const auto wdf = static_cast<std::uint32_t>(get_varint(at));
    if (const std::uint32_t docid = cursor.docid(place); docid != 0) {
      list.add(docid, wdf);
    }
  }
}

void write_terms(TableWriter& table, const Runs& runs) {
  PostingList list;
  for (TermMerge terms = runs.postings(); terms.next();) {
    list.clear();
    for (const std::uint32_t batch : terms.batches()) {
      add_postings(list, terms.run(batch).body(), runs.numbers()[batch]);
    }
    if (!list.empty()) {
      list.write_term(table, terms.term());
    }
  }
}

}  // namespace

PostlistTable write_postlist(const std::filesystem::path& file, const Runs& runs,
                             const std::map<std::string, std::string>& metadata) {
  TableWriter table(file);
  write_metadata(table, metadata);
  write_values(table, runs);
  const GlassStatistics statistics = write_lengths(table, runs);
  write_terms(table, runs);
  return {table.finish(), statistics};
}

}  // namespace nutgraf::bulk
