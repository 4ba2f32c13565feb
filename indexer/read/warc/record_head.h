// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/warc/fields.h"

/// What a record of a crawl says of itself before its block, in the two formats of crawls.
namespace nutgraf::read::warc {

struct RecordHead {
  std::string type;          // "response", "resource", "conversion", "revisit", "request", ..., in lower case
  std::string uri;           // the target, without angle brackets; UTF-8; empty where none is named
  std::string date;          // of the crawl, as written
  std::string media;         // MIME type of the block, in lower case
  std::uint64_t length = 0;  // of the block, in bytes
  Fields fields;             // all of them; ARC has none

  /// A field as UTF-8; empty where there is none.
  [[nodiscard]] std::string field(std::string_view name) const;
};

/// How the records of a format are told and read.
struct RecordFormat {
  std::string_view mark;                              // what a record begins with
  int line_ends;                                      // behind a block
  bool (*begins)(std::string_view text);              // whether `text`, a kilobyte or more, begins with a record
  std::size_t (*head_length)(std::string_view text);  // in bytes; npos where `text` ends before the head does
  std::optional<RecordHead> (*parse)(std::string_view head);  // nothing where it has no length
};

/// WARC 0.17 to 1.1.
[[nodiscard]] const RecordFormat& warc_format();
/// ARC 1 and 2, the format of the Internet Archive before WARC.
[[nodiscard]] const RecordFormat& arc_format();

}  // namespace nutgraf::read::warc
