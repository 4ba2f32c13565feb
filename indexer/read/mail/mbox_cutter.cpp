// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mail/mbox_cutter.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/ascii.h"

namespace nutgraf::read::mail {
namespace {

constexpr std::string_view kFrom = "From ";
/// A line longer than this is taken in pieces.
constexpr std::size_t kLongestLine = 1024UL * 1024;

bool is_quoted_separator(std::string_view line) {
  const std::size_t signs = line.find_first_not_of('>');
  return signs != 0 && signs != std::string_view::npos && line.substr(signs).starts_with(kFrom);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::ranges::all_of(word, ascii::is_digit);
}

}  // namespace

bool is_separator(std::string_view line) {
  constexpr auto kDays = std::to_array<std::string_view>({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"});
  constexpr std::size_t kLongest = 1000;
  if (!line.starts_with(kFrom) || line.size() > kLongest) {
    return false;
  }
  bool day = false;
  bool time = false;
  bool year = false;
  std::string_view rest = line.substr(kFrom.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n,"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    day = day || std::ranges::find(kDays, word) != kDays.end();
    time = time || (day && word.find(':') != std::string_view::npos && ascii::is_digit(word[0]));
    year = year || (day && is_year(word));
  }
  return day && time && year;
}

std::string_view MboxCutter::peek_line() {
  std::size_t searched = 0;
  while (true) {
    const std::string_view view = window_.view();
    const std::size_t end = view.find('\n', searched);
    if (end != std::string_view::npos) {
      return view.substr(0, end + 1);
    }
    searched = view.size();
    if (searched >= kLongestLine || !window_.more()) {
      return window_.view().substr(0, std::max(searched, window_.view().size()));
    }
  }
}

std::optional<RawMessage> MboxCutter::next() {
  RawMessage message;
  message.offset = window_.offset();
  message.line = line_;
  bool first = true;
  bool after_blank = true;
  for (std::string_view line = peek_line(); !line.empty(); line = peek_line()) {
    const bool separator = after_blank && is_separator(line);
    if (separator && !first) {
      break;
    }
    after_blank = ascii::trimmed(line).empty();
    if (!separator && message.bytes.size() + line.size() <= longest_) {
      message.bytes += is_quoted_separator(line) ? line.substr(1) : line;
    } else if (!separator) {
      message.is_whole = false;
    }
    line_ += line.ends_with('\n') ? 1U : 0U;
    first = false;
    window_.drop(line.size());
  }
  if (first) {
    return std::nullopt;
  }
  message.number = ++number_;
  return message;
}

}  // namespace nutgraf::read::mail
