// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/read/document.h"
#include "indexer/read/page_parts.h"
#include "indexer/read/unpack/archive_stream.h"

namespace nutgraf::read::unpack {

/// Members of one archive that may be parts of a page that has not come yet: kept in memory until it has, or until the
/// archive ends.
struct HeldMembers {
  struct Entry {
    Member member;
    Document document;
    std::string bytes;
  };
  static constexpr std::size_t kMost = 64UL * 1024 * 1024;  // bytes; what does not fit is read at once

  PagesOfArchive pages;
  std::vector<Entry> entries;
  std::size_t bytes = 0;  // of all entries
};

}  // namespace nutgraf::read::unpack
