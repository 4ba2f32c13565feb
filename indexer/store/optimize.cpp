// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/optimize.h"

#include <xapian.h>

#include <algorithm>

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

std::uint64_t density_of(const std::filesystem::path& passages, std::uint64_t count) {
  return bytes_in(passages) / std::max<std::uint64_t>(1, count);
}

bool is_swollen(std::uint64_t density, std::uint64_t written) {
  // The first small update makes tables a quarter larger, the next hundred about another: see docs/benchmarks.md.
  constexpr double kSwollen = 1.4;
  return written > 0 && static_cast<double>(density) > kSwollen * static_cast<double>(written);
}

}  // namespace nutgraf::store
