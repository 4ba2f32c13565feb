// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/amounts.h"

#include "core/base/utf8.h"

namespace nutgraf {
namespace {

/// A character of a text, or nothing at its ends.
struct Neighbour {
  CharClass kind = CharClass::LineEnd;
  std::uint16_t flags = 0;
  ByteSpan span;
  [[nodiscard]] bool is_blank() const { return kind == CharClass::Blank; }
  [[nodiscard]] bool has(unsigned flag) const { return (flags & flag) != 0; }
};

class Neighbours {
 public:
  Neighbours(const CharacterTable& table, std::string_view text) : table_(table), text_(text) {}

  [[nodiscard]] Neighbour after(std::uint32_t at) const {
    if (at >= text_.size()) {
      return {CharClass::LineEnd, 0, {at, at}};
    }
    const Glyph glyph = table_.at(text_, at);
    return {glyph.character->kind, glyph.character->flags, {at, at + glyph.size}};
  }
  [[nodiscard]] Neighbour before(std::uint32_t at) const {
    return at == 0 ? Neighbour{CharClass::LineEnd, 0, {0, 0}} : after(utf8::step_back(text_, at));
  }

 private:
  const CharacterTable& table_;
  std::string_view text_;
};

/// The sign of this kind after a number; of two numbers the one it touches has it.
Neighbour sign_after(const Neighbours& beside, std::uint32_t end, unsigned flag) {
  const Neighbour next = beside.after(end);
  if (next.has(flag) || !next.is_blank()) {
    return next.has(flag) ? next : Neighbour();
  }
  const Neighbour second = beside.after(next.span.end);
  const bool is_theirs = beside.after(second.span.end).kind == CharClass::Digit;
  return second.has(flag) && !is_theirs ? second : Neighbour();
}

Neighbour sign_before(const Neighbours& beside, std::uint32_t begin, unsigned flag) {
  const Neighbour next = beside.before(begin);
  if (next.has(flag) || !next.is_blank()) {
    return next.has(flag) ? next : Neighbour();
  }
  const Neighbour second = beside.before(next.span.begin);
  const Neighbour third = beside.before(second.span.begin);
  const Neighbour other = third.is_blank() ? beside.before(third.span.begin) : third;
  return second.has(flag) && other.kind != CharClass::Digit ? second : Neighbour();
}

/// %50, as in Turkish; but %20 of an address is not a share.
Neighbour share_before(const Neighbours& beside, std::uint32_t begin) {
  const Neighbour sign = beside.before(begin);
  const Neighbour second = beside.before(sign.span.begin);
  const bool apart = second.is_blank() || second.kind == CharClass::LineEnd || second.has(chars::kCloser);
  return sign.has(chars::kShare) && apart ? sign : Neighbour();
}

}  // namespace

NumberSigns signs_beside(const CharacterTable& table, std::string_view text, ByteSpan number) {
  const Neighbours beside(table, text);
  const auto written = [text](const Neighbour& sign) {
    return text.substr(sign.span.begin, sign.span.end - sign.span.begin);
  };
  const bool begins = beside.after(number.begin).kind == CharClass::Digit;
  const bool ends = beside.before(number.end).kind == CharClass::Digit;
  NumberSigns signs;
  if (begins) {
    signs.money = written(sign_before(beside, number.begin, chars::kMoney));
    signs.share = written(share_before(beside, number.begin));
  }
  if (ends && signs.money.empty()) {
    signs.money = written(sign_after(beside, number.end, chars::kMoney));
  }
  if (ends && signs.share.empty()) {
    signs.share = written(sign_after(beside, number.end, chars::kShare));
  }
  return signs;
}

}  // namespace nutgraf
