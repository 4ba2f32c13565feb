// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/position_table.h"

#include <string>

#include "core/base/varint.h"
#include "core/glass/position_list.h"
#include "core/glass/scalars.h"
#include "core/glass/table_writer.h"

namespace nutgraf::bulk {

glass::TableRoot write_positions(const std::filesystem::path& file, const Runs& runs) {
  glass::TableWriter table(file);
  std::string key;
  for (TermMerge terms = runs.positions(); terms.next();) {
    key.clear();
    glass::put_position_key(key, terms.term());
    const std::size_t term_size = key.size();
    for (const std::uint32_t batch : terms.batches()) {
      DocumentNumbers::Cursor cursor(runs.numbers()[batch]);
      const std::string_view body = terms.run(batch).body();
      std::uint32_t place = 0;
      for (const char* at = body.data(); at != body.data() + body.size(); ++place) {
        place += static_cast<std::uint32_t>(get_varint(at));
        const auto size = static_cast<std::size_t>(get_varint(at));
        if (const std::uint32_t docid = cursor.docid(place); docid != 0) {
          key.resize(term_size);
          glass::put_sint(key, docid);
          table.put(key, {at, size});
        }
        at += size;
      }
    }
  }
  glass::TableRoot root = table.finish();
  if (root.entries == 0) {
    std::filesystem::remove(file);
    root = {};
  }
  return root;
}

}  // namespace nutgraf::bulk
