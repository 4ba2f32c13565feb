// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/schema/fields.h"
#include "core/text/unicode.h"
#include "query/parse/characters.h"
#include "query/parse/field_name.h"
#include "query/parse/foreign.h"
#include "query/parse/foreign_place.h"

namespace nutgraf::parse {
namespace {

enum class Compared : unsigned char { Equal, Different, Less, LessOrEqual, More, MoreOrEqual };

struct Sign {
  std::string_view text;
  Compared meaning;
};

/// Longer ones first.
constexpr std::array<Sign, 14> kSigns{{{"!=", Compared::Different},
                                       {"<>", Compared::Different},
                                       {"<=", Compared::LessOrEqual},
                                       {">=", Compared::MoreOrEqual},
                                       {"==", Compared::Equal},
                                       {":=", Compared::Equal},
                                       {"=", Compared::Equal},
                                       {"<", Compared::Less},
                                       {">", Compared::More},
                                       {"\uFF1D", Compared::Equal},
                                       {"\uFF1A", Compared::Equal},
                                       {"\u2264", Compared::LessOrEqual},
                                       {"\u2265", Compared::MoreOrEqual},
                                       {"\u2260", Compared::Different}}};

/// The sign of comparison that begins here.
const Sign* sign_at(std::string_view text, std::size_t at) {
  const auto* const found =
      std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return text.substr(at).starts_with(s.text); });
  return found == kSigns.end() ? nullptr : found;
}

/// Where what may be a name ends: letters, digits, _ . - and whatever is beyond ASCII but is no sign.
std::size_t name_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (ascii::is_word_byte(text[at]) || text[at] == '_' || text[at] == '.' || text[at] == '-') &&
         sign_at(text, at) == nullptr) {
    at += utf8::decode(text, at).size;
  }
  return at;
}

bool is_day_field(std::string_view field) {
  const schema::Field* known = schema::find_field(field);
  return known != nullptr && known->prefix == schema::find_field("date")->prefix;
}

/// Our form of `field sign value`; empty where there is none.
std::string ours(std::string_view field, Compared sign, std::string_view value) {
  switch (sign) {
    case Compared::Equal:
      return fmt::format("{}:{}", field, value);
    case Compared::Different:
      return fmt::format("-{}:{}", field, value);
    case Compared::Less:
    case Compared::LessOrEqual:
    case Compared::More:
    case Compared::MoreOrEqual:
      break;
  }
  if (!is_day_field(field)) {
    return {};
  }
  switch (sign) {
    case Compared::Less:
      return fmt::format("before:{}", value);
    case Compared::LessOrEqual:
      return fmt::format("date:..{}", value);
    case Compared::More:
      return fmt::format("after:{}", value);
    case Compared::MoreOrEqual:
    case Compared::Equal:
    case Compared::Different:
      break;
  }
  return fmt::format("date:{}..", value);
}

std::string value_of(const ForeignPlace& place, std::size_t from) {
  const std::string value = place.right(from);
  return value == "b" && (from >= place.query.size() || place.query[from] != 'b') ? "..." : value;
}

/// source=CHN, date>=2020: what our form is, or that there is none.
[[noreturn]] void refuse_comparison(const ForeignPlace& place, std::string_view name, std::size_t sign_byte,
                                    const Sign& sign) {
  const std::string field = field_spelling(name);
  const std::string_view elsewhere = field_elsewhere(name);
  const std::string known = field.empty() ? std::string(elsewhere) : field;
  if (known.empty()) {
    place.fail(sign_byte, fmt::format("`{}` joins no field and value, and there is no field \"{}\"", sign.text, name),
               fmt::format("{}fields are {}, written name:value; in quotes it is not syntax", nearest_field(name),
                           schema::field_names()));
  }
  const std::string form = ours(known, sign.meaning, value_of(place, sign_byte + sign.text.size()));
  place.fail(sign_byte, fmt::format("`{}` joins no field and value", sign.text),
             form.empty() ? fmt::format("{}: takes values, no comparisons; write {}:value", known, known)
                          : fmt::format("write {}; in quotes it is not syntax", form));
}

/// source :CHN
void refuse_lone_colon(const ForeignPlace& place) {
  const bool has_value = place.text.starts_with(':') && place.text.size() > 1 && ascii::is_word_byte(place.text[1]);
  const std::string_view name = place.is_after(LexemeKind::Chunk) ? std::string_view(place.before.back().text) : "";
  if (has_value && !field_spelling(name).empty()) {
    place.fail(place.at, "a field has its colon right after its name",
               fmt::format("write {}{}; in quotes it is not syntax", name, place.text));
  }
}

