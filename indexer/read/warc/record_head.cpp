// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/warc/record_head.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read::warc {
namespace {

constexpr std::string_view kVersion = "WARC/";

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole ? std::optional(value) : std::nullopt;
}

/// Some writers put the target in angle brackets, as record ids are.
std::string target(std::string_view uri) {
  const bool bracketed = uri.starts_with('<') && uri.ends_with('>');
  return utf8_name(bracketed ? uri.substr(1, uri.size() - 2) : uri);
}

bool is_version_line(std::string_view line) {
  line = ascii::trimmed(line);
  return line.starts_with(kVersion) && line.size() > kVersion.size() && line.size() < kVersion.size() + 8 &&
         std::ranges::all_of(line.substr(kVersion.size()), [](char c) { return ascii::is_digit(c) || c == '.'; });
}

bool begins_warc(std::string_view text) {
  if (!text.starts_with(kVersion) || !is_version_line(first_line(text))) {
    return false;
  }
  const std::string_view next = first_line(text.substr(std::min(text.find('\n'), text.size() - 1) + 1));
  const std::string_view name = next.substr(0, next.find(':'));
  return name.size() < next.size() && !name.empty() &&
         std::ranges::all_of(name, [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
}

std::optional<RecordHead> parse_warc(std::string_view head) {
  RecordHead record;
  record.fields = Fields(head.substr(std::min(head.find('\n'), head.size())));
  const auto length = number(record.fields.get("content-length"));
  if (!length) {
    return std::nullopt;
  }
  record.type = ascii::lowered(record.fields.get("warc-type"));
  record.uri = target(record.fields.get("warc-target-uri"));
  record.date = record.field("warc-date");
  record.media = ascii::lowered(record.fields.get("content-type"));
  record.length = *length;
  return record;
}

/// Cuts `line` at its last `count` blanks: what stands before them, which may have blanks itself, then the rest. Fewer
/// parts where it has fewer blanks.
std::vector<std::string_view> cut_from_end(std::string_view line, std::size_t count) {
  std::vector<std::string_view> parts;
  for (std::size_t blank = line.rfind(' '); blank != std::string_view::npos && parts.size() < count;
       blank = line.rfind(' ')) {
    parts.push_back(line.substr(blank + 1));
    line = line.substr(0, blank);
  }
  parts.push_back(line);
  std::ranges::reverse(parts);
  return parts;
}

/// "URL IP date type length", in version 2 with result, checksum, location, offset and file name before the length.
std::optional<RecordHead> parse_arc(std::string_view head) {
  constexpr std::size_t kDateDigits = 14;
  for (const std::size_t fields : {4U, 9U}) {
    const std::vector<std::string_view> parts = cut_from_end(first_line(head), fields);
    if (parts.size() != fields + 1 || parts[2].size() != kDateDigits ||
        !std::ranges::all_of(parts[2], ascii::is_digit)) {
      continue;
    }
    const auto length = number(parts.back());
    if (!length || parts[0].find(':') == std::string_view::npos) {
      return std::nullopt;
    }
    RecordHead record;
    record.type = parts[0].starts_with("filedesc:") ? "warcinfo" : "response";
    record.uri = target(parts[0]);
    record.date = std::string(parts[2]);
    record.media = ascii::lowered(parts[3]);
    record.length = *length;
    return record;
  }
  return std::nullopt;
}

bool begins_arc(std::string_view text) {
  return parse_arc(text).has_value();
}

std::size_t arc_head_length(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == std::string_view::npos ? end : end + 1;
}

}  // namespace

std::string RecordHead::field(std::string_view name) const {
  return utf8_name(fields.get(name));
}

const RecordFormat& warc_format() {
  static constexpr RecordFormat kFormat{"WARC/", 2, begins_warc, head_length, parse_warc};
  return kFormat;
}

const RecordFormat& arc_format() {
  static constexpr RecordFormat kFormat{"http", 1, begins_arc, arc_head_length, parse_arc};
  return kFormat;
}

}  // namespace nutgraf::read::warc
