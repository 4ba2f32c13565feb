// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What a record of a crawl says of itself before its block, in the two formats of crawls.
namespace nutgraf::read::warc {

struct RecordHead {
  std::string type;           // "response", "resource", "conversion", "revisit", "request", ..., in lower case
  std::string uri;            // the target, without angle brackets; UTF-8; empty where none is named
  std::string date;           // of the crawl, as written
  std::string media;          // MIME type of the block
  std::string payload_media;  // MIME type of the page in it, as the crawler found it
  std::string language;       // that the crawler detected first
  std::string truncated;      // why the block is cut; empty where it is whole
  std::string trec_id;        // of the ClueWeb collections
  std::uint64_t length = 0;   // of the block, in bytes
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
