// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/token_writer.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/amounts.h"
#include "core/text/fold.h"
#include "core/text/spellings.h"
#include "core/text/variants.h"

namespace nutgraf {
namespace {

/// .NET, but not a lower-case name after a stop that may be a slip of typing.
bool is_dot_name(LeadingSymbol mark, const WordShape& word) {
  constexpr unsigned kOthers = chars::kDigit | chars::kInner | chars::kNotAscii | chars::kLower;
  constexpr std::uint32_t kLongest = 4;
  return mark == LeadingSymbol::Stop && word.letters >= 2 && word.letters <= kLongest && (word.flags & kOthers) == 0;
}

/// The sign or number before an item of a list: - • * 1) a. (iv)
bool is_item_mark(std::string_view mark) {
  constexpr auto kBullets = std::to_array<std::string_view>(
      {"-", "*", "+", ">", "\u2013", "\u2014", "\u2022", "\u2023", "\u2043", "\u00B7", "\u25AA", "\u25CF", "\u25E6"});
  constexpr std::size_t kLongest = 4;  // viii
  if (std::ranges::find(kBullets, mark) != kBullets.end()) {
    return true;
  }
  if (!mark.ends_with(')') && !mark.ends_with('.') && !mark.ends_with(']')) {
    return false;
  }
  mark.remove_suffix(1);
  mark.remove_prefix(mark.starts_with('(') || mark.starts_with('[') ? 1 : 0);
  const bool number = std::ranges::all_of(mark, ascii::is_digit);
  const bool roman = mark.find_first_not_of("ivxIVX") == std::string_view::npos;
  return !mark.empty() && mark.size() <= kLongest && (number || roman || mark.size() == 1);
}

/// Is nothing but the mark of an item between the word and the beginning of its line?
bool begins_item(std::string_view text, std::uint32_t begin) {
  constexpr std::size_t kFarthest = 12;
  const std::string_view before = text.substr(0, begin);
  const std::size_t feed = before.rfind('\n');
  const std::size_t line = feed == std::string_view::npos ? 0 : feed + 1;
  return begin - line <= kFarthest && is_item_mark(ascii::trimmed(before.substr(line)));
}

/// Does the word come after an opening quotation mark or bracket, or after a colon? The apostrophe of l'Onu opens
/// nothing.
bool opens_clause(const CharacterTable& table, std::string_view text, std::uint32_t begin) {
  constexpr std::string_view kGuillemet = "\u00AB";  // has a space after it in French
  constexpr unsigned char kFirstOther = 0x80;
  if (begin == 0) {
    return true;
  }
  // A word and a space come before most words.
  if (begin > 1 && text[begin - 1] == ' ' && static_cast<unsigned char>(text[begin - 2]) < kFirstOther) {
    const char sign = text[begin - 2];
    return sign == ':' || (!ascii::is_letter(sign) && begins_item(text, begin));
  }
  const std::uint32_t at = utf8::step_back(text, begin);
  const Character& sign = *table.at(text, at).character;
  if (sign.kind == CharClass::Apostrophe) {
    return at == 0 || (table.at(text, utf8::step_back(text, at)).character->flags & chars::kLetter) == 0;
  }
  if (sign.kind == CharClass::Blank && at > 0) {
    return text[at - 1] == ':' || text.substr(0, at).ends_with(kGuillemet) || begins_item(text, begin);
  }
  return (sign.flags & chars::kCloser) != 0 || text[at] == ':';
}

std::uint32_t size_of(const std::string& terms) {
  return static_cast<std::uint32_t>(terms.size());
}

}  // namespace

TokenWriter::TokenWriter(const CharacterTable& table, std::string_view text, Analysis& out)
    : table_(table), text_(text), out_(out), chain_(out), capitals_(out) {}

WordBefore TokenWriter::before() const {
  return {out_.view(before_.term), before_.flags, before_.first, before_.letters};
}

void TokenWriter::finish() {
  chain_.close();
  capitals_.end_text();
}

void TokenWriter::begin_token(std::uint32_t byte) {
  ++position_;
  if (boundary_ != BoundaryKind::None) {
    cross_boundary(byte);
  }
}

void TokenWriter::cross_boundary(std::uint32_t byte) {
  // Past this, positions go on without gaps rather than wrap.
  constexpr std::uint32_t kLastWithGap = 1U << 31U;
  if (boundary_ == BoundaryKind::Paragraph) {
    capitals_.end_paragraph();
  } else if (boundary_ == BoundaryKind::Hard) {
    capitals_.end_sentence();
  }
  if (!out_.tokens.empty() && position_ < kLastWithGap) {
    position_ += boundary_ == BoundaryKind::Paragraph ? kParagraphGap : 0;
    position_ += boundary_ == BoundaryKind::Hard ? kSentenceGap : 0;
  }
  if (boundary_ == BoundaryKind::Paragraph) {
    out_.paragraphs.push_back({{position_}, byte});
  }
  out_.sentences.push_back({{position_}, byte});
  boundary_ = BoundaryKind::None;
}

void TokenWriter::word(const WordShape& word, Symbols symbols) {
  if (symbols != Symbols::None || !is_plain(word)) {
    symbol_word(word, symbols);
    return;
  }
  const unsigned first = word.first;
  const WrittenAs cased = (first & chars::kUpper) != 0 ? WrittenAs::LeadingCapital : WrittenAs::Lower;
  const std::uint32_t token = push_word(word, first == 0 ? WrittenAs::Uncased : cased);
  chain_.add(token, word.flags, Link::No);
}

/// One token and nothing more: no inner symbols, not all capitals, nothing of interest beside it.
bool TokenWriter::is_plain(const WordShape& word) const {
  constexpr unsigned kCased = chars::kUpper | chars::kLower;
  return (word.flags & chars::kInner) == 0 && (word.flags & kCased) != chars::kUpper &&
         ((word.flags & chars::kDigit) == 0 || !may_have_sign(text_, word.span)) &&
         !may_have_leading_symbol(text_, word.span.begin) && !may_link(text_, word.next);
}

std::uint32_t TokenWriter::push_word(const WordShape& word, WrittenAs written) {
  if (written == WrittenAs::LeadingCapital &&
      (boundary_ != BoundaryKind::None || opens_clause(table_, text_, word.span.begin))) {
    written = WrittenAs::StartCapital;
  }
  begin_token(word.span.begin);
  out_.tokens.push_back({word.term, word.span, {position_}, TokenKind::Word, written});
  capitals_.add(written, word.letters);
  before_ = word;
  return static_cast<std::uint32_t>(out_.tokens.size() - 1);
}

void TokenWriter::symbol_word(WordShape word, Symbols symbols) {
  const LeadingSymbol mark = leading_symbol(table_, text_, word.span.begin);
  const bool dot_name = is_dot_name(mark, word);
  if (dot_name) {
    out_.terms.insert(word.term.begin, 1, '.');
    ++word.term.end;
    --word.span.begin;
  }
  const std::uint32_t index = push_word(word, written_as(table_, slice(word.span), word));
  const Token token = out_.tokens[index];
  if ((word.flags & chars::kInner) != 0 || symbols == Symbols::Pluses) {
    write_variants(token);
    write_spellings(index);
  }
  if ((word.flags & chars::kDigit) != 0 && may_have_sign(text_, word.span)) {
    write_amounts(token);
  }
  if (dot_name) {
    write_without_dot(token);
  } else if (mark != LeadingSymbol::None && word.letters != 0) {
    write_marked(token, mark);
  }
  if (token.written == WrittenAs::AllCaps) {
    write_exact_case(token, slice(word.span));
  }
  chain_.add(index, word.flags, may_link(text_, word.next) ? link_after(table_, text_, word.next) : Link::No);
}

/// The plainest first: it is the word that a query means.
void TokenWriter::write_variants(const Token& word) {
  const std::size_t begin = out_.terms.size();
  // A copy: the terms move when they grow.
  const std::string term(out_.term(word));
  const std::string_view bare = without_possessive(term);
  if (const std::string_view name = without_pluses(bare); name.size() != bare.size()) {
    out_.terms += name;
    push_since(begin, word, TokenKind::Variant);
  } else if (append_without_separators(bare, out_.terms) || append_without_stops(bare, out_.terms)) {
    push_since(begin, word, TokenKind::Variant);
  }
  if (bare.size() != term.size()) {
    const std::size_t second = out_.terms.size();
    out_.terms += bare;
    push_since(second, word, TokenKind::Variant);
  }
}

void TokenWriter::write_spellings(std::uint32_t index) {
  const Token token = out_.tokens[index];
  for (const std::string& spelling : spellings_without_sign(slice(token.span), out_.term(token))) {
    const std::uint32_t begin = size_of(out_.terms);
    out_.terms += spelling;
    out_.compounds.push_back({index, index, {begin, size_of(out_.terms)}});
  }
}

/// The number without separators and its sign: $50 for "50 $" too.
void TokenWriter::write_amounts(const Token& word) {
  const NumberSigns signs = signs_beside(table_, text_, word.span);
  const std::string term(without_possessive(out_.term(word)));
  std::string number;
  if (!append_without_separators(term, number)) {
    number = term;
  }
  if (!signs.money.empty()) {
    const std::size_t begin = out_.terms.size();
    append_fold(signs.money, LetterCase::Folded, out_.terms);
    out_.terms += number;
    push_since(begin, word, TokenKind::Amount);
  }
  if (!signs.share.empty()) {
    const std::size_t begin = out_.terms.size();
    out_.terms += number;
    append_fold(signs.share, LetterCase::Folded, out_.terms);
    push_since(begin, word, TokenKind::Amount);
  }
}

void TokenWriter::write_marked(const Token& word, LeadingSymbol mark) {
  const std::size_t begin = out_.terms.size();
  const std::string term(out_.term(word));
  out_.terms += static_cast<char>(mark);
  out_.terms += without_possessive(term);
  push_since(begin, word, TokenKind::Variant);
}

/// Whether the dot is part of a name or a slip of OCR (".PLO") only a reader can tell: both spellings find it.
void TokenWriter::write_without_dot(const Token& word) {
  const std::size_t begin = out_.terms.size();
  const std::string term(out_.term(word));
  out_.terms += std::string_view(term).substr(1);
  push_since(begin, word, TokenKind::Variant);
  if (word.written == WrittenAs::AllCaps) {
    write_exact_case(word, slice(word.span).substr(1));
  }
}

void TokenWriter::write_exact_case(const Token& word, std::string_view spelling) {
  const std::size_t begin = out_.terms.size();
  append_exact_case(spelling, out_.terms);
  push_since(begin, word, TokenKind::ExactCase);
}

void TokenWriter::push_since(std::size_t begin, const Token& like, TokenKind kind) {
  const ByteSpan term{static_cast<std::uint32_t>(begin), size_of(out_.terms)};
  if (term.begin != term.end) {
    out_.tokens.push_back({term, like.span, like.position, kind, like.written});
  }
}

void TokenWriter::emoji(ByteSpan span) {
  const std::size_t begin = out_.terms.size();
  append_fold(slice(span), LetterCase::Folded, out_.terms);
  if (out_.terms.size() == begin) {
    return;
  }
  begin_token(span.begin);
  push_since(begin, {{}, span, {position_}, TokenKind::Word, WrittenAs::Uncased}, TokenKind::Word);
  before_ = {};
}

void TokenWriter::run(const CjkRunReader& run) {
  for (const CjkRunReader::Word& word : run.words()) {
    const ByteSpan span{run.units()[word.first].span.begin, run.units()[word.first + word.count - 1].span.end};
    const std::size_t begin = out_.terms.size();
    out_.terms += run.folds(word.first, word.count);
    if (out_.terms.size() == begin) {
      continue;
    }
    begin_token(span.begin);
    push_since(begin, {{}, span, {position_}, TokenKind::Word, WrittenAs::Uncased}, TokenKind::Word);
    write_bigrams(run, word);
    before_ = {};
  }
}

/// A bigram for each character of the word; its second character may be the next word's.
void TokenWriter::write_bigrams(const CjkRunReader& run, const CjkRunReader::Word& word) {
  for (std::uint32_t i = 0; i < word.count; ++i) {
    const std::uint32_t unit = word.first + i;
    const std::uint32_t count = unit + 1 == run.units().size() ? 1 : 2;
    const ByteSpan span{run.units()[unit].span.begin, run.units()[unit + count - 1].span.end};
    const std::size_t begin = out_.terms.size();
    out_.terms += run.folds(unit, count);
    position_ += i == 0 ? 0 : 1;
    push_since(begin, {{}, span, {position_}, TokenKind::Bigram, WrittenAs::Uncased}, TokenKind::Bigram);
  }
}

}  // namespace nutgraf
