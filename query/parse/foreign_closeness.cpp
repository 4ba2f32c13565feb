// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"
#include "query/parse/foreign_place.h"
#include "query/parse/operators.h"

namespace nutgraf::parse {
namespace {

struct Name {
  std::string_view theirs;
  std::string_view ours;
};

/// Names in other tools, before a slash and a number, in any case.
constexpr std::array<Name, 12> kBeforeSlash{{{"", "NEAR"},
                                             {"w", "NEAR"},
                                             {"within", "NEAR"},
                                             {"n", "NEAR"},
                                             {"pre", "ADJ"},
                                             {"p", "ADJ"},
                                             {"onear", "ADJ"},
                                             {"next", "ADJ"},
                                             {"before", "ADJ"},
                                             {"notw", "NOTNEAR"},
                                             {"notwithin", "NOTNEAR"},
                                             {"not", "NOTNEAR"}}};
/// Right before a number, or separated from it by a symbol.
constexpr std::array<Name, 4> kBeforeNumber{
    {{"near", "NEAR"}, {"adj", "ADJ"}, {"onear", "ADJ"}, {"notnear", "NOTNEAR"}}};
constexpr std::array<Name, 9> kUnits{{{"s", "sentence"},
                                      {"sent", "sentence"},
                                      {"sentence", "sentence"},
                                      {"p", "paragraph"},
                                      {"para", "paragraph"},
                                      {"paragraph", "paragraph"},
                                      {"seg", "article"},
                                      {"doc", "article"},
                                      {"article", "article"}}};

template <std::size_t N>
std::string_view ours_of(const std::array<Name, N>& names, std::string_view theirs) {
  const auto* const found = std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.theirs == theirs; });
  return found == names.end() ? std::string_view() : found->ours;
}

/// Our operator for a name in lower case before a slash, which is its own or one of other tools.
std::string_view operator_for(std::string_view name) {
  const auto* const own =
      std::ranges::find_if(kOperators, [&](const ClosenessOperator& row) { return ascii::lowered(row.name) == name; });
  return own == std::end(kOperators) ? ours_of(kBeforeSlash, name) : own->name;
}

std::uint32_t distance_of(std::string_view digits) {
  std::uint32_t distance = kMaxDistance;
  std::from_chars(digits.data(), digits.data() + digits.size(), distance);
  return std::clamp(distance, 1U, kMaxDistance);
}

bool is_ours(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && find_operator(text.substr(0, slash)) != nullptr;
}

[[noreturn]] void offer(const ForeignPlace& place, std::string_view ours, std::string_view digits) {
  const std::string_view name = place.is_after(LexemeKind::Not) ? "NOTNEAR" : ours;
  place.fail(place.at, fmt::format("`{}` is not an operator here: {}/{} is", place.text, name, distance_of(digits)),
             fmt::format("write {} {}/{} {}; for the text itself \"{}\"", place.left(), name, distance_of(digits),
                         place.right(place.end()), place.text));
}

/// w/5, PRE/3, near/5 in lower case, /5; w/s, /p
void refuse_before_slash(const ForeignPlace& place) {
  const std::string text = ascii::lowered(place.text);
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || is_ours(place.text)) {
    return;
  }
  const std::string_view name = std::string_view(text).substr(0, slash);
  const std::string_view tail = std::string_view(text).substr(slash + 1);
  const std::string_view ours = operator_for(name);
  if (!ours.empty() && is_number(tail)) {
    offer(place, ours, tail);
  }
  const bool takes_unit = name.empty() || name == "w" || name == "within" || name == "near";
  const std::string_view unit = ours_of(kUnits, tail);
  if (takes_unit && !unit.empty()) {
    place.fail(place.at, fmt::format("`{}` is not an operator here: WITHIN {} is", place.text, unit),
               fmt::format("write WITHIN {} ({} {}); for the text itself \"{}\"", unit, place.left(),
                           place.right(place.end()), place.text));
  }
}

/// NEAR5, near-5, NEAR:5, NEAR~5
void refuse_before_number(const ForeignPlace& place) {
  const std::string text = ascii::lowered(place.text);
  const std::size_t digits = text.find_first_of("0123456789");
  if (digits == std::string::npos || !is_number(std::string_view(text).substr(digits))) {
    return;
  }
  std::string_view name = std::string_view(text).substr(0, digits);
  const bool has_sign = !name.empty() && std::string_view(":-~=,").find(name.back()) != std::string_view::npos;
  name.remove_suffix(has_sign ? 1 : 0);
  const std::string_view ours = ours_of(kBeforeNumber, name);
  if (!ours.empty()) {
    offer(place, ours, std::string_view(text).substr(digits));
  }
}

/// "a b c" as a NEAR/5 b NEAR/5 c
std::string chain(std::string_view words, std::string_view link) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const utf8::Decoded c = utf8::decode(words, at);
    const std::string_view character = words.substr(at, c.size);
    at += c.size;
    if (!unicode::is_space(c.code)) {
      out += character;
    } else if (!out.empty() && !out.ends_with(link)) {
      out += link;
    }
  }
  return out.ends_with(link) ? out.substr(0, out.size() - link.size()) : out;
}

/// "a b"~5, title:"a b"~3, (a b)~2
void refuse_slop(const ForeignPlace& place) {
  if (!place.text.starts_with('~') || !place.is_attached()) {
    return;
  }
  const std::string_view digits = place.text.substr(1);
  if (digits.empty() ? place.quote_follows() : !is_number(digits)) {
    return;
  }
  const std::string message = fmt::format("`{}` after a phrase is not an operator here: NEAR is", place.text);
  const std::size_t count = place.before.size();
  if (place.is_after(LexemeKind::Close)) {
    place.fail(place.at, fmt::format("`{}` after a group is not an operator here", place.text),
               "write the group without it; a NEAR/5 b says how near words must be");
  }
  if (count > 1 && place.before[count - 2].kind == LexemeKind::Field) {
    place.fail(place.at, fmt::format("`{}` is not an operator here: fields have no distance", place.text),
               fmt::format("write {} without it", place.left()));
  }
  const std::string link = fmt::format(" NEAR/{} ", digits.empty() ? 5 : distance_of(digits));
  place.fail(place.at, message, fmt::format("write {}", chain(place.before.back().text, link)));
}

/// a <-> b, a <2> b
void refuse_arrow(const ForeignPlace& place) {
  if (place.text.size() < 3 || place.text.front() != '<' || place.text.back() != '>') {
    return;
  }
  const std::string_view inner = place.text.substr(1, place.text.size() - 2);
  if (inner == "-" || is_number(inner)) {
    offer(place, "ADJ", inner == "-" ? "1" : inner);
  }
}

}  // namespace

void refuse_foreign_closeness(const ForeignPlace& place) {
  refuse_slop(place);
  refuse_before_slash(place);
  refuse_before_number(place);
  refuse_arrow(place);
}

}  // namespace nutgraf::parse
