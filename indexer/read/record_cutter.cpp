// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/record_cutter.h"

#include <algorithm>

#include "indexer/read/ascii.h"

namespace nutgraf::read {
namespace {

std::uint64_t count_lines(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

std::size_t LineCutter::find_end() {
  std::size_t searched = 0;
  while (true) {
    const std::string_view view = window_.view();
    const std::size_t end = view.find('\n', searched);
    if (end != std::string_view::npos) {
      return end;
    }
    searched = view.size();
    if (searched > kRecordLimit || !window_.more()) {
      return searched;
    }
  }
}

std::optional<RawRecord> LineCutter::next() {
  while (true) {
    window_.drop(drop_first_);
    drop_first_ = 0;
    std::size_t end = find_end();
    const std::string_view view = window_.view();
    if (view.empty()) {
      return std::nullopt;
    }
    ++line_;
    RawRecord record{trim(view.substr(0, end)), window_.offset(), line_, number_ + 1, end};
    if (end > kRecordLimit) {
      record.json = {};
      while (end == window_.view().size()) {
        window_.drop(end);
        if (!window_.more()) {
          break;
        }
        end = std::min(window_.view().find('\n'), window_.view().size());
        record.length += end;
      }
    }
    drop_first_ = std::min(end + 1, window_.view().size());
    if (!record.json.empty() || record.length > kRecordLimit) {
      ++number_;
      return record;
    }
  }
}

/// Feeds one character of a value that began with { or [; true at its last.
bool ValueCutter::Scan::ends_at(char c) {
  if (in_string) {
    const bool quote = c == '"' && !escaped;
    escaped = c == '\\' && !escaped;
    in_string = !quote;
    return false;
  }
  switch (c) {
    case '"':
      in_string = true;
      return false;
    case '{':
    case '[':
      ++depth;
      return false;
    case '}':
    case ']':
      --depth;
      return depth <= 0;
    default:
      return false;
  }
}

void ValueCutter::skip_between() {
  while (true) {
    const std::string_view view = window_.view();
    std::size_t at = 0;
    for (; at < view.size(); ++at) {
      const char c = view[at];
      if (c == '[' && number_ == 0 && !inside_array_) {
        inside_array_ = true;
      } else if (!is_blank(c) && c != ',' && !(c == ']' && inside_array_)) {
        break;
      }
    }
    line_ += count_lines(view.substr(0, at));
    window_.drop(at);
    if (!window_.view().empty() || !window_.more()) {
      return;
    }
  }
}

bool ValueCutter::at_end() {
  const std::string_view taken = window_.view().substr(0, drop_first_);
  line_ += count_lines(taken);
  window_.drop(drop_first_);
  drop_first_ = 0;
  skip_between();
  return window_.view().empty();
}

std::size_t ValueCutter::find_end() {
  Scan scan;
  std::size_t at = 0;
  const bool nested = window_.view()[0] == '{' || window_.view()[0] == '[';
  while (true) {
    const std::string_view view = window_.view();
    for (; at < view.size(); ++at) {
      if (nested ? scan.ends_at(view[at]) : view[at] == ',' || view[at] == '\n' || view[at] == ']') {
        return nested ? at + 1 : std::max<std::size_t>(at, 1);
      }
    }
    if (at > kRecordLimit || !window_.more()) {
      return at;
    }
  }
}

std::optional<RawRecord> ValueCutter::next() {
  if (at_end()) {
    return std::nullopt;
  }
  const std::size_t end = find_end();
  RawRecord record{window_.view().substr(0, end), window_.offset(), line_, ++number_, end};
  if (end > kRecordLimit) {
    // Where the value ends is not known: the rest of the file goes with it.
    record.json = {};
    do {
      window_.drop(window_.view().size());
    } while (window_.more());
    return record;
  }
  drop_first_ = end;
  return record;
}

}  // namespace nutgraf::read
