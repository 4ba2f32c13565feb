// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/marks.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace nutgraf::format {
namespace {

// Walks a text once, from code points to bytes.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  // Byte where code point `place` begins; places must not descend.
  std::size_t byte_of(std::uint32_t place) {
    while (place_ < place && byte_ < text_.size()) {
      ++byte_;
      while (byte_ < text_.size() && utf8::is_continuation(text_[byte_])) {
        ++byte_;
      }
      ++place_;
    }
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t place_ = 0;
};

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

bool is_bridge(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    const utf8::Decoded character = utf8::decode(text, byte);
    if (!unicode::is_space(character.code) && !is_hyphen(character.code)) {
      return false;
    }
    byte += character.size;
  }
  return true;
}

bool is_empty_line(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Highlights that fall into code points [begin, end), counted from begin.
std::vector<view::CodePoints> shifted(std::span<const view::CodePoints> highlights, std::uint32_t begin,
                                      std::uint32_t end) {
  std::vector<view::CodePoints> inside;
  for (const view::CodePoints& mark : highlights) {
    const std::uint32_t from = std::max(mark.begin, begin);
    const std::uint32_t to = std::min(mark.end, end);
    if (from < to) {
      inside.push_back({from - begin, to - begin});
    }
  }
  return inside;
}

void append(std::vector<Segment>& out, Segment segment) {
  if (segment.text.empty()) {
    return;
  }
  // A mark, a space or hyphen, a mark: one mark.
  const bool bridges = segment.marked && out.size() >= 2 && out[out.size() - 2].marked && is_bridge(out.back().text);
  if (bridges) {
    out.pop_back();
    const char* begin = out.back().text.data();
    out.back().text = {begin, static_cast<std::size_t>(segment.text.data() + segment.text.size() - begin)};
    return;
  }
  out.push_back(segment);
}

}  // namespace

std::uint32_t length_of(std::string_view text) {
  return static_cast<std::uint32_t>(utf8::count(text));
}

std::vector<Segment> segments(std::string_view text, std::span<const view::CodePoints> highlights) {
  std::vector<Segment> out;
  Cursor cursor(text);
  std::size_t done = 0;
  for (const view::CodePoints& mark : highlights) {
    const std::size_t begin = std::max(done, cursor.byte_of(mark.begin));
    const std::size_t end = std::max(begin, cursor.byte_of(mark.end));
    if (begin == end) {
      continue;
    }
    append(out, {text.substr(done, begin - done), false});
    append(out, {text.substr(begin, end - begin), true});
    done = end;
  }
  append(out, {text.substr(done), false});
  return out;
}

Body body_of(const view::Hit& hit) {
  const std::string& title = hit.record.title;
  const std::string_view text = hit.text;
  const bool repeats = hit.passage == 0 && !title.empty() && text.substr(0, title.size()) == title &&
                       text.substr(title.size(), 2) == "\n\n";
  if (!repeats) {
    return {text, hit.highlights};
  }
  const std::string_view rest = text.substr(title.size() + 2);
  const std::uint32_t skipped = length_of(title) + 2;
  return {rest, shifted(hit.highlights, skipped, skipped + length_of(rest))};
}

std::vector<Body> paragraphs(const Body& body) {
  std::vector<Body> out;
  std::size_t begin = 0;
  std::uint32_t place = 0;
  while (begin <= body.text.size()) {
    const std::size_t end = std::min(body.text.find("\n\n", begin), body.text.size());
    const std::string_view paragraph = body.text.substr(begin, end - begin);
    const std::uint32_t size = length_of(paragraph);
    if (!is_empty_line(paragraph)) {
      out.push_back({paragraph, shifted(body.highlights, place, place + size)});
    }
    place += size + 2;
    begin = end + 2;
  }
  return out;
}

}  // namespace nutgraf::format
