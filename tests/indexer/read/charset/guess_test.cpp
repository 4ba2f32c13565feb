// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/charset/guess.h"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

#include "indexer/read/charset/names.h"
#include "indexer/read/charset/wide.h"

namespace nutgraf::read::charset {
namespace {

using namespace std::string_view_literals;

struct Row {
  const char* name;
  std::string_view bytes;
  std::string_view encoding;
};

TEST_CASE("names of encodings that differ in case are one") {
  for (const char* const name : {"euc-jp", "EUC-JP", "Euc-Jp"}) {
    CAPTURE(name);
    CHECK(usual_spelling(name) == "EUC-JP");
  }
  CHECK(usual_spelling("ISO-8859-5") == usual_spelling("iso-8859-5"));
  CHECK(usual_spelling("windows-1252") == "windows-1252");
  CHECK(usual_spelling("klingon-1") == "klingon-1");
}

TEST_CASE("a short text tells its encoding") {
  constexpr auto kRows = std::to_array<Row>({
      {"Russian, windows-1251",
       "\xCC\xFD\xF0 \xEE\xF2\xEA\xF0\xFB\xEB \xED\xEE\xE2\xFB\xE9 \xEC\xEE\xF1\xF2 \xF7\xE5\xF0\xE5\xE7 "
       "\xF0\xE5\xEA\xF3."sv,
       "windows-1251"},
      {"Russian, KOI8-R",
       "\xED\xDC\xD2 \xCF\xD4\xCB\xD2\xD9\xCC \xCE\xCF\xD7\xD9\xCA \xCD\xCF\xD3\xD4 \xDE\xC5\xD2\xC5\xDA "
       "\xD2\xC5\xCB\xD5."sv,
       "KOI8-R"},
      {"Russian, code page 866",
       "\x8C\xED\xE0 \xAE\xE2\xAA\xE0\xEB\xAB \xAD\xAE\xA2\xEB\xA9 \xAC\xAE\xE1\xE2 \xE7\xA5\xE0\xA5\xA7 "
       "\xE0\xA5\xAA\xE3."sv,
       "ibm-866"},
      {"Russian, ISO 8859-5",
       "\xBC\xED\xE0 \xDE\xE2\xDA\xE0\xEB\xDB \xDD\xDE\xD2\xEB\xD9 \xDC\xDE\xE1\xE2 \xE7\xD5\xE0\xD5\xD7 "
       "\xE0\xD5\xDA\xE3."sv,
       "iso-8859-5"},
      {"Greek with an apostrophe, ISO 8859-7",
       "\xCF \xE4\xDE\xEC\xE1\xF1\xF7\xEF\xF2 \xE5\xDF\xF0\xE5 \xE1\xF0\xA2 \xF4\xE7\xED \xE1\xF1\xF7\xDE \xFC\xF4\xE9 "
       "\xF4\xEF \xDD\xF1\xE3\xEF \xF4\xE5\xEB\xE5\xDF\xF9\xF3\xE5. \xB6\xED\xEF\xE9\xEE\xE5 \xF3\xA2 \xDD\xED\xE1 "
       "\xEC\xDE\xED\xE1."sv,
       "iso-8859-7"},
      {"Greek, windows-1253",
       "\xCF \xE4\xDE\xEC\xE1\xF1\xF7\xEF\xF2 \xE5\xDF\xF0\xE5 \xFC\xF4\xE9 \xF4\xEF \xDD\xF1\xE3\xEF "
       "\xF4\xE5\xEB\xE5\xDF\xF9\xF3\xE5. \xA2\xED\xEF\xE9\xEE\xE5 \xF3\xE5 \xDD\xED\xE1 \xEC\xDE\xED\xE1."sv,
       "windows-1253"},
      {"Hebrew",
       "\xF8\xE0\xF9 \xE4\xF2\xE9\xF8 \xF4\xFA\xE7 \xE0\xFA \xE4\xE2\xF9\xF8 \xE4\xE7\xE3\xF9 \xE1\xE9\xE5\xED "
       "\xF8\xE0\xF9\xE5\xEF"sv,
       "windows-1255"},
      {"Arabic",
       "\xC7\xDD\xCA\xCA\xCD \xD1\xC6\xED\xD3 \xC7\xE1\xC8\xE1\xCF\xED\xC9 \xC7\xE1\xCC\xD3\xD1 "
       "\xC7\xE1\xCC\xCF\xED\xCF \xED\xE6\xE3 \xC7\xE1\xC3\xCD\xCF"sv,
       "windows-1256"},
      {"Thai",
       "\xB9\xD2\xC2\xA1\xE0\xB7\xC8\xC1\xB9\xB5\xC3\xD5\xE0\xBB\xD4\xB4\xCA\xD0\xBE\xD2\xB9\xE3\xCB\xC1\xE8\xE0\xC1"
       "\xD7\xE8\xCD\xC7\xD1\xB9\xCD\xD2\xB7\xD4\xB5\xC2\xEC"sv,
       "windows-874"},
      {"Turkish", "Ba\xFEkan yeni k\xF6pr\xFCy\xFC a\xE7t\xFD, \xFD\xFE\xFDklar yand\xFD ve \xE7ocuklar g\xFCld\xFC."sv,
       "windows-1254"},
      {"Romanian",
       "Primarul a deschis podul \xBAi a vorbit \xEEn fa\xFE"
       "a mul\xFEimii, dup\xE3 amiaz\xE3."sv,
       "windows-1250"},
      {"Hungarian in quotes",
       "A \x84"
       "f\xF5polg\xE1rmester\x94 megnyitotta az \xFAj hidat, \xE9s a t\xFBzij\xE1t\xE9k el\xF5tt besz\xE9lt."sv,
       "windows-1250"},
      {"French, few accents", "Le maire a inaugur\xE9 le pont."sv, "windows-1252"},
      {"English, curly quotes", "The mayor said it was \x93ready\x94 and didn\x92t stay."sv, "windows-1252"},
      {"French, Macintosh",
       "L\xD5\x8Et\x8E dernier, le maire a d\x8E"
       "clar\x8E la ville pr\x90te \x88 f\x90ter l\xD5\x8El\x8Fve re\x8Du premier."sv,
       "macintosh"},
      {"French with a euro, ISO 8859-15",
       "Le ministre a pr\xE9sent\xE9 son \xBDuvre. Le projet co\xFBtera 50 \xA4 par habitant."sv, "iso-8859-15"},
      {"German with nothing but a euro, ISO 8859-15", "Das Geb\xE4ude kostet 5 \xA4 f\xFCr Sch\xFCler."sv,
       "iso-8859-15"},
      {"Estonian, ISO 8859-15",
       "Minister \xFCtles, et pliiatsid ja du\xA8\xA8 maksavad 5 \xA4. \xD5htul tehti otsus."sv, "iso-8859-15"},
      {"English with fractions", "Mix \xBD cup of sugar and 1\xBD cups of flour for the caf\xE9. Cut \xBDoz, \xBCkg."sv,
       "windows-1252"},
      {"Spanish with accents for quotes", "El alcalde dijo \xA8hola\xA8 y abri\xF3 el puente."sv, "windows-1252"},
      {"French with currency signs as bullets", "\xA4 le pr\xE9\n\xA4 la for\xEAt"sv, "windows-1252"},
      {"Icelandic, code page 861",
       "R\xA0\x8Cherrann sag\x8Ci \xA0 \x95ri\x8Cjudag a\x8C h\x94"
       "fninni yr\x8Ci loka\x8C \xA1 \x95rj\xA0r vikur."sv,
       "ibm-861"},
      {"Chinese, GB 2312",
       "\xCA\xD0\xB3\xA4\xD7\xF2\xCC\xEC\xC9\xCF\xCE\xE7\xCE\xAA\xD0\xC2\xC7\xC5\xBC\xF4\xB2\xCA\xA3\xAC\xCB\xFB\xCB"
       "\xB5\xD5\xE2\xCA\xC7\xD2\xBB\xBC\xFE\xB4\xF3\xCA\xC2\xA1\xA3"sv,
       "GB18030"},
      {"Chinese, Big5",
       "\xA5\xAB\xAA\xF8\xACQ\xA4\xD1\xA4W\xA4\xC8\xAC\xB0\xB7s\xBE\xF4\xB0\xC5\xBA\xF9\xA1"
       "A\xA5L\xBB\xA1\xB3o\xACO\xA4@\xA5\xF3\xA4j\xA8\xC6\xA1"
       "C"sv,
       "Big5"},
      {"Japanese, EUC",
       "\xBB\xD4\xC4\xB9\xA4\xCF\xBA\xF2\xC6\xFC\xA4\xCE\xC4\xAB\xA1\xA2\xBF\xB7\xA4\xB7\xA4\xA4\xB6\xB6\xA4\xF2\xB3"
       "\xAB\xA4\xA4\xA4\xBF\xA1\xA3"sv,
       "EUC-JP"},
      {"Japanese, Shift JIS",
       "\x8Es\x92\xB7\x82\xCD\x8D\xF0\x93\xFA\x82\xCC\x92\xA9\x81"
       "A\x90V\x82\xB5\x82\xA2\x8B\xB4\x82\xF0\x8AJ\x82\xA2\x82\xBD\x81"
       "B"sv,
       "windows-31j"},
      {"Japanese, a word in EUC", "\xA5\xED\xA5\xB0\xA5\xA4\xA5\xF3"sv, "EUC-JP"},
      {"Korean",
       "\xBD\xC3\xC0\xE5\xC0\xBA \xBE\xEE\xC1\xA6 \xBE\xC6\xC4\xA7 \xBB\xF5 \xB4\xD9\xB8\xAE\xB8\xA6 "
       "\xBF\xAD\xBE\xFA\xB4\xD9."sv,
       "windows-949"},
  });
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(guess_encoding(row.bytes, Use::Text) == row.encoding);
  }
}

TEST_CASE("names of files are often in a code page of DOS") {
  constexpr auto kRows = std::to_array<Row>({
      {"German",
       "Z\x81ge/M\x84rz-\x9A"
       "bersicht.txt\nZ\x81ge/Stra\xE1"
       "e.txt"sv,
       "ibm-437"},
      {"Russian",
       "\xAD\xAE\xA2\xAE\xE1\xE2\xA8/\xAC\xAE\xE1\xE2.txt\n\xAD\xAE\xA2\xAE\xE1\xE2\xA8/\xE0\xA5\xAA\xA0.txt"sv,
       "ibm-866"},
      {"Chinese", "\xD0\xC2\xCE\xC5/\xB4\xF3\xC7\xC5.txt\n\xD0\xC2\xCE\xC5/\xCA\xD0\xB3\xA4.txt"sv, "GB18030"},
      {"Japanese",
       "\x83j\x83\x85\x81[\x83X/\x8B\xB4\x82\xC9\x82\xC2\x82\xA2\x82\xC4.txt\n\x83j\x83\x85\x81[\x83X/"
       "\x8Es\x92\xB7.txt"sv,
       "windows-31j"},
      {"Russian, Windows",
       "\xED\xEE\xE2\xEE\xF1\xF2\xE8/\xEC\xEE\xF1\xF2.txt\n\xED\xEE\xE2\xEE\xF1\xF2\xE8/\xF0\xE5\xEA\xE0.txt"sv,
       "windows-1251"},
  });
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(guess_encoding(row.bytes, Use::Name) == row.encoding);
  }
}

