// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/foreign.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/characters.h"
#include "core/text/unicode.h"
#include "query/parse/characters.h"
#include "query/parse/field_name.h"
#include "query/parse/foreign_place.h"

namespace nutgraf::parse {
namespace {

struct Spelling {
  std::string_view sign;
  std::string_view ours;
};

/// Longer ones first.
constexpr std::array<Spelling, 8> kJoiners{{{"&&", "AND"},
                                            {"||", "OR"},
                                            {"|", "OR"},
                                            {"\uFF06\uFF06", "AND"},
                                            {"\uFF5C\uFF5C", "OR"},
                                            {"\uFF5C", "OR"},
                                            {"\u2227", "AND"},
                                            {"\u2228", "OR"}}};
constexpr std::array<Spelling, 6> kAndNots{
    {{"ANDNOT", ""}, {"AND-NOT", ""}, {"AND_NOT", ""}, {"BUTNOT", ""}, {"BUT-NOT", ""}, {"XOR", ""}}};

/// Where the value begins in name:value; 0 where there is no field.
std::size_t field_value_in(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon == std::string_view::npos || field_spelling(text.substr(0, colon)).empty() ? 0 : colon + 1;
}

bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), ascii::is_word_byte);
}

bool begins_word(std::string_view text) {
  const auto c = static_cast<char32_t>(utf8::decode(text, 0).code);
  return CharacterTable::instance().of(c).kind <= CharClass::Digit ||
         CharacterTable::instance().of(c).kind == CharClass::Cjk ||
         CharacterTable::instance().of(c).kind == CharClass::Complex;
}

/// a && b, a|b, &&b
void refuse_joiner(const ForeignPlace& place) {
  if (place.text.find("://") != std::string_view::npos) {
    return;  // an address
  }
  for (const Spelling& joiner : kJoiners) {
    const std::size_t found = place.text.find(joiner.sign);
    if (found == std::string_view::npos) {
      continue;
    }
    const std::string_view head = place.text.substr(0, found);
    const std::string left = head.empty() ? place.left() : std::string(head);
    const std::string right = place.right(place.at + found + joiner.sign.size());
    const std::size_t value = field_value_in(head);
    const std::string ours =
        value == 0 ? fmt::format("{} {} {}", left, joiner.ours, right)
                   : fmt::format("{}({} {} {})", head.substr(0, value), head.substr(value), joiner.ours, right);
    place.fail(place.at + found, fmt::format("`{}` is not an operator here: {} is", joiner.sign, joiner.ours),
               fmt::format("write {}; in quotes it is not syntax", ours));
  }
}

/// ANDNOT, AND-NOT, XOR
void refuse_word_operator(const ForeignPlace& place) {
  const auto* const found =
      std::find_if(kAndNots.begin(), kAndNots.end(), [&](const Spelling& s) { return s.sign == place.text; });
  if (found == kAndNots.end()) {
    return;
  }
  const std::string left = place.left();
  const std::string right = place.right(place.end());
  const std::string ours = place.text == "XOR" ? fmt::format("({0} AND NOT {1}) OR ({1} AND NOT {0})", left, right)
                                               : fmt::format("{} AND NOT {}", left, right);
  place.fail(place.at, fmt::format("`{}` is not an operator here", place.text),
             fmt::format("write {}; for the word itself \"{}\"", ours, place.text));
}

/// !x, !(a b), !"a b"
void refuse_exclamation(const ForeignPlace& place) {
  constexpr std::string_view kFullWidth = "\uFF01";
  std::string_view rest = place.text;
  while (rest.starts_with('!') || rest.starts_with(kFullWidth)) {
    rest.remove_prefix(rest.front() == '!' ? 1 : kFullWidth.size());
  }
  const bool marked = rest.size() < place.text.size();
  const bool before_something =
      rest.empty() ? place.bracket_follows() || place.quote_follows() : ascii::is_word_byte(rest.front());
  if (!marked || !before_something || (rest.empty() && place.is_attached())) {
    return;
  }
  const std::string right = place.right(place.end() - rest.size());
  place.fail(place.at, "`!` is not an operator here: NOT is",
             fmt::format("write NOT {0} or -{0}; in quotes it is not syntax", right));
}

