// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "query/command/console.h"
#include "query/format/format.h"
#include "query/options.h"

namespace nutgraf::query {

/// Writes the rows of a view one after the other: as text, cells separated by two spaces or more; else in the format
/// asked for.
class Table {
 public:
  Table(const QueryOptions& options, const Console& console, std::vector<std::string> columns);

  void add(const format::Row& row);
  void finish();
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  const Console& console_;
  std::vector<std::string> columns_;
  std::unique_ptr<format::RowFormat> format_;  // none for text
  format::Frame frame_;
  std::uint64_t rows_ = 0;
};

}  // namespace nutgraf::query
