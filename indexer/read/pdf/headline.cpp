// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/headline.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ascii.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/date_line.h"

namespace nutgraf::read::pdf {
namespace {

/// The place of the largest type, the first of equal ones.
std::optional<std::size_t> largest(const std::vector<Type>& types) {
  constexpr double kDifference = 0.05;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const bool larger = !found || types[i].size > types[*found].size + kDifference;
    found = types[i].may == Type::May::BeTitle && larger ? i : found;
  }
  return found;
}

/// "Vol. 114, No. 32 - Tuesday, 4 March 2014 - $1.20": the day of an issue, and its weekday, number or price.
bool is_issue_line(std::string_view line) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"vol", "no. ", "nr. ", "n\u00B0", "n\u00BA", "\u2116", "jahrgang", "\u00A3", "\u20AC", "$", "issue", "price"});
  if (!html::date_in_line(line, {})) {
    return false;
  }
  const std::string lowered = ascii::lowered(line);
  if (std::ranges::any_of(kMarks, [&](std::string_view mark) { return lowered.find(mark) != std::string::npos; })) {
    return true;
  }
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" ,|"), rest.size());
    if (dates::is_weekday(rest.substr(0, end))) {
      return true;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// A few words, each with a capital.
bool may_name_newspaper(std::string_view text) {
  constexpr std::ptrdiff_t kMostBlanks = 4;
  return std::ranges::count(text, ' ') <= kMostBlanks && text.find('\n') == std::string_view::npos &&
         !text.ends_with('.') && html::is_capitalised(text);
}

/// Whether `at` stands over a headline, with the line of the issue between them or before it.
bool is_masthead(const Layout& layout, const std::vector<Type>& types, std::size_t at) {
  constexpr double kHeadline = 1.6;  // a standfirst is smaller
  constexpr std::size_t kShort = 100;
  constexpr std::size_t kNear = 4;
  const auto text = [&](std::size_t i) { return std::string_view(layout.paragraphs[i].text); };
  if (!may_name_newspaper(text(at))) {
    return false;
  }
  bool issue = at > 0 && is_issue_line(text(at - 1));
  for (std::size_t i = at + 1; i < std::min(types.size(), at + kNear); ++i) {
    if (issue && types[i].may == Type::May::BeTitle && types[i].size > kHeadline && !text(i).ends_with('.')) {
      return true;
    }
    if (text(i).size() > kShort) {
      return false;
    }
    issue = issue || is_issue_line(text(i));
  }
  return false;
}

/// Whether `word` stands in `text` as a word.
bool has_word(std::string_view text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !ascii::is_word_byte(text[at - 1]);
    const std::size_t end = at + word.size();
    if (begins && (end == text.size() || !ascii::is_word_byte(text[end]))) {
      return true;
    }
  }
  return false;
}

/// Whether a word of a name is written small somewhere, as of "Mayor Sorry", or the text is set in it: "in New York".
bool is_no_person(const Layout& layout, std::string_view name) {
  const auto any_has = [&](const std::string& word) {
    return std::ranges::any_of(layout.paragraphs,
                               [&](const office::Paragraph& paragraph) { return has_word(paragraph.text, word); });
  };
  for (std::string_view rest = name; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (any_has(ascii::lowered(word))) {
      return true;
    }
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return any_has("in " + std::string(name));
}

/// Whether the text begins with paragraph `at`, a line of place and date before it allowed.
bool text_begins_at(const Layout& layout, const std::vector<Type>& types, std::size_t at) {
  constexpr std::size_t kLong = 80;
  const auto text = [&](std::size_t i) { return std::string_view(layout.paragraphs[i].text); };
  at += at < types.size() && text(at).size() < kLong && html::date_in_line(text(at), {}) ? 1U : 0U;
  return at < types.size() && types[at].face == Type::Face::Text && text(at).size() >= kLong;
}

/// The first line, if it stands alone or over another short one: an office, a place, a day.
std::string_view line_of_name(std::string_view text) {
  constexpr std::size_t kShort = 60;
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view rest = text.substr(std::min(end + 1, text.size()));
  return rest.size() < kShort && rest.find('\n') == std::string_view::npos ? text.substr(0, end) : std::string_view();
}

/// The name of a person under the title, perhaps under a standfirst, in type of its own or in capitals, over the text.
std::optional<std::size_t> byline_under(const Layout& layout, const std::vector<Type>& types, std::size_t title) {
  constexpr std::size_t kStandfirst = 40;
  const auto text = [&](std::size_t i) { return std::string_view(layout.paragraphs[i].text); };
  std::size_t at = title + 1;
  at += at < types.size() && types[at].face == Type::Face::Own && text(at).size() > kStandfirst ? 1U : 0U;
  const std::string_view name = at < types.size() ? line_of_name(text(at)) : std::string_view();
  if (!html::is_full_name(name)) {
    return std::nullopt;
  }
  const bool own = types[at].face == Type::Face::Own || std::ranges::none_of(name, ascii::is_lower);
  return own && text_begins_at(layout, types, at + 1) && !is_no_person(layout, name) ? std::optional(at) : std::nullopt;
}

}  // namespace

void name_title(Layout& layout, std::vector<Type> types) {
  auto title = largest(types);
  if (title && is_masthead(layout, types, *title)) {
    const auto place = static_cast<std::ptrdiff_t>(*title);
    layout.masthead = layout.paragraphs[*title].text;
    layout.paragraphs.erase(layout.paragraphs.begin() + place);
    types.erase(types.begin() + place);
    title = largest(types);
  }
  if (title) {
    layout.paragraphs[*title].style.role = office::Role::Title;
    if (const auto byline = byline_under(layout, types, *title)) {
      layout.paragraphs[*byline].style.role = office::Role::Byline;
    }
  }
}

}  // namespace nutgraf::read::pdf
