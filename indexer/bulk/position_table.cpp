// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/position_table.h"

#include <string>

#include "core/base/varint.h"
#include "core/glass/encode.h"

namespace nutgraf::bulk {

TableRoot write_positions(const std::filesystem::path& file, const Runs& runs) {
  TableWriter table(file);
  std::string key;
  for (TermMerge terms = runs.positions(); terms.next();) {
    key.clear();
    glass::put_sstr(key, terms.term(), glass::Last::No);
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
  TableRoot root = table.finish();
  if (root.entries == 0) {
    std::filesystem::remove(file);
    root = {};
  }
  return root;
}

}  // namespace nutgraf::bulk