TEST_CASE("UTF-16 and UTF-32 without a mark") {
  constexpr auto kRows = std::to_array<Row>({
      {"ASCII",
       "T\x00h\x00"
       "e\x00 \x00"
       "b\x00r\x00i\x00"
       "d\x00g\x00"
       "e\x00"sv,
       "UTF-16LE"},
      {"ASCII, big end first",
       "\x00T\x00h\x00"
       "e\x00 \x00"
       "b\x00r\x00i\x00"
       "d\x00g\x00"
       "e"sv,
       "UTF-16BE"},
      {"Russian",
       "\x1C\x04M\x04@\x04 \x00>\x04"
       "B\x04:\x04@\x04K\x04;\x04 \x00<\x04>\x04"
       "A\x04"
       "B\x04.\x00 \x00 \x04"
       "5\x04:\x04"
       "0\x04.\x00"sv,
       "UTF-16LE"},
      {"Chinese with line ends",
       "^\x02\x95\x7FRj_i\x00\x0AY'he\x00\x0AY'N\x8B\x00\x0A"
       "e\xB0he\x00\x0A"sv,
       "UTF-16BE"},
      {"UTF-32",
       "\x1C\x04\x00\x00>\x04\x00\x00"
       "A\x04\x00\x00"
       "B\x04\x00\x00"sv,
       "UTF-32LE"},
      {"beyond the basic plane",
       "\x00\x00\x00"
       "a\x00\x00\x00 \x00\x01\x04"
       "a\x00\x01\x04y\x00\x00\x00 \x00\x00\x00"
       "b"sv,
       "UTF-32BE"},
      {"zeros in a UTF-8 text",
       "The \x00"
       "bridge of\x00 stone"sv,
       ""},
      {"no zeros", "The bridge"sv, ""},
  });
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(wide_encoding(row.bytes) == row.encoding);
  }
}

}  // namespace
}  // namespace nutgraf::read::charset
