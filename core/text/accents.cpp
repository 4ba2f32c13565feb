// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/accents.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"

namespace nutgraf {
namespace {

using Text = icu::UnicodeString;

struct OwnLetters {
  std::string_view language;
  std::u32string_view letters;
};

// Vowels and ñ that sort as letters of their own (CLDR's collation) and are distinguished by everyone who writes the
// language.
constexpr auto kOwnLetters = std::to_array<OwnLetters>({
    {"da", U"åæøäö"}, {"no", U"åæøäö"}, {"nb", U"åæøäö"},       {"nn", U"åæøäö"},      {"sv", U"åäöæø"},
    {"fi", U"åäöæø"}, {"et", U"äöõü"},  {"is", U"áéíóúýæöøåð"}, {"fo", U"áíóúýæøåöð"}, {"hu", U"öőüű"},
    {"es", U"ñ"},     {"gl", U"ñ"},     {"ast", U"ñ"},          {"eu", U"ñ"},          {"fil", U"ñ"},
    {"tl", U"ñ"},     {"tr", U"öü"},    {"az", U"öüə"},         {"tk", U"öüä"},
});

// Letters whose accent Unicode does not separate from them.
constexpr auto kBases = std::to_array<std::pair<char32_t, std::u16string_view>>({
    {U'ł', u"l"},  {U'đ', u"d"},  {U'ð', u"d"},  {U'ø', u"o"}, {U'ħ', u"h"}, {U'ŧ', u"t"}, {U'ı', u"i"},
    {U'æ', u"ae"}, {U'œ', u"oe"}, {U'þ', u"th"}, {U'ɓ', u"b"}, {U'ɗ', u"d"}, {U'ƙ', u"k"}, {U'ƴ', u"y"},
    {U'ə', u"e"},  {U'ى', u"ي"},  {U'ة', u"ه"},  {U'ٱ', u"ا"}, {U'ہ', u"ه"},
});

// Of these, letters that every text of their languages has, however carelessly it is typed.
constexpr std::u32string_view kOrdinary = U"\u0649\u0629\u06C1";

struct Digraphs {
  std::string_view language;
  std::u32string_view letters;
  std::array<std::u16string_view, 3> written;
};

// How a language writes letters that a keyboard lacks.
constexpr auto kDigraphs = std::to_array<Digraphs>({
    {"de", U"äöü", {u"ae", u"oe", u"ue"}},
    {"da", U"åøæ", {u"aa", u"oe", u"ae"}},
    {"no", U"åøæ", {u"aa", u"oe", u"ae"}},
    {"nb", U"åøæ", {u"aa", u"oe", u"ae"}},
    {"nn", U"åøæ", {u"aa", u"oe", u"ae"}},
});

bool is_own_letter(std::string_view language, char32_t c) {
  const auto* const own = std::ranges::find(kOwnLetters, language, &OwnLetters::language);
  return own != kOwnLetters.end() && own->letters.find(c) != std::u32string_view::npos;
}

/// Marks that change a letter's sound or stress. Signs that are vowels of their script are none.
bool is_accent(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0653 && c <= 0x0655) || c == 0x093C || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF);
}

/// й and ї are not accented letters, ё is.
bool keeps_its_mark(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(c, &error) == USCRIPT_CYRILLIC && c != 0x0451 && c != 0x0450 && c != 0x045D;
}

const icu::Normalizer2* composer() {
  UErrorCode error = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(error);
}

void append_base(UChar32 c, Text& out) {
  const auto* const base = std::ranges::find(kBases, static_cast<char32_t>(c), &decltype(kBases)::value_type::first);
  if (base != kBases.end()) {
    out.append(base->second.data(), static_cast<std::int32_t>(base->second.size()));
    return;
  }
  Text parts;
  if (keeps_its_mark(c) || composer()->getRawDecomposition(c, parts) == 0) {
    if (!is_accent(c)) {
      out.append(c);
    }
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    append_base(parts.char32At(i), out);
  }
}

Text composed(const Text& text) {
  UErrorCode error = U_ZERO_ERROR;
  return composer()->normalize(text, error);
}

/// Of Cyrillic and other own letters the marks stay.
Text plain(std::string_view language, const Text& word) {
  Text out;
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    if (is_own_letter(language, static_cast<char32_t>(c))) {
      out.append(c);
    } else {
      append_base(c, out);
    }
  }
  return composed(out);
}

Text with_digraphs(const Digraphs& digraphs, const Text& word) {
  Text out;
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    const std::size_t which = digraphs.letters.find(static_cast<char32_t>(c));
    if (which == std::u32string_view::npos) {
      append_base(c, out);
    } else {
      out.append(digraphs.written.at(which).data(), static_cast<std::int32_t>(digraphs.written.at(which).size()));
    }
  }
  return composed(out);
}

/// A Vietnamese syllable with its tone at the end, where no one writes it.
Text tone_last(const Text& word) {
  constexpr std::u16string_view kTones = u"\u0300\u0301\u0303\u0309\u0323";
  UErrorCode error = U_ZERO_ERROR;
  const Text parts = icu::Normalizer2::getNFDInstance(error)->normalize(word, error);
  Text letters(u"'");
  Text tones;
  for (std::int32_t i = 0; i < parts.length(); ++i) {
    (kTones.find(parts.charAt(i)) == std::u16string_view::npos ? letters : tones).append(parts.charAt(i));
  }
  return tones.isEmpty() ? tones : letters + tones;
}

void add(const Text& base, const Text& word, std::vector<std::string>& bases) {
  std::string text;
  base.toUTF8String(text);
  if (!text.empty() && base != word && std::ranges::find(bases, text) == bases.end()) {
    bases.push_back(std::move(text));
  }
}

}  // namespace

std::vector<std::string> base_spellings(std::string_view language, std::string_view term) {
  std::vector<std::string> bases;
  if (std::ranges::all_of(term, ascii::is_ascii)) {
    return bases;
  }
  const Text word = Text::fromUTF8(icu::StringPiece(term.data(), static_cast<std::int32_t>(term.size())));
  add(plain(language, word), word, bases);
  if (const auto* const digraphs = std::ranges::find(kDigraphs, language, &Digraphs::language);
      digraphs != kDigraphs.end()) {
    add(with_digraphs(*digraphs, word), word, bases);
  }
  if (language == "vi") {
    add(tone_last(word), word, bases);
  }
  return bases;
}

std::string hurried_spelling(std::string_view term) {
  if (std::ranges::all_of(term, ascii::is_ascii)) {
    return std::string(term);
  }
  const Text word = Text::fromUTF8(icu::StringPiece(term.data(), static_cast<std::int32_t>(term.size())));
  Text out;
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    if (kOrdinary.find(static_cast<char32_t>(c)) != std::u32string_view::npos) {
      out.append(c);
    } else {
      append_base(c, out);
    }
  }
  std::string text;
  return composed(out).toUTF8String(text);
}

bool has_accents(std::string_view term) {
  return hurried_spelling(term) != term;
}

std::string with_dotted_i(std::string_view term) {
  constexpr std::string_view kDotless = "\u0131";
  std::string out(term);
  for (std::size_t at = out.find(kDotless); at != std::string::npos; at = out.find(kDotless, at)) {
    out.replace(at, kDotless.size(), 1, 'i');
  }
  return out;
}

}  // namespace nutgraf
