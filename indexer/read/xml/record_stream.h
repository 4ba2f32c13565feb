// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "indexer/read/byte_source.h"
#include "indexer/read/xml/element.h"

namespace nutgraf::read::xml {

/// The names of the open elements, the root first.
using Path = std::span<const Name>;
/// Whether the last element of a path begins a record.
using RecordTest = std::function<bool(Path path)>;

struct Record {
  Element element;
  std::uint64_t line = 0;    // from 1
  std::uint64_t offset = 0;  // bytes of UTF-8 from the beginning
  std::size_t depth = 0;     // elements around it
  bool too_long = false;     // beyond kRecordLimit: its content is left out
};

/// The records of an XML document, read as a stream: memory holds one at a time. Nothing is loaded from elsewhere,
/// neither files nor the network; entities are those of Entities. What is not well-formed is read as far as it makes
/// sense, as people's feeds need it.
class RecordStream {
 public:
  /// `bytes` are UTF-8 without byte-order mark and must outlive the stream; what they declare as their encoding is
  /// ignored.
  RecordStream(ByteSource& bytes, RecordTest is_record);
  ~RecordStream();
  RecordStream(const RecordStream&) = delete;
  RecordStream& operator=(const RecordStream&) = delete;
  RecordStream(RecordStream&&) = delete;
  RecordStream& operator=(RecordStream&&) = delete;

  /// Nothing at the end. Throws Unreadable where the document breaks off or cannot be read on; the records before were
  /// given.
  [[nodiscard]] std::optional<Record> next();

  /// The text so far of an element outside the records that holds nothing but text, by the local names on the way to
  /// it ("rss/channel/title"), the first of that path; "rss/channel/author[2]/name" is in the second author. Empty
  /// where there was none. "feed/@lang" is the attribute xml:lang of such an element.
  [[nodiscard]] std::string outer(const std::string& path) const;

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace nutgraf::read::xml
