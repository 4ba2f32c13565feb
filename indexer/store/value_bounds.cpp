// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/value_bounds.h"

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "core/schema/slots.h"
#include "indexer/store/document.h"

namespace nutgraf::store {
namespace {

using Values = std::vector<std::pair<Xapian::docid, std::string>>;

Values values_of(const Xapian::Database& database, Xapian::valueno slot) {
  Values values;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
    values.emplace_back(value.get_docid(), *value);
  }
  return values;
}

bool occur(const Values& values, const std::string& lower, const std::string& upper) {
  bool has_lower = false;
  bool has_upper = false;
  for (const auto& [docid, value] : values) {
    has_lower = has_lower || value == lower;
    has_upper = has_upper || value == upper;
  }
  return values.empty() || (has_lower && has_upper);
}

/// Bounds begin anew where no document has a value any more.
void take_out_and_put_back(Xapian::WritableDatabase& database, Xapian::valueno slot, const Values& values) {
  for (const auto& [docid, value] : values) {
    Xapian::Document document = database.get_document(docid);
    document.remove_value(slot);
    database.replace_document(docid, document);
  }
  for (const auto& [docid, value] : values) {
    Xapian::Document document = database.get_document(docid);
    document.add_value(slot, value);
    database.replace_document(docid, document);
  }
}

}  // namespace

void tighten_value_bounds(const std::filesystem::path& passages) {
  const std::string path = passages.string();
  try {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (std::size_t number = 0; number < schema::kSlotCount; ++number) {
      const auto slot = static_cast<Xapian::valueno>(number);
      const Values values = values_of(database, slot);
      if (!occur(values, database.get_value_lower_bound(slot), database.get_value_upper_bound(slot))) {
        take_out_and_put_back(database, slot, values);
      }
    }
    database.commit();
  } catch (const Xapian::Error& error) {
    throw write_failure(error, path);
  }
}

}  // namespace nutgraf::store
