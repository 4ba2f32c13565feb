// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/cjk_runs.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

#include "core/base/failure.h"
#include "core/base/utf8.h"
#include "core/text/fold.h"

namespace nutgraf {
namespace {

struct Close {
  void operator()(UBreakIterator* breaker) const { ubrk_close(breaker); }
};
using Breaker = std::unique_ptr<UBreakIterator, Close>;

/// The root rules, regardless of the user's locale.
Breaker open(UBreakIteratorType type) {
  UErrorCode error = U_ZERO_ERROR;
  Breaker breaker(ubrk_open(type, "en", nullptr, 0, &error));
  if (U_FAILURE(error) != 0) {
    throw Failure(ExitCode::Failed, "ICU's word break rules cannot be loaded",
                  "reinstall the package of ICU's library");
  }
  return breaker;
}

void set_text(const Breaker& breaker, const std::u16string& text) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(breaker.get(), text.data(), static_cast<std::int32_t>(text.size()), &error);
  if (U_FAILURE(error) != 0) {
    throw Failure(ExitCode::Failed, "ICU cannot cut a text into words", {});
  }
}

void append_utf16(std::u16string& out, char32_t code) {
  const auto c = static_cast<UChar32>(code);
  if (U_IS_BMP(c)) {
    out += static_cast<char16_t>(code);
  } else {
    out += static_cast<char16_t>(U16_LEAD(c));
    out += static_cast<char16_t>(U16_TRAIL(c));
  }
}

/// Letters that are written for one another, which dictionaries know in one spelling only: what a character of a
/// script without spaces is read as.
std::string_view dictionary_spelling(std::string_view written) {
  if (written == "\u0EDC") {  // Lao ho no and ho mo
    return "\u0EAB\u0E99";
  }
  return written == "\u0EDD" ? "\u0EAB\u0EA1" : written;
}

/// Sara am, and sara aa, which is the second of its parts.
struct SaraAm {
  char16_t ring;
  char16_t aa;
  char16_t am;
};
constexpr std::array<SaraAm, 2> kSaraAm{{{0x0E4D, 0x0E32, 0x0E33}, {0x0ECD, 0x0EB2, 0x0EB3}}};

bool is_tone(char16_t c) {
  return (c >= 0x0E48 && c <= 0x0E4B) || (c >= 0x0EC8 && c <= 0x0ECB);
}

}  // namespace

struct CjkRunReader::Breakers {
  Breaker words = open(UBRK_WORD);
  Breaker characters = open(UBRK_CHARACTER);
};

CjkRunReader::CjkRunReader() = default;
CjkRunReader::~CjkRunReader() = default;
CjkRunReader::CjkRunReader(CjkRunReader&&) noexcept = default;
CjkRunReader& CjkRunReader::operator=(CjkRunReader&&) noexcept = default;

std::uint32_t CjkRunReader::read(const CharacterTable& table, std::string_view text, std::uint32_t begin) {
  const std::uint32_t end = collect(table, text, begin);
  if (breakers_ == nullptr) {
    breakers_ = std::make_unique<Breakers>();
  }
  cut_units();
  cut_words();
  return end;
}

std::uint32_t CjkRunReader::collect(const CharacterTable& table, std::string_view text, std::uint32_t begin) {
  utf16_.clear();
  spans_.clear();
  const CharClass script = table.at(text, begin).character->kind;
  complex_ = script == CharClass::Complex;
  std::uint32_t at = begin;
  while (at < text.size()) {
    const Glyph glyph = table.at(text, at);
    const CharClass kind = glyph.character->kind;
    if (kind != script && kind != CharClass::Ignored) {
      break;
    }
    append(*glyph.character, text.substr(at, glyph.size), {at, at + glyph.size});
    at += glyph.size;
  }
  return at;
}

void CjkRunReader::append(const Character& character, std::string_view written, ByteSpan span) {
  std::string_view fold(character.fold.data(), character.fold_size);
  if (character.kind == CharClass::Complex) {
    fold = dictionary_spelling(written);
  } else if ((character.flags & chars::kRefold) != 0) {
    scratch_.clear();
    append_fold(written, LetterCase::Folded, scratch_);
    fold = scratch_;
  }
  for (std::size_t at = 0; at < fold.size();) {
    const utf8::Decoded decoded = utf8::decode(fold, at);
    append_utf16(utf16_, decoded.code);
    at += decoded.size;
  }
  spans_.resize(utf16_.size(), span);
  if (character.kind == CharClass::Complex) {
    compose_sara_am();
  }
}

/// Its two parts at the end of the run become one letter, as on a keyboard. A tone mark between them comes first.
void CjkRunReader::compose_sara_am() {
  const auto* const letter = std::ranges::find(kSaraAm, utf16_.back(), &SaraAm::aa);
  const std::size_t size = utf16_.size();
  if (letter == kSaraAm.end() || size < 2) {
    return;
  }
  const std::size_t tones = is_tone(utf16_[size - 2]) ? 1 : 0;
  if (size < 2 + tones || utf16_[size - 2 - tones] != letter->ring) {
    return;
  }
  const ByteSpan whole{spans_[size - 2 - tones].begin, spans_.back().end};
  utf16_.erase(size - 2 - tones, 1);
  utf16_.back() = letter->am;
  spans_.pop_back();
  for (std::size_t at = size - 2 - tones; at < spans_.size(); ++at) {
    spans_[at] = whole;
  }
}

void CjkRunReader::cut_units() {
  units_.clear();
  unit_of_.clear();
  folds_.clear();
  set_text(breakers_->characters, utf16_);
  std::int32_t begin = 0;
  for (std::int32_t end = ubrk_next(breakers_->characters.get()); end != UBRK_DONE;
       end = ubrk_next(breakers_->characters.get())) {
    unit_of_.resize(static_cast<std::size_t>(end), static_cast<std::uint32_t>(units_.size()));
    fold_unit(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
    begin = end;
  }
}

void CjkRunReader::fold_unit(std::size_t begin, std::size_t end) {
  Unit unit{{spans_[begin].begin, spans_[end - 1].end}, {static_cast<std::uint32_t>(folds_.size()), 0}};
  scratch_.clear();
  for (std::size_t i = begin; i < end; ++i) {
    char32_t code = utf16_[i];
    if (U16_IS_LEAD(code) && i + 1 < end) {
      code = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(code, utf16_[i + 1]));
      ++i;
    }
    utf8::append(scratch_, code);
  }
  if (end - begin > 1 || complex_) {  // marks may compose with their letter
    append_fold(scratch_, LetterCase::Folded, folds_);
  } else {
    folds_ += scratch_;
  }
  unit.fold.end = static_cast<std::uint32_t>(folds_.size());
  units_.push_back(unit);
}

void CjkRunReader::cut_words() {
  words_.clear();
  set_text(breakers_->words, utf16_);
  for (std::int32_t end = ubrk_next(breakers_->words.get()); end != UBRK_DONE;
       end = ubrk_next(breakers_->words.get())) {
    // A break inside a character, or inside what one character folds to, is none.
    const std::uint32_t begun = words_.empty() ? 0 : words_.back().first + words_.back().count;
    const std::uint32_t done = unit_of_[static_cast<std::size_t>(end) - 1] + 1;
    const auto at = static_cast<std::size_t>(end);
    const bool whole = at == unit_of_.size() || (unit_of_[at] == done && spans_[at] != spans_[at - 1]);
    if (whole && done > begun) {
      words_.push_back({begun, done - begun});
    }
  }
}

}  // namespace nutgraf