/// +-x, -+x
void refuse_two_signs(const ForeignPlace& place) {
  if (!place.text.starts_with("+-") && !place.text.starts_with("-+")) {
    return;
  }
  const std::string_view rest = place.text.substr(2);
  if (rest.empty() ? place.bracket_follows() || place.quote_follows() : ascii::is_word_byte(rest.front())) {
    const std::string right = place.right(place.at + 2);
    place.fail(place.at, "`+` and `-` do not go together",
               fmt::format("write +{0} if it must be there, -{0} if it must not", right));
  }
}

/// –x, −x, －x: what word processors and keyboards of other languages make of a minus
void refuse_dash(const ForeignPlace& place) {
  static constexpr std::array<std::string_view, 3> kDashes{"\u2013", "\u2212", "\uFF0D"};
  const auto* const dash =
      std::find_if(kDashes.begin(), kDashes.end(), [&](std::string_view sign) { return place.text.starts_with(sign); });
  if (dash == kDashes.end()) {
    return;
  }
  const std::string_view rest = place.text.substr(dash->size());
  const bool before_something = rest.empty() ? place.bracket_follows() || place.quote_follows() : begins_word(rest);
  if (before_something) {
    const std::string right = place.right(place.at + dash->size());
    place.fail(place.at, fmt::format("`{}` is not an operator here: the sign `-` is", *dash),
               fmt::format("write -{}, or NOT; in quotes it is not syntax", right));
  }
}

/// x^3, "a b"^2, (a b)^0.5
void refuse_boost(const ForeignPlace& place) {
  const std::size_t mark = place.text.rfind('^');
  if (mark == std::string_view::npos || (mark == 0 && !place.is_attached())) {
    return;
  }
  std::string_view number = place.text.substr(mark + 1);
  number.remove_prefix(number.starts_with('=') ? 1 : 0);
  const bool is_boost = !number.empty() && number.find_first_not_of("0123456789.") == std::string_view::npos;
  const std::string_view head = place.text.substr(0, mark);
  if (is_boost && (mark == 0 || has_word(head.substr(field_value_in(head))))) {
    const std::string left = mark == 0 ? place.left() : std::string(head);
    place.fail(place.at + mark, "`^` gives no weight here: words are weighed by how rare they are",
               fmt::format("write {} without it; in quotes it is not syntax", left));
  }
}

/// taiwn~, taiwn~0.8, taiwn~5
void refuse_loose_fuzziness(const ForeignPlace& place) {
  const std::size_t mark = place.text.rfind('~');
  if (mark == std::string_view::npos || mark == 0 || !ascii::is_word_byte(place.text[mark - 1])) {
    return;
  }
  const std::string_view changes = place.text.substr(mark + 1);
  const bool counts = changes.find_first_not_of("0123456789.") == std::string_view::npos;
  if (counts && changes != "1" && changes != "2") {
    const std::string_view word = place.text.substr(0, mark);
    place.fail(place.at + mark, "`~` after a word needs the number of changes, 1 or 2",
               fmt::format("write {0}~1 or {0}~2", word));
  }
}

/// hlead(x), atleast5(x), caps(x)
void refuse_call(const ForeignPlace& place) {
  static constexpr std::array<Spelling, 11> kCalls{{{"near", "x NEAR/5 y"},
                                                    {"onear", "x ADJ/5 y"},
                                                    {"pre", "x ADJ/5 y"},
                                                    {"hlead", "title:(x)"},
                                                    {"headline", "title:(x)"},
                                                    {"intitle", "title:(x)"},
                                                    {"allintitle", "title:(x)"},
                                                    {"byline", "author:(x)"},
                                                    {"allcaps", "the word in capitals"},
                                                    {"caps", "=x, or an acronym in capitals"},
                                                    {"nocaps", "x"}}};
  if (!place.bracket_follows()) {
    return;
  }
  const std::size_t inner = place.end() + utf8::decode(place.query, place.end()).size;
  const std::size_t stop = chunk_end(place.query, inner);
  const std::string_view content = place.query.substr(inner, stop - inner);
  const bool closes = stop < place.query.size() && is_closing_bracket(utf8::decode(place.query, stop).code);
  if (closes && (content == "s" || content == "es")) {
    return;  // headline(s)
  }
  const std::string name = ascii::lowered(place.text);
  if (name == "around" && closes && is_number(content)) {
    const std::string_view typed = place.query.substr(place.at, stop + 1 - place.at);
    place.fail(
        place.at, fmt::format("`{}` is not an operator here: NEAR/{} is", typed, content),
        fmt::format("write {} NEAR/{} {}; in quotes it is not syntax", place.left(), content, place.right(stop + 1)));
  }
  if ((name.starts_with("atleast") && is_number(std::string_view(name).substr(7))) ||
      (name.starts_with("atl") && is_number(std::string_view(name).substr(3)))) {
    place.fail(place.at,
               fmt::format("`{}` is not an operator here: a query cannot ask how often a word occurs", place.text),
               "write the word alone; passages that contain it more often rank higher");
  }
  const auto* const found =
      std::find_if(kCalls.begin(), kCalls.end(), [&](const Spelling& s) { return s.sign == name; });
  if (const std::string field = field_spelling(place.text); !field.empty() && found == kCalls.end()) {
    place.fail(place.at, fmt::format("`{}(...)` is not a field here: {}: is", place.text, field),
               fmt::format("write {}:(x); in quotes it is not syntax", field));
  }
  if (found != kCalls.end()) {
    place.fail(place.at, fmt::format("`{}(...)` is not an operator here", place.text),
               fmt::format("write {}", found->ours));
  }
}

}  // namespace

