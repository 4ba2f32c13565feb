// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/verify_tables.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include "core/glass/corruption_error.h"
#include "core/glass/format.h"
#include "core/glass/lost_pages.h"
#include "core/glass/table.h"
#include "core/glass/version_file.h"

namespace nutgraf::store {
namespace {

namespace fs = std::filesystem;
using Problems = std::vector<std::string>;

constexpr std::array kTableFiles{glass::kPostlistFile, glass::kPositionFile, glass::kDocdataFile, glass::kTermlistFile};

Problems check_with_xapian(const fs::path& passages) {
  std::ostringstream report;
  const std::size_t errors = Xapian::Database::check(passages.string(), 0, &report);
  if (errors == 0) {
    return {};
  }
  Problems problems{fmt::format("Xapian's check finds {} errors in {}", errors, passages.string())};
  std::istringstream lines(report.str());
  constexpr std::size_t kMostLines = 20;
  for (std::string line; problems.size() < kMostLines && std::getline(lines, line);) {
    if (!line.empty()) {
      problems.push_back(line);
    }
  }
  return problems;
}

/// Throws CorruptionError.
void walk(const glass::Table& table) {
  glass::TableCursor cursor(table);
  (void)cursor.seek({});
  std::string last;
  std::vector<unsigned char> tag;
  std::uint64_t entries = 0;
  for (; cursor.next(); ++entries) {
    if (cursor.key() <= last) {
      table.refuse("has entries out of order");
    }
    last = cursor.key();
    (void)cursor.stored_tag(tag);
  }
  glass::require_no_lost_pages();
  if (entries != table.root().entries) {
    table.refuse(fmt::format("has {} entries, {} were written", entries, table.root().entries));
  }
}

Problems walk_all(const fs::path& passages) {
  const glass::Version version = glass::read_version(passages / glass::kVersionFile);
  const std::array roots{version.postlist, version.position, version.docdata, version.termlist};
  Problems problems;
  for (std::size_t i = 0; i < kTableFiles.size(); ++i) {
    try {
      walk(glass::Table(passages / kTableFiles.at(i), roots.at(i), version.revision));
    } catch (const glass::CorruptionError& error) {
      problems.push_back(fmt::format("{}: {}", passages.string(), error.what()));
    }
  }
  return problems;
}

}  // namespace

TableCheck possible_check(const fs::path& passages) {
  const bool may_write = std::ranges::all_of(kTableFiles, [&](std::string_view name) {
    const fs::path file = passages / name;
    std::error_code error;
    return !fs::exists(file, error) || ::access(file.c_str(), W_OK) == 0;
  });
  return may_write ? TableCheck::Xapian : TableCheck::Entries;
}

Problems verify_tables(const fs::path& passages, TableCheck check) {
  return check == TableCheck::Xapian ? check_with_xapian(passages) : walk_all(passages);
}

}  // namespace nutgraf::store
