// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/keys.h"

namespace nutgraf::read::csv {

/// What the first row of a table is. A header names a column that a key fills a title or text from, or one of --map.
enum class FirstRow : std::uint8_t {
  Header,
  Record,   // there is no header, and --map gives numbers of columns
  Unknown,  // neither
};
[[nodiscard]] FirstRow first_row_of(const std::vector<std::string>& cells, const KeyPlan& keys);

/// The columns of a table and what --map takes from them.
class Columns {
 public:
  /// `first` are the cells of the first row. Columns without a name, and all where there is no header, are named by
  /// their numbers, from 1; of several with one name all but the first have their numbers behind it.
  Columns(const std::vector<std::string>& first, FirstRow kind, KeyPlan keys);

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  /// For records whose keys are the names.
  [[nodiscard]] const KeyPlan& keys() const { return keys_; }
  /// Whether a row repeats the header, as it does where files were joined.
  [[nodiscard]] bool is_header(const std::vector<std::string>& cells) const { return cells == header_; }
  /// A row as a JSON object, with as many cells as there are columns. Numbers by which spreadsheets count days become
  /// dates in columns that a date is taken from.
  [[nodiscard]] std::string as_json(const std::vector<std::string>& cells) const;

 private:
  std::vector<std::string> header_;  // as written; empty where there is none
  std::vector<std::string> names_;
  std::vector<bool> dated_;  // whether a column may give the date
  KeyPlan keys_;
};

}  // namespace nutgraf::read::csv
