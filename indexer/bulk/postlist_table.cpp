// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/postlist_table.h"

#include <algorithm>

#include "core/base/varint.h"
#include "core/glass/posting_list.h"
#include "core/glass/table_writer.h"
#include "core/glass/value_list.h"

namespace nutgraf::bulk {
namespace {

void write_metadata(glass::TableWriter& table, const std::map<std::string, std::string>& metadata) {
  for (const auto& [name, value] : metadata) {
    if (!value.empty()) {
      table.put(std::string(glass::kMetadataPrefix) + name, value);
    }
  }
}

void write_values(glass::TableWriter& table, const Runs& runs) {
  for (std::uint32_t slot = 0; slot < schema::kSlotCount; ++slot) {  // below 128: their keys sort as their numbers
    glass::ValueBoundsWriter bounds;
    runs.each_value(slot, [&](std::uint32_t /*docid*/, std::string_view value) { bounds.add(value); });
    bounds.write(table, slot);
  }
  for (std::uint32_t slot = 0; slot < schema::kSlotCount; ++slot) {
    glass::ValueListWriter list(table, slot);
    runs.each_value(slot, [&](std::uint32_t docid, std::string_view value) { list.add(docid, value); });
    list.finish();
  }
}

glass::Statistics write_lengths(glass::TableWriter& table, const Runs& runs) {
  glass::Statistics statistics;
  glass::PostingListWriter lengths;
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
void add_postings(glass::PostingListWriter& list, std::string_view body, const DocumentNumbers& numbers) {
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

void write_terms(glass::TableWriter& table, const Runs& runs) {
  glass::PostingListWriter list;
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
  glass::TableWriter table(file);
  write_metadata(table, metadata);
  write_values(table, runs);
  const glass::Statistics statistics = write_lengths(table, runs);
  write_terms(table, runs);
  return {table.finish(), statistics};
}

}  // namespace nutgraf::bulk
