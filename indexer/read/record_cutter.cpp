// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/record_cutter.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf::read {
namespace {

std::uint64_t count_lines(std::string_view text) {
  auto lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    lines += text.substr(at + 1).starts_with('\n') ? 0U : 1U;
  }
  return lines;
}

/// Spaces, zeros, and byte-order marks, of which there are several in a file that was joined from several.
std::size_t margin(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    if (ascii::is_space(text[length]) || text[length] == '\0') {
      ++length;
    } else if (text.substr(length).starts_with(utf8::kByteOrderMarkBytes)) {
      length += utf8::kByteOrderMarkBytes.size();
    } else {
      break;
    }
  }
  return length;
}

std::string_view without_margins(std::string_view text) {
  text.remove_prefix(margin(text));
  while (!text.empty() && (ascii::is_space(text.back()) || text.back() == '\0')) {
    text.remove_suffix(1);
  }
  return text;
}

// What a crash leaves is longer than a zero byte in a text.
constexpr std::string_view kHole("\0\0\0\0\0\0\0\0", 8);

/// Whether one object ends and another begins right after it.
bool has_joint(std::string_view line) {
  for (std::size_t at = line.find('}'); at != std::string_view::npos; at = line.find('}', at + 1)) {
    const std::string_view behind = line.substr(at + 1);
    if (behind.substr(margin(behind)).starts_with('{')) {
      return true;
    }
  }
  return false;
}

struct CarriageReturn {
  std::size_t at = 0;  // else where to search on when there is more text
  bool ends_line = false;
};

/// The first CR from `begin` on that is between two records.
CarriageReturn find_lone_return(std::string_view text, std::size_t begin) {
  for (std::size_t at = text.find('\r', begin); at != std::string_view::npos;) {
    const std::size_t next = at + margin(text.substr(at));
    if (next == text.size()) {
      return {at, false};
    }
    if (text[next] == '{' && ascii::trimmed(text.substr(0, at)).ends_with('}')) {
      return {at, true};
    }
    at = text.find('\r', next);
  }
  return {text.size(), false};
}

/// Where in a value that begins with { or [ a place is.
class Scan {
 public:
  /// Feeds one character; true at the last of the value.
  [[nodiscard]] bool ends_at(char c) {
    if (in_string_) {
      const bool quote = c == '"' && !escaped_;
      escaped_ = c == '\\' && !escaped_;
      in_string_ = !quote;
      return false;
    }
    switch (c) {
      case '"':
        in_string_ = true;
        return false;
      case '{':
      case '[':
        ++depth_;
        return false;
      case '}':
      case ']':
        --depth_;
        return depth_ <= 0;
      default:
        return false;
    }
  }

 private:
  int depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace

bool is_unclosed(std::string_view json) {
  Scan scan;
  const bool nested = json.starts_with('{') || json.starts_with('[');
  return nested && std::ranges::none_of(json, [&](char c) { return scan.ends_at(c); });
}

bool LineCutter::to_next_line() {
  window_.drop(drop_first_);
  drop_first_ = 0;
  while (true) {
    const std::string_view view = window_.view();
    const std::size_t zeros = std::min(view.find_first_not_of('\0'), view.size());
    window_.drop(zeros);
    if (zeros < view.size()) {
      return true;
    }
    if (!window_.more()) {
      return false;
    }
  }
}

std::size_t LineCutter::find_end() {
  std::size_t searched = 0;
  while (true) {
    const std::string_view view = window_.view();
    const std::size_t feed = std::min(view.find('\n', searched), view.size());
    const CarriageReturn lone = find_lone_return(view.substr(0, feed), searched);
    if (lone.ends_line || feed < view.size()) {
      return lone.ends_line ? lone.at : feed;
    }
    searched = lone.at;
    if (view.size() > kRecordLimit || !window_.more()) {
      return view.size();
    }
  }
}

/// Drops the rest of a line that is too long.
void LineCutter::pass_over(RawRecord& record) {
  record.json = {};
  std::size_t end = record.length;
  while (end == window_.view().size()) {
    window_.drop(end);
    if (!window_.more()) {
      end = 0;
      break;
    }
    end = std::min(window_.view().find('\n'), window_.view().size());
    record.length += end;
  }
  drop_first_ = std::min(end + 1, window_.view().size());
}

std::optional<RawRecord> LineCutter::next() {
  while (to_next_line()) {
    const std::size_t end = find_end();
    const std::string_view view = window_.view();
    ++line_;
    RawRecord record{without_margins(view.substr(0, end)), window_.offset(), line_, number_ + 1, end};
    drop_first_ = std::min(end + 1, view.size());
    record.ends_file = end == view.size();
    if (end > kRecordLimit) {
      pass_over(record);
    }
    if (!record.json.empty() || record.length > kRecordLimit) {
      ++number_;
      return record;
    }
  }
  return std::nullopt;
}

void ValueCutter::skip_between() {
  while (true) {
    const std::string_view view = window_.view();
    std::size_t at = 0;
    for (; at < view.size(); ++at) {
      const char c = view[at];
      if (c == '[' && number_ == 0 && !inside_array_) {
        inside_array_ = true;
      } else if (const std::size_t blank = margin(view.substr(at)); blank > 0) {
        at += blank - 1;
      } else if (c == ']' && inside_array_) {
        array_closed_ = true;
      } else if (c != ',') {
        break;
      }
    }
    line_ += count_lines(view.substr(0, at));
    window_.drop(at);
    // Nothing, or the beginning of a byte-order mark.
    if (!utf8::kByteOrderMarkBytes.starts_with(window_.view()) || !window_.more()) {
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
  RawRecord record{window_.view().substr(0, end), window_.offset(), line_, ++number_, end,
                   end == window_.view().size()};
  if (end > kRecordLimit) {
    // Where the value ends is not known: the rest of the file goes with it.
    record.json = {};
    array_closed_ = true;
    do {
      window_.drop(window_.view().size());
    } while (window_.more());
    return record;
  }
  drop_first_ = end;
  return record;
}

std::vector<std::string> cut_joined(std::string_view line) {
  std::vector<std::string> pieces;
  while (!line.empty()) {
    const std::size_t hole = std::min(line.find(kHole), line.size());
    const std::string_view part = line.substr(0, hole);
    if (has_joint(part)) {
      TextSource bytes(part);
      ValueCutter values(bytes);
      while (const auto value = values.next()) {
        pieces.emplace_back(value->json);
      }
    } else if (const std::string_view piece = without_margins(part); !piece.empty()) {
      pieces.emplace_back(piece);
    }
    line.remove_prefix(hole);
    line.remove_prefix(std::min(line.find_first_not_of('\0'), line.size()));
  }
  return pieces;
}

}  // namespace nutgraf::read
