// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/optimize.h"

#include <xapian.h>

#include "indexer/store/document.h"
#include "indexer/store/files.h"

namespace nutgraf::store {

void compact(const std::filesystem::path& from, const std::filesystem::path& to) {
  try {
    Xapian::Database database(from.string());
    database.compact(to.string(), Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
  } catch (const Xapian::Error& error) {
    throw write_failure(error, from.string());
  }
}

void compact_in_place(const std::filesystem::path& passages) {
  std::filesystem::path smaller = passages;
  smaller += ".compact";
  remove_tree(smaller);
  compact(passages, smaller);
  remove_tree(passages);
  rename_path(smaller, passages);
}

}  // namespace nutgraf::store
