// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::read {

/// What archives may unfold to: guards against decompression bombs.
struct UnpackLimits {
  std::uint64_t bytes = 1'073'741'824;  // that one file may always unfold to, with all archives in it
  std::uint64_t ratio = 500;            // and as many times its own size
  std::uint64_t depth = 8;              // of archives in archives
  friend bool operator==(const UnpackLimits&, const UnpackLimits&) = default;
};

/// How inputs are to be read; remembered by the index so that a later build or update reads the same way.
struct ReadOptions {
  std::vector<std::string> inputs;  // as typed
  std::vector<std::string> roots;   // absolute; ids from paths are relative to the one that contains the file
  std::string language;             // of records that declare none; empty = detect
  std::string format;               // the name of a reader; empty = by content and name
  std::vector<std::pair<std::string, std::string>> map;  // field=key
  std::vector<std::pair<std::string, std::string>> set;  // field=value; "field:" where it is for all records
  bool source_from_folder = false;
  std::string date_from;     // strptime-like pattern on the path: %Y %m %d, * = anything
  std::string meta_file;     // where the metadata of a file lies: %d its folder, %n its name; empty = nowhere
  std::string meta_lines;    // which field each line of it is, apart by commas; empty = it says so itself
  unsigned split_level = 0;  // of the headings at which Markdown is cut into articles; 0 = it is not
  bool repair = true;        // of text that was mangled on its way
  UnpackLimits unpack;
  unsigned copies_window = 7;     // days that copies of an article may be apart
  bool keep_boilerplate = false;  // index what a site prints on many pages
  friend bool operator==(const ReadOptions&, const ReadOptions&) = default;
};

}  // namespace nutgraf::read