void refuse_foreign(std::string_view query, std::size_t at, std::span<const Lexeme> before) {
  static constexpr std::array<void (*)(const ForeignPlace&), 11> kChecks{refuse_word_operator,
                                                                         refuse_two_signs,
                                                                         refuse_exclamation,
                                                                         refuse_dash,
                                                                         refuse_boost,
                                                                         refuse_foreign_closeness,
                                                                         refuse_call,
                                                                         refuse_foreign_range,
                                                                         refuse_foreign_comparison,
                                                                         refuse_loose_fuzziness,
                                                                         refuse_joiner};
  const ForeignPlace place{query, at, query.substr(at, chunk_end(query, at) - at), before};
  for (const auto& check : kChecks) {
    check(place);
  }
}

bool ForeignPlace::bracket_follows() const {
  return end() < query.size() && is_opening_bracket(utf8::decode(query, end()).code);
}

bool ForeignPlace::quote_follows() const {
  return end() < query.size() && is_quote(utf8::decode(query, end()).code);
}

bool ForeignPlace::is_attached() const {
  static constexpr std::array kEnds{LexemeKind::Close,  LexemeKind::Chunk,   LexemeKind::Exact,  LexemeKind::Regex,
                                    LexemeKind::Quoted, LexemeKind::Varying, LexemeKind::Surface};
  return !before.empty() && before.back().span.end == at &&
         std::find(kEnds.begin(), kEnds.end(), before.back().kind) != kEnds.end();
}

std::string ForeignPlace::left() const {
  static constexpr std::array kWords{LexemeKind::Chunk,  LexemeKind::Exact,   LexemeKind::Regex,
                                     LexemeKind::Quoted, LexemeKind::Varying, LexemeKind::Surface};
  if (!before.empty() && before.back().kind == LexemeKind::Close) {
    return "(...)";
  }
  if (before.empty() || std::find(kWords.begin(), kWords.end(), before.back().kind) == kWords.end()) {
    return "a";
  }
  const bool has_field = before.size() > 1 && before[before.size() - 2].kind == LexemeKind::Field;
  const std::uint32_t begin = (has_field ? before[before.size() - 2] : before.back()).span.begin;
  return std::string(query.substr(begin, before.back().span.end - begin));
}

std::string ForeignPlace::right(std::size_t from) const {
  while (from < query.size() && unicode::is_space(utf8::decode(query, from).code)) {
    from += utf8::decode(query, from).size;
  }
  if (from < query.size() && is_opening_bracket(utf8::decode(query, from).code)) {
    return "(...)";
  }
  std::size_t stop = chunk_end(query, from);
  if (stop < query.size() && is_quote(utf8::decode(query, stop).code)) {
    const utf8::Decoded opening = utf8::decode(query, stop);
    stop += opening.size;
    while (stop < query.size() && !closes(opening.code, utf8::decode(query, stop).code)) {
      stop += utf8::decode(query, stop).size;
    }
    stop = std::min(query.size(), stop + (stop < query.size() ? utf8::decode(query, stop).size : 0));
  }
  return stop == from ? "b" : std::string(query.substr(from, stop - from));
}

void ForeignPlace::fail(std::size_t byte, const std::string& message, const std::string& advice) const {
  throw QueryError(query, byte, message, advice);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace nutgraf::parse
