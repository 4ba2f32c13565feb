// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/read/warc/record_head.h"
#include "indexer/read/window.h"

/// The records of a crawl in their order, cut without looking into them. One that is damaged costs no other.
namespace nutgraf::read::warc {

/// A longer block is passed over: no page is that long.
inline constexpr std::uint64_t kBlockLimit = 64UL * 1024 * 1024;

struct Record {
  RecordHead head;
  std::string_view block;    // its beginning only where it is longer than kBlockLimit; valid until the next record
  std::uint64_t offset = 0;  // of the record in the stream
  std::uint64_t number = 0;  // in the stream, from 1, damaged ones not counted
  std::string fault;         // where the stream ends within the block: what to say unless the page is whole
  [[nodiscard]] bool is_too_long() const { return head.length > kBlockLimit; }
};

/// A record that cannot be had.
struct Damage {
  std::uint64_t offset = 0;
  std::string reason;
};

class RecordStream {
 public:
  /// `bytes` may throw Unreadable where a piece of them is lost and then go on at the front of a record.
  RecordStream(ByteSource& bytes, const RecordFormat& format) : window_(bytes), format_(format) {}

  /// Nothing at the end. Throws SourceLost, and Unreadable where `bytes` do not go on.
  [[nodiscard]] std::optional<std::variant<Record, Damage>> next();

 private:
  using Outcome = std::variant<Record, Damage>;
  enum class Found : std::uint8_t { Record, End };

  std::optional<Outcome> cut();
  Outcome cut_record();
  Outcome cut_last(RecordHead&& head, std::size_t head_length);
  Outcome cut_long(RecordHead&& head, std::size_t head_length);
  Found skip_blanks();
  /// Drops the window up to the next record, which begins after its first byte.
  void search();
  Damage damaged(std::string reason);
  /// Whether the window holds that many bytes, or could be made to.
  bool need(std::uint64_t count);
  /// Whether a block from `begin` to `end` in the window ends there: blank lines, a record or nothing follows.
  bool is_end(std::size_t begin, std::size_t end);
  [[nodiscard]] bool holds_record(std::string_view block) const;
  [[nodiscard]] bool ends_record(std::string_view filler) const;

  Window window_;
  const RecordFormat& format_;
  std::uint64_t number_ = 0;
  std::uint64_t begin_ = 0;                 // of the record
  std::uint64_t taken_ = 0;                 // bytes of the window that the last record was made of
  std::string front_;                       // of the block of a long record
  bool lost_ = false;                       // the window begins with a damaged record
  std::optional<std::uint64_t> failed_at_;  // where reading failed last
};

}  // namespace nutgraf::read::warc
