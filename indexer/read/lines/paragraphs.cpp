// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/lines/paragraphs.h"

#include <algorithm>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/paragraphs.h"
#include "indexer/read/lines/line_signs.h"

namespace nutgraf::read::lines {
namespace {

/// A line that is not blank, without the spaces around it.
struct Line {
  std::string_view text;
  std::size_t characters = 0;
  bool after_blank = false;  // it comes after a blank line
  bool indented = false;
  bool ends_sentence = false;
};

/// How the lines of a text were set.
enum class Setting : std::uint8_t {
  Wrapped,  // broken at a width, wherever that falls in a sentence
  Flowing,  // broken where a thought ends
};

struct Measure {
  Setting setting = Setting::Wrapped;
  std::size_t width = 0;  // that most lines keep within, in characters
};

std::vector<Line> cut_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 64 + 1);
  bool blank_before = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view whole = text.substr(0, end);
    const std::string_view line = ascii::trimmed(whole);
    if (is_blank_line(line)) {
      blank_before = true;
    } else {
      const auto indent = static_cast<std::size_t>(line.data() - whole.data());
      const bool indented = indent >= 2 || whole[0] == '\t';
      lines.push_back({line, utf8::count(line), blank_before, indented, may_end_paragraph(line)});
      blank_before = false;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Measure measure(const std::vector<Line>& lines) {
  constexpr std::size_t kLongLine = 200;
  std::size_t characters = 0;
  std::size_t breaks = 0;  // between two lines without a blank line
  std::size_t breaks_at_sentences = 0;
  std::vector<std::size_t> lengths;
  lengths.reserve(lines.size());
  const Line* before = nullptr;
  for (const Line& line : lines) {
    characters += line.characters;
    lengths.push_back(line.characters);
    if (before != nullptr && !line.after_blank) {
      ++breaks;
      breaks_at_sentences += before->ends_sentence ? 1U : 0U;
    }
    before = &line;
  }
  const auto wide = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), wide, lengths.end());
  const bool flowing = characters > kLongLine * lines.size() || breaks_at_sentences * 10 >= breaks * 6;
  return {flowing ? Setting::Flowing : Setting::Wrapped, *wide};
}

/// Whether the first word of `next` would have fitted on `line`: then it was not the width that broke the line.
bool had_room(const Line& line, const Line& next, std::size_t width) {
  const std::string_view word = next.text.substr(0, std::min(next.text.find(' '), next.text.size()));
  return line.characters + 1 + utf8::count(word) <= width;
}

enum class Place : std::uint8_t { Start, Inside };  // of a line in its paragraph

bool ends_in_letter(std::string_view line) {
  const auto last = static_cast<unsigned char>(line.back());
  return last >= 0x80 || ascii::is_letter(line.back());
}

bool last_word_is_capital(std::string_view line) {
  return ascii::is_upper(line[line.rfind(' ') + 1]);  // npos + 1 is the first
}

/// Does the sentence of a line run on over a page break, where the next page may begin with a capital: "the Security" /
/// "Council"?
bool is_cut_by_page(const Line& line, const Line& next, Place place, const Measure& measure) {
  constexpr std::size_t kMoreThanHeading = 100;
  if (!ends_in_letter(line.text)) {
    return false;
  }
  const bool is_text = line.characters >= kMoreThanHeading && holds_sentence_end(line.text);
  if (ends_unfinished(line.text)) {
    return place == Place::Inside || is_text;
  }
  return measure.setting == Setting::Wrapped ? place == Place::Inside && !had_room(line, next, measure.width)
                                             : is_text && last_word_is_capital(line.text);
}

/// A blank line inside a sentence is a page break, not a paragraph's end.
bool goes_on_behind_blank(const Line& line, const Line& next, Place place, const Measure& measure) {
  const bool long_enough = line.characters >= std::min<std::size_t>(30, measure.width / 2);
  return long_enough && !line.ends_sentence && (begins_lower(next.text) || is_cut_by_page(line, next, place, measure));
}

/// Whether a line is broken inside a run of a script that puts no blanks between words.
bool is_broken_run(const Line& line, const Line& next, const Measure& measure) {
  constexpr std::size_t kNearlyFull = 2;  // characters: a sign that may not begin a line moves one to the next
  const std::size_t last = utf8::floor(line.text, line.text.size() - 1);
  return measure.setting == Setting::Wrapped && line.characters + kNearlyFull >= measure.width &&
         is_of_unspaced_script(utf8::decode(line.text, last).code) &&
         is_of_unspaced_script(utf8::decode(next.text, 0).code);
}

bool holds_lower(std::string_view line) {
  for (; !line.empty(); line.remove_prefix(1)) {
    if (begins_lower(line)) {
      return true;
    }
  }
  return false;
}

/// A line over text that no blank line separates from it. Among wrapped lines the first of a paragraph may be short
/// (beside a large initial): there only capitals tell a heading.
bool is_heading_over(const Line& line, const Line& next, const Measure& measure) {
  constexpr std::size_t kLongestHeading = 80;
  return next.characters >= 2 * line.characters && line.characters <= kLongestHeading &&
         had_room(line, next, measure.width) && line.text.back() != ',' && !ends_unfinished(line.text) &&
         (measure.setting == Setting::Flowing || !holds_lower(line.text));
}

/// Chinese and Japanese indent the first line of a paragraph by a wide blank; a whole text may be indented so.
bool begins_indented_paragraph(const Line& line, const Line& next) {
  constexpr std::string_view kWideBlank = "\u3000";
  return next.text.starts_with(kWideBlank) && (line.ends_sentence || !line.text.starts_with(kWideBlank));
}

bool ends_paragraph(const Line& line, const Line& next, Place place, const Measure& measure) {
  if (begins_indented_paragraph(line, next)) {
    return true;
  }
  if (next.after_blank) {
    return !goes_on_behind_blank(line, next, place, measure);
  }
  if (begins_lower(next.text)) {
    return false;
  }
  if (!line.ends_sentence) {
    return place == Place::Start && is_heading_over(line, next, measure);
  }
  return measure.setting == Setting::Flowing || (next.indented && !line.indented) ||
         had_room(line, next, measure.width);
}

}  // namespace

std::string lay_out_paragraphs(std::string_view text) {
  const std::vector<Line> lines = cut_lines(text);
  std::string laid_out;
  if (lines.empty()) {
    return laid_out;
  }
  const Measure how = measure(lines);
  laid_out.reserve(text.size() + lines.size());
  laid_out.append(lines[0].text);
  Place place = Place::Start;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool ends = ends_paragraph(lines[i - 1], lines[i], place, how);
    const bool runs_on = !ends && is_broken_run(lines[i - 1], lines[i], how);
    laid_out.append(ends ? "\n\n" : runs_on ? "" : "\n").append(lines[i].text);
    place = ends ? Place::Start : Place::Inside;
  }
  return laid_out;
}

}  // namespace nutgraf::read::lines
