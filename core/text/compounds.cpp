// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/compounds.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/text/variants.h"
#include "core/text/words.h"

namespace nutgraf {
namespace {

/// Longer chains are debris (separators, encoded data), not words.
constexpr std::size_t kMaxJoinedBytes = 200;

/// 1 to 3 digits, a no-break space or a thin one, three digits: a group of digits is no word of its own.
bool is_in_number(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> kSpaces = {"\u00A0", "\u202F", "\u2009"};
  constexpr std::size_t kGroup = 3;
  const std::string_view rest = text.substr(at);
  const auto* const space = std::ranges::find_if(kSpaces, [&](std::string_view s) { return rest.starts_with(s); });
  if (space == kSpaces.end()) {
    return false;
  }
  const std::string_view digits = rest.substr(space->size());
  return digits.size() >= kGroup && std::ranges::all_of(digits.substr(0, kGroup), ascii::is_digit) &&
         (digits.size() == kGroup || !ascii::is_alphanumeric(digits[kGroup]));
}

/// The first glyph at or after `at` that is not a space; counts the line ends passed.
struct AfterLine {
  std::size_t at = 0;
  std::uint32_t line_ends = 0;
};

AfterLine skip_white_space(const CharacterTable& table, std::string_view text, std::size_t at) {
  AfterLine after{at, 0};
  while (after.at < text.size()) {
    const Glyph glyph = table.at(text, after.at);
    const bool line_end = glyph.character->kind == CharClass::LineEnd;
    if (!line_end && glyph.character->kind != CharClass::Blank) {
      break;
    }
    const bool pair = text[after.at] == '\r' && after.at + 1 < text.size() && text[after.at + 1] == '\n';
    after.line_ends += line_end && !pair ? 1 : 0;
    after.at += glyph.size;
  }
  return after;
}

}  // namespace

Link link_after(const CharacterTable& table, std::string_view text, std::uint32_t at) {
  if (at >= text.size()) {
    return Link::No;
  }
  if (bytes_to_ending(text, at) != 0) {
    return Link::Hyphen;
  }
  if (is_in_number(text, at)) {
    return Link::Digits;
  }
  const Glyph hyphen = table.at(text, at);
  if (hyphen.character->kind != CharClass::Hyphen || at + hyphen.size >= text.size()) {
    return Link::No;
  }
  const std::size_t after = at + hyphen.size;
  const CharClass next = table.at(text, after).character->kind;
  if (WordReader::begins_word(next)) {
    return Link::Hyphen;
  }
  if (next != CharClass::LineEnd) {
    return Link::No;
  }
  const AfterLine line = skip_white_space(table, text, after);
  const bool small =
      line.line_ends == 1 && line.at < text.size() && (table.at(text, line.at).character->flags & chars::kLower) != 0;
  return small ? Link::Hyphen : Link::No;
}

bool CompoundChain::begins_number(std::uint32_t token) const {
  constexpr std::size_t kMostDigits = 3;
  const std::string_view term = out_.term(out_.tokens[token]);
  return term.size() <= kMostDigits && std::ranges::all_of(term, ascii::is_digit);
}

void CompoundChain::take(std::uint32_t token, std::uint16_t flags, Link link) {
  if (link == Link::Digits && link_ != Link::Digits && !begins_number(token)) {
    link = Link::No;
  }
  if (parts_ == 0) {
    if (link == Link::No) {
      return;
    }
    first_ = token;
    link_ = link;
    has_plain_word_ = false;
  }
  ++parts_;
  last_ = token;
  has_plain_word_ = has_plain_word_ || (flags & chars::kDigit) == 0;
  if (link != link_) {
    close();
  }
}

void CompoundChain::close() {
  const bool complete = parts_ > 1 && (link_ == Link::Digits || has_plain_word_);
  parts_ = 0;
  link_ = Link::No;
  if (!complete) {
    return;
  }
  const std::size_t begin = out_.terms.size();
  for (std::uint32_t i = first_; i <= last_; ++i) {
    const Token& token = out_.tokens[i];
    if (token.kind != TokenKind::Word) {
      continue;
    }
    const std::size_t size = token.term.end - token.term.begin;
    if (out_.terms.size() - begin + size > kMaxJoinedBytes) {
      out_.terms.resize(begin);
      return;
    }
    out_.terms.append(out_.terms, token.term.begin, size);
  }
  const std::string_view joined = without_possessive(std::string_view(out_.terms).substr(begin));
  out_.terms.resize(begin + joined.size());
  out_.compounds.push_back(
      {first_, last_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(out_.terms.size())}});
}

}  // namespace nutgraf
