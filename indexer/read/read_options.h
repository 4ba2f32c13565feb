// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nutgraf::read {

/// How inputs are to be read; remembered by the index so that a later build or update reads the same way.
struct ReadOptions {
  std::vector<std::string> inputs;  // as typed
  std::vector<std::string> roots;   // absolute; ids from paths are relative to the one that contains the file
  std::string language;             // of records that declare none; empty = detect
  std::string format;               // the name of a reader; empty = by content and name
  std::vector<std::pair<std::string, std::string>> map;  // field=key
  std::vector<std::pair<std::string, std::string>> set;  // field=value; "field:" where it is for all records
  bool source_from_folder = false;
  std::string date_from;  // strptime-like pattern on the path: %Y %m %d, * = anything
  friend bool operator==(const ReadOptions&, const ReadOptions&) = default;
};

}  // namespace nutgraf::read
