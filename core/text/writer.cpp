// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/writer.h"

#include "core/text/fold.h"
#include "core/text/variants.h"

namespace nutgraf {
namespace {

/// .NET, but not a lower-case name after a stop that may be a slip of typing.
bool is_dot_name(LeadingSign mark, const WordShape& word) {
  constexpr unsigned kOthers = chars::kDigit | chars::kInner | chars::kNotAscii | chars::kLower;
  constexpr std::uint32_t kLongest = 4;
  return mark == LeadingSign::Stop && word.letters >= 2 && word.letters <= kLongest && (word.flags & kOthers) == 0;
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
  if (edge_ != EdgeKind::None) {
    cross_edge(byte);
  }
}

void TokenWriter::cross_edge(std::uint32_t byte) {
  // Past this, positions go on without gaps rather than wrap.
  constexpr std::uint32_t kLastWithGap = 1U << 31U;
  if (edge_ == EdgeKind::Paragraph) {
    capitals_.end_paragraph();
  } else if (edge_ == EdgeKind::Hard) {
    capitals_.end_sentence();
  }
  if (!out_.tokens.empty() && position_ < kLastWithGap) {
    position_ += edge_ == EdgeKind::Paragraph ? kParagraphGap : 0;
    position_ += edge_ == EdgeKind::Hard ? kSentenceGap : 0;
  }
  if (edge_ == EdgeKind::Paragraph) {
    out_.paragraphs.push_back({{position_}, byte});
  }
  out_.sentences.push_back({{position_}, byte});
  edge_ = EdgeKind::None;
}

void TokenWriter::word(const WordShape& word, Signs signs) {
  if (signs != Signs::None || !is_plain(word)) {
    signed_word(word, signs);
    return;
  }
  const unsigned first = word.first;
  const WrittenAs cased = (first & chars::kUpper) != 0 ? WrittenAs::LeadingCapital : WrittenAs::Lower;
  const std::uint32_t token = push_word(word, first == 0 ? WrittenAs::Uncased : cased);
  chain_.add(token, word.flags, Link::No);
}

/// One token and nothing more: no inner signs, not all capitals, nothing of interest beside it.
bool TokenWriter::is_plain(const WordShape& word) const {
  constexpr unsigned kCased = chars::kUpper | chars::kLower;
  return (word.flags & chars::kInner) == 0 && (word.flags & kCased) != chars::kUpper &&
         !may_be_marked(text_, word.span.begin) && !may_link(text_, word.next);
}

std::uint32_t TokenWriter::push_word(const WordShape& word, WrittenAs written) {
  begin_token(word.span.begin);
  out_.tokens.push_back({word.term, word.span, {position_}, TokenKind::Word, written});
  capitals_.add(written, word.letters);
  before_ = word;
  return static_cast<std::uint32_t>(out_.tokens.size() - 1);
}

void TokenWriter::signed_word(WordShape word, Signs signs) {
  const LeadingSign mark = mark_before(table_, text_, word.span.begin);
  const bool dot_name = is_dot_name(mark, word);
  if (dot_name) {
    out_.terms.insert(word.term.begin, 1, '.');
    ++word.term.end;
    --word.span.begin;
  }
  const std::uint32_t index = push_word(word, written_as(table_, slice(word.span), word, out_.view(word.term)));
  const Token token = out_.tokens[index];
  if ((word.flags & chars::kInner) != 0 || signs == Signs::Pluses) {
    write_variants(token, signs);
  }
  if (mark != LeadingSign::None && !dot_name && word.letters != 0) {
    write_marked(token, mark);
  }
  if (token.written == WrittenAs::AllCaps) {
    const std::size_t begin = out_.terms.size();
    append_exact_case(slice(word.span), out_.terms);
    push_since(begin, token, TokenKind::ExactCase);
  }
  chain_.add(index, word.flags, may_link(text_, word.next) ? link_after(table_, text_, word.next) : Link::No);
}

void TokenWriter::write_variants(const Token& word, Signs signs) {
  const std::size_t begin = out_.terms.size();
  // A copy: the terms move when they grow.
  const std::string term(out_.term(word));
  const std::string_view bare = without_possessive(term);
  if (signs == Signs::Pluses) {
    if (const std::string_view name = without_pluses(term); name.size() != term.size()) {
      out_.terms += name;
      push_since(begin, word, TokenKind::Variant);
    }
    return;
  }
  if (bare.size() != term.size()) {
    out_.terms += bare;
    push_since(begin, word, TokenKind::Variant);
  }
  const std::size_t second = out_.terms.size();
  if (append_without_separators(bare, out_.terms) || append_without_stops(bare, out_.terms)) {
    push_since(second, word, TokenKind::Variant);
  }
}

void TokenWriter::write_marked(const Token& word, LeadingSign mark) {
  const std::size_t begin = out_.terms.size();
  const std::string term(out_.term(word));
  out_.terms += static_cast<char>(mark);
  out_.terms += without_possessive(term);
  push_since(begin, word, TokenKind::Variant);
}

void TokenWriter::push_since(std::size_t begin, const Token& like, TokenKind kind) {
  const ByteSpan term{static_cast<std::uint32_t>(begin), size_of(out_.terms)};
  if (term.begin != term.end) {
    out_.tokens.push_back({term, like.span, like.position, kind, like.written});
  }
}

void TokenWriter::picture(ByteSpan span) {
  const std::size_t begin = out_.terms.size();
  append_fold(slice(span), LetterCase::Folded, out_.terms);
  if (out_.terms.size() == begin) {
    return;
  }
  begin_token(span.begin);
  push_since(begin, {{}, span, {position_}, TokenKind::Word, WrittenAs::Uncased}, TokenKind::Word);
  before_ = {};
}

void TokenWriter::run(const RunReader& run) {
  for (const RunReader::Word& word : run.words()) {
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
void TokenWriter::write_bigrams(const RunReader& run, const RunReader::Word& word) {
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
