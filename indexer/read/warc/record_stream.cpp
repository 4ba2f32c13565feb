// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/warc/record_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "indexer/read/unpack/archive_stream.h"

namespace nutgraf::read::warc {
namespace {

constexpr std::size_t kLongestHead = 1024UL * 1024;
constexpr std::size_t kToTell = 16UL * 1024;  // bytes by which the front of a record is told

bool is_filler(char c) {
  return c == '\r' || c == '\n' || c == ' ' || c == '\0';
}

std::size_t count_filler(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_filler) - text.begin());
}

}  // namespace

std::optional<std::variant<Record, Damage>> RecordStream::next() {
  try {
    return cut();
  } catch (const SourceLost&) {
    throw;
  } catch (const unpack::BudgetSpent&) {
    throw;
  } catch (const Unreadable& piece) {
    const std::uint64_t place = window_.offset() + window_.view().size();
    if (failed_at_ == place) {
      throw;
    }
    failed_at_ = place;
    window_.drop(window_.view().size());
    taken_ = 0;
    lost_ = false;
    return Damage{begin_, piece.what()};
  }
}

std::optional<RecordStream::Outcome> RecordStream::cut() {
  window_.drop(std::exchange(taken_, 0));
  if (std::exchange(lost_, false)) {
    search();
  }
  if (skip_blanks() == Found::End) {
    return std::nullopt;
  }
  return cut_record();
}

RecordStream::Outcome RecordStream::cut_record() {
  while (!format_.begins(window_.view())) {
    if (window_.view().size() > kToTell || !window_.more()) {
      return damaged("no record begins here");
    }
  }
  std::size_t head_length = format_.head_length(window_.view());
  while (head_length == std::string_view::npos && window_.view().size() < kLongestHead && window_.more()) {
    head_length = format_.head_length(window_.view());
  }
  if (head_length == std::string_view::npos) {
    return damaged("its head does not end");
  }
  auto head = format_.parse(window_.view().substr(0, head_length));
  if (!head) {
    return damaged("its head does not tell its length");
  }
  if (head->length > kBlockLimit) {
    return cut_long(std::move(*head), head_length);
  }
  const std::uint64_t length = head_length + head->length;
  if (!need(length)) {
    return cut_last(std::move(*head), head_length);
  }
  if (!is_end(head_length, length)) {
    return damaged("its length is wrong: no record follows it");
  }
  taken_ = length;
  const std::size_t size = head->length;
  return Record{std::move(*head), window_.view().substr(head_length, size), begin_, ++number_, {}};
}

/// A record that claims to go on beyond the end.
RecordStream::Outcome RecordStream::cut_last(RecordHead&& head, std::size_t head_length) {
  const std::string_view view = window_.view();
  const std::string_view block = view.substr(head_length);
  if (holds_record(block)) {
    return damaged("its length is wrong: another record begins inside it");
  }
  taken_ = view.size();
  std::string fault =
      fmt::format("the file ends within it: {} of its {} bytes are missing", head.length - block.size(), head.length);
  return Record{std::move(head), block, begin_, ++number_, std::move(fault)};
}

/// Its block is passed over before it is given, as its length may be wrong.
RecordStream::Outcome RecordStream::cut_long(RecordHead&& head, std::size_t head_length) {
  need(head_length + kToTell);
  front_ = window_.view().substr(head_length, kToTell);
  window_.drop(head_length);
  std::uint64_t rest = head.length;
  while (rest > 0) {
    const bool more = need(2 * kToTell);
    const std::string_view view = window_.view();
    const std::size_t sure = more ? view.size() - kToTell : view.size();  // where the front of a record can be told
    const std::size_t mark = view.substr(0, sure).find(format_.mark);
    if (mark < rest && format_.begins(view.substr(mark))) {
      window_.drop(mark);
      return Damage{begin_, "its length is wrong: another record begins inside it"};
    }
    if (!more && view.size() < rest) {
      return damaged("the file ends within it");
    }
    const auto drop =
        std::min<std::uint64_t>(rest, mark < rest ? mark + 1 : sure - std::min(sure, format_.mark.size()) + 1);
    window_.drop(drop);
    rest -= drop;
  }
  if (!is_end(0, 0)) {
    return damaged("its length is wrong: no record follows it");
  }
  return Record{std::move(head), front_, begin_, ++number_, {}};
}

RecordStream::Found RecordStream::skip_blanks() {
  while (true) {
    const std::size_t filler = count_filler(window_.view());
    window_.drop(filler);
    begin_ = window_.offset();
    if (!window_.view().empty()) {
      return Found::Record;
    }
    if (!window_.more()) {
      return Found::End;
    }
  }
}

void RecordStream::search() {
  while (true) {
    need(2 * kToTell);
    const std::string_view view = window_.view();
    const std::size_t mark = view.find(format_.mark, 1);  // not the damaged record itself
    const bool found = mark != std::string_view::npos;
    if (found && (view.size() - mark > kToTell || !window_.more())) {
      window_.drop(mark);
      if (format_.begins(window_.view())) {
        return;
      }
    } else if (!found) {
      window_.drop(view.size() - std::min(view.size(), format_.mark.size()));
      if (!window_.more()) {
        window_.drop(window_.view().size());
        return;
      }
    }
  }
}

Damage RecordStream::damaged(std::string reason) {
  lost_ = true;
  return {begin_, std::move(reason)};
}

bool RecordStream::need(std::uint64_t count) {
  while (window_.view().size() < count && window_.more()) {
  }
  return window_.view().size() >= count;
}

/// Reads no further than it must: behind the record may be damage, which is not this record's.
bool RecordStream::is_end(std::size_t begin, std::size_t end) {
  while (true) {
    const std::string_view after = window_.view().substr(end);
    const std::size_t filler = count_filler(after);
    const std::string_view next = after.substr(filler);
    if (next.empty() ? ends_record(after) : format_.begins(next)) {
      return true;
    }
    if (next.size() >= kToTell || !window_.more()) {
      const bool ended = next.empty() || after.starts_with("\r\n\r\n");
      return ended && !holds_record(window_.view().substr(begin, end - begin));
    }
  }
}

bool RecordStream::holds_record(std::string_view block) const {
  for (std::size_t mark = block.find(format_.mark); mark != std::string_view::npos;
       mark = block.find(format_.mark, mark + 1)) {
    if (format_.begins(block.substr(mark))) {
      return true;
    }
  }
  return false;
}

bool RecordStream::ends_record(std::string_view filler) const {
  return std::ranges::count(filler, '\n') >= format_.line_ends || filler.size() > kToTell;
}

}  // namespace nutgraf::read::warc