/// [a TO b], {a TO b}: the two ends.
struct TypedRange {
  std::string_view from;
  std::string_view to;
  bool excludes = false;  // braces
};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\"");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t\"") - begin + 1);
}

/// The TO between spaces after this byte.
std::size_t to_after(std::string_view query, std::size_t at) {
  const auto blank = [&](std::size_t i) {
    return i < query.size() && unicode::is_space(static_cast<unsigned char>(query[i]));
  };
  std::size_t to = query.find("TO", at + 1);
  while (to != std::string_view::npos && !(blank(to - 1) && blank(to + 2))) {
    to = query.find("TO", to + 1);
  }
  return to;
}

std::optional<TypedRange> range_at(std::string_view query, std::size_t at) {
  if (at >= query.size() || (query[at] != '[' && query[at] != '{')) {
    return std::nullopt;
  }
  const std::size_t end = query.find_first_of("]}()", at);
  const std::size_t to = to_after(query, at);
  if (end == std::string_view::npos || query[end] == '(' || query[end] == ')' || to >= end) {
    return std::nullopt;
  }
  return TypedRange{trimmed(query.substr(at + 1, to - at - 1)), trimmed(query.substr(to + 2, end - to - 2)),
                    query[at] == '{' || query[end] == '}'};
}

std::string days_of(const TypedRange& range) {
  const std::string_view from = range.from == "*" ? std::string_view() : range.from;
  const std::string_view to = range.to == "*" ? std::string_view() : range.to;
  if (from.empty() && to.empty()) {
    return "NOT date:none";
  }
  if (!range.excludes) {
    return fmt::format("date:{}..{}", from, to);
  }
  std::string out = from.empty() ? "" : fmt::format("after:{}", from);
  out += from.empty() || to.empty() ? "" : " ";
  return out + (to.empty() ? "" : fmt::format("before:{}", to));
}

}  // namespace

void refuse_foreign_range(const ForeignPlace& place) {
  if (const std::optional<TypedRange> range = range_at(place.query, place.at)) {
    place.fail(place.at, "`[... TO ...]` is not a range here",
               fmt::format("ranges are of days only: write {}", days_of(*range)));
  }
}

void refuse_foreign_comparison(const ForeignPlace& place) {
  refuse_lone_colon(place);
  const std::size_t end = name_end(place.text);
  if (end == place.text.size()) {
    return;
  }
  const Sign* sign = sign_at(place.text, end);
  if (sign == nullptr) {
    return;
  }
  if (end == 0) {  // date > 2020
    const bool alone = sign->text.size() == place.text.size() && !place.quote_follows();
    const std::string_view name = place.is_after(LexemeKind::Chunk) ? std::string_view(place.before.back().text) : "";
    if (alone && !name.empty() && !field_spelling(name).empty()) {
      refuse_comparison(place, name, place.at, *sign);
    }
    return;
  }
  const std::string_view name = place.text.substr(0, end);
  const bool is_digit = ascii::is_digit(name.front());
  if (name.size() == 1 || is_digit) {
    return;  // E=mc2, 2=2
  }
  const bool equal = sign->text.ends_with('=') && sign->meaning != Compared::LessOrEqual &&
                     sign->meaning != Compared::MoreOrEqual && sign->text != ":=";
  if (equal || !field_spelling(name).empty()) {
    refuse_comparison(place, name, place.at + end, *sign);
  }
}

void refuse_foreign_value(std::string_view query, std::string_view field, std::size_t at) {
  const ForeignPlace place{query, at, query.substr(at, chunk_end(query, at) - at), {}};
  if (const std::optional<TypedRange> range = range_at(query, at)) {
    const bool days = is_day_field(field);
    place.fail(at, "`[... TO ...]` is not a range here",
               days ? fmt::format("write {}", days_of(*range)) : fmt::format("{}: takes values, no ranges", field));
  }
  if (place.text.starts_with('[') || place.text.starts_with('{')) {
    place.fail(at, fmt::format("no value begins with `{}`", place.text.front()),
               fmt::format("write {}:\"{}\" if it is part of the value", field, place.text));
  }
  if (const Sign* sign = sign_at(place.text, 0)) {
    refuse_comparison(place, field, at, *sign);
  }
  if (place.text == "~" && place.quote_follows()) {
    place.fail(at, fmt::format("{}: takes no phrase with `~`", field),
               fmt::format("write {}:{}", field, place.right(at + 1)));
  }
}

}  // namespace nutgraf::parse
