// SPDX-License-Identifier: GPL-2.0-or-later
// Tables: text -> words, variants, spans.
#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "tests/core/text/printed.h"

namespace {

using namespace nutgraf;

struct Row {
  const char* name;
  std::string_view text;
  std::string_view expected;
};

void check_all(const std::vector<Row>& rows, std::string (*print)(std::string_view)) {
  for (const Row& row : rows) {
    SUBCASE(row.name) {
      CAPTURE(row.text);
      CHECK(print(row.text) == row.expected);
    }
  }
}

TEST_CASE("words are folded and cut as UAX #29 says") {
  check_all(
      {
          {"plain", "The quick, brown FoX.", "the quick brown fox"},
          {"nothing", "", ""},
          {"only signs", " -- ... !? § % ", ""},
          {"sharp s", "Straße", "strasse"},
          {"accents stay", "Café naïve Ångström", "café naïve ångström"},
          {"decomposed accents compose", "Cafe\u0301 e\u0323\u0302", "café ệ"},
          {"greek, final sigma as any other", "Νερό ΆΜΜΟΣ", "νερό άμμοσ|^ΆΜΜΟΣ"},
          {"cyrillic", "Ещё ОДИН день", "ещё один|^ОДИН день"},
          {"dotted capital I", "İzmir I\u0307zmir", "izmir izmir"},
          {"full width and ligatures", "ＭＹ ４２ ﬂood", "my|^MY 42 flood"},
          {"decimals", "3.5 1,5 165,41 20.04", "3.5 1,5 165,41 20.04"},
          {"digits with letters", "5G B2B 3rd", "5g b2b|^B2B 3rd"},
          {"slashes and colons part", "01/18/2010 12:30 a:b 1;2", "01 18 2010 12 30 a b 1 2"},
          {"money", "€45 or $50, up 7%", "45|=€45 or 50|=$50 up 7|=7%"},
          {"hosts and addresses", "desk@example.org www.example.org/a_b", "desk example.org www.example.org a_b"},
          {"underscores outside words", "_so_ a_b __", "so a_b"},
          {"missing blank after a stop", "peace.The end.of St.Lo", "peace the end.of st lo"},
          {"missing blank after an initial", "J.Smith A.McCoy г.Москва А.Малахов",
           "j smith a mccoy г москва а малахов"},
          {"missing blank after initials", "В.В.Путин U.S.Navy St.J.Perse",
           "в.в|вв|^ВВ путин u.s|us|^US navy st.j|stj perse"},
          {"no initials", "M.Sc z.B v.a p.m A.Li Ph.D", "m.sc|msc z.b|zb v.a|va p.m|pm a.li|ali ph.d|phd"},
          {"missing blank before one capital", "метров.И хотя end.A new Ph.D student",
           "метров и хотя end.a new ph.d|phd student"},
          {"missing blank in Arabic and Hebrew", "المقبل.كما الخليج.وكانت هناك.لم שלום.היום",
           "المقبل كما الخليج وكانت هناك لم שלום היום"},
          {"acronyms of Arabic", "بي.بي.سي إتش.بي د.محمد أ.ف.ب ق.م", "بي.بي.سي إتش.بي د.محمد أ.ف.ب|أفب ق.م|قم"},
          {"names of files keep their stop", "ASP.NET readme.txt", "asp.net|^ASPNET readme.txt"},
          {"no-break and narrow blanks", "late\u00A0train\u202Fleft\u3000now", "late train left now"},
          {"invalid bytes part words",
           "ab\xff"
           "cd e\xc3",
           "ab cd e"},
          {"a NUL is no letter", std::string_view("a\0b", 3), "a b"},
          {"hindi keeps its vowel signs", "text हिंदी end", "text हिंदी end"},
          {"georgian, armenian, amharic", "ქალაქი Քաղաքը ከተማ", "ქალაქი քաղաքը ከተማ"},
          {"capital georgian", "ქალაქი ᲥᲐᲚᲐᲥᲘ|",
           "ქალაქი ქალაქი|^ᲥᲐᲚᲐᲥᲘ"},
      },
      printed::terms);
}

TEST_CASE("apostrophes of all kinds are one, inside words only") {
  check_all(
      {
          {"inside", "don't don\u2019t Qur\u02BCan Qur\u2018an rock\uFF07n\u2032roll",
           "don't don't qur'an qur'an rock'n'roll"},
          {"at the edges", "'tis \u2018quoted\u2019 workers\u2019 the '90s", "tis quoted workers the 90s"},
          {"before digits", "Summit'13", "summit 13"},
          {"twice is none", "a''b", "a b"},
      },
      printed::terms);
}

TEST_CASE("invisible characters are removed inside words, U+200B parts them") {
  check_all(
      {
          {"soft hyphen", "Ge\u00ADsamt\u00ADkonzept", "gesamtkonzept"},
          {"joiners, word joiner, byte order mark", "a\u200Db\u200Cc\u2060d\uFEFFe", "abcde"},
          {"direction marks", "har\u200Ebour har\u202Cbour \u200Fhi\u200F", "harbour harbour hi"},
          {"zero width space", "one\u200Btwo \u200Bthree\u200B", "one two three"},
          {"tatweel and points", "مــاء كِتَابًا", "ماء كتابا"},
          {"tatweel alone", "ـ ــ", ""},
          {"madda stays", "آسفي ا\u0653سفي", "آسفي آسفي"},
          {"hebrew points", "שָׁלוֹם", "שלום"},
          {"stray marks", "\u0308abc x\u0308", "abc ẍ"},
          {"persian", "می\u200Cرود", "ميرود"},
      },
      printed::terms);
}

TEST_CASE("variants stand beside their word") {
  check_all(
      {
          {"possessive", "China's envoy, China\u2019s", "china's|china envoy china's|china"},
          {"no word but an ending", "'s s", "s s"},
          {"possessives of numbers", "Radio 4's G20\u2019s 2004'S 1,000's $50's",
           "radio 4's|4 g20's|g20 2004's|2004 1,000's|1000|1,000 50's|50|=$50"},
          {"after a hyphen", "the covid-19's F-16's", "the covid 19's|19 f 16's|16"},
          {"possessives of names with signs", "a C++'s C#\u2019s Notepad++'s Yahoo!'s Inc.'s",
           "a c++'s|c++ c#'s|c# notepad++'s|notepad|notepad++ yahoo!'s|yahoo inc.'s|inc"},
          {"of those in capitals", "so MI5's and WHAM!'s and U.S's went",
           "so mi5's|mi5|^MI5 and wham!'s|wham|^WHAM and "
           "u.s's|us|u.s|^US went"},
          {"acronyms with other endings", "dün TBMM'nin ABD\u2019nin İSTANBUL'da OK'd Nato'nun O'Neill WE'RE AB1'000",
           "dün tbmm'nin|^TBMM abd'nin|^ABD istanbul'da|^İSTANBUL ok'd|^OK nato'nun o'neill we're|^WE'RE "
           "ab1'000|^AB1'000"},
          {"no possessives", "5' s 5'6 the '90s 4'sure 4''s end. 's 4's\u0301 Oslo?s",
           "5 s 5'6 the 90s 4 sure 4 s end s "
           "4 \u015B oslo s"},
          {"thousands", "1,000 1,043.50 1,234,567 12,34,567 1'000 1,000th",
           "1,000|1000 1,043.50|1043.50 1,234,567|1234567 12,34,567|1234567 1'000|1000 1,000th|1000th"},
          {"stops as thousands only when there are two", "1.000 1.000.000 1.000.000,50",
           "1.000 1.000.000|1000000 1.000.000,50|1000000,50"},
          {"no thousands", "165,41 1234,567 1,0000 0,5 192.168.1.1 20,20",
           "165,41 1234,567 1,0000 0,5 192.168.1.1 20,20"},
          {"acronyms", "the U.S.A. and U.S.'s p.m. e.g.", "the u.s.a|usa|^USA and u.s.'s|us|u.s|^US p.m|pm e.g|eg"},
          {"degrees", "a Ph.D. in", "a ph.d|phd in"},
          {"no acronyms", "end.of a.b1 example.org", "end.of a.b1 example.org"},
          {"possessive of an acronym in capitals", "The BBC's and NATO's", "the bbc's|bbc|^BBC and nato's|nato|^NATO"},
      },
      printed::terms);
}

TEST_CASE("words with signs are one token") {
  check_all(
      {
          {"plus signs", "A C++ tool, C++11, g++, Notepad++ 1+1 a+++b",
           "a c++ tool c++ 11 g++ notepad++|notepad 1 1 a b"},
          {"sharp", "C# F# tools", "c# f# tools"},
          {"no sharp", "C#1 abc# C##", "c 1 abc c"},
          {"ampersand", "their R&D, AT&T's Q&A b&b", "their r&d|^R&D at&t's|at&t|^AT&T q&a|^Q&A b&b"},
          {"no ampersand", "rock&roll this & that a&lt;b R &D", "rock roll this that a lt b r d"},
          {"signs before a run", "学C++很难 C#语言 R&D投资",
           "学|学_ c++ 很|很难_ 难|难_ c# 语言|语言_|言_ r&d|^R&D 投资|投资_|资_"},
          {"full width", "Ｒ＆Ｄ Ｍ＆Ａの Ｃ＋＋ Ｃ＃", "r&d|^R&D m&a|^M&A の|の_ c++ c#"},
          {"dot names", "on .NET and .net, ASP", "on .net|net|^NET|^.NET and net|.net asp|^ASP"},
          {"tags and names", "A #flood by @BBC_News (#2 #Red's)",
           "a flood|#flood by bbc_news|@bbc_news 2 red's|red|#red"},
          {"no tags", "a#b me@home ##c", "a b me home c"},
          {"emoji", "🌱plants ❤\uFE0F\uFE0F❤ 👨\u200D👩\u200D👧 👍🏽",
           "🌱 plants ❤ ❤ 👨👩👧 👍🏽"},
          {"flags", "🇺🇳🇫🇷🇺", "🇺🇳 🇫🇷"},
          {"german endings", "Leser*innen Leser:innen Leser_innen LeserInnen Leser/-innen Lehrer(in)",
           "leser innen leser innen leser_innen leserinnen leser innen lehrer in"},
          {"signs of print are no emoji", "Brand™ © 2020 ↔ 1\uFE0F\u20E3", "brand 2020 1"},
      },
      printed::terms);
}

TEST_CASE("compatibility characters are cut as what they stand for") {
  check_all(
      {
          {"subscripts", "less CO₂ and more H₂O with x₁₂ and ₂", "less co2|^CO2 and more h2o|^H2O with x12 and 2"},
          {"powers of units and letters", "80 m² 5km² 3 cm³ 100m² x⁴ E=mc² км² كم²",
           "80 m2 5km2 3 cm3 100m2 x4 e mc2 км2 كم2"},
          {"marks of notes", "treaty¹ Treaty¹²,³ said.⁴ слово² note⁽³⁾ so 2023² 10⁶ EU² I¹ do² 条約¹",
           "treaty treaty said слово note so 2023 10 eu|^EU i do 条約|条約_|約_"},
          {"marks of notes after numbers", "1990s² 3D² B2B³ G20² 5x² 50m²", "1990s 3d b2b|^B2B g20 5x 50m2"},
          {"a note's own number", "¹ See ²See", "1 see 2 see"},
          {"isotopes", "²³⁵U", "235 u"},
          {"fractions", "½ 2½ ¾oz 1⁄2 ⅞", "1 2 2 1 2 3 4 oz 1 2 7 8"},
          {"numbers in circles, brackets, with stops", "①② word③ ⑴ ⒈ Ⓐ ❸⓬ ➀ ⓿", "1 2 word 3 1 1 a 3 12 1 0"},
          {"units", "50㎞ 50 ㎞ 25℃ ㎡ 80㎡ ㎧ 10㎎/㎏", "50km 50 km 25|=25° c m2 80m2 m s 10mg kg"},
          {"radicals of a run", "\u2F47本 日本", "日本|日本_|本_ 日本|日本_|本_"},
          {"numerals", "Ⅳ Ⅻ ⅳ", "iv|^IV xii|^XII iv"},
          {"words in one", "№5 ℡ ㈱ ﷺ x℅y", "no 5 tel|^TEL 株|株_ صلى الله عليه وسلم x c o y"},
          {"trade marks are no letters", "Brand™ Service℠", "brand service"},
          {"digits of all scripts", "٢٠٢٣ २०२३ ２０２３ 𝟐𝟎𝟐𝟑 ۲۰۲۳ ๒๕๖๖", "2023 2023 2023 2023 2023 2566"},
          {"their separators", "١٬٠٠٠ ٣٫٥", "1,000|1000 3.5"},
      },
      printed::terms);
  CHECK(printed::spans("A ½oz of CO₂, 50㎞.¹ Then") == "[A] [½] [½] [oz] [of] [CO₂] [50㎞] [Then]");
  CHECK(printed::positions("It ended.¹ Then ½ “end”² Now.") == "//it@1 ended@2 /then@4 1@5 2@6 end@7 now@8");
}

TEST_CASE("a number has its sign beside it") {
  check_all(
      {
          {"shares", "50% 50 % 50\u00A0% 7‰ 25° 25℃ 3.5% ٥٠٪ ５０％",
           "50|=50% 50|=50% 50|=50% 7|=7‰ 25|=25° 25|=25° c 3.5|=3.5% 50|=50% 50|=50%"},
          {"money", "$50 50$ $ 50 €50 50 € ¥50 £1.1m US$5 ₹9 ＄5",
           "50|=$50 50|=$50 50|=$50 50|=€50 50|=€50 50|=¥50 1.1m|=£1.1m us|^US 5|=$5 9|=₹9 5|=$5"},
          {"without separators", "$1,000 1.000.000 €", "1,000|1000|=$1000 1.000.000|1000000|=€1000000"},
          {"per cent before", "yüzde %50 a%20b", "yüzde 50|=50% a 20b"},
          {"between two numbers", "50 € 20 and 50 €20 and 5 %", "50|=€50 20 and 50 20|=€20 and 5|=5%"},
          {"both", "$50%", "50|=$50|=50%"},
          {"not across lines or words", "50\n% 5G% $abc 50  %", "50 5g abc 50"},
      },
      printed::terms);
}

TEST_CASE("words are noted without the sign that many leave out") {
  check_all(
      {
          {"okina and its like", "Oʻahu Hawai‘i Qurʼan Kaʿba Rusʹ",
           "oahu(o'ahu) hawaii(hawai'i) quran(qur'an) kaba(ka'ba)"},
          {"accents too", "Lānaʻi", "lānai(lāna'i) lanai(lāna'i)"},
          {"typewriter apostrophes and contractions are not", "O'ahu weʼll don‘t Oʻahu's", ""},
          {"middle dots", "col·lecció", "collecció(col·lecció) colleccio(col·lecció)"},
          {"german endings", "Leser*innen Leser:in Leser_innen Leser/-innen Lehrer(in) Schüler*Innen",
           "leserinnen(leser innen) leserin(leser in) leserinnen(leser_innen) leserinnen(leser innen) "
           "lehrerin(lehrer in) schülerinnen(schüler innen)"},
          {"no endings", "and/in note (in) a:into x*inn foo_bar", ""},
      },
      printed::compounds);
}

TEST_CASE("spans cover words as written") {
  check_all(
      {
          {"edges", "\u2018workers\u2019 re-\u200Eset\u200F \u200Briver\u200B", "[workers] [re] [set] [river]"},
          {"inner signs", "U.S. Navy\u2019s 1,000. Ge\u00ADsamt\u00AD", "[U.S] [Navy\u2019s] [1,000] [Ge\u00ADsamt]"},
          {"marks belong to the word", "cafe\u0301 हिंदी كتابًا", "[cafe\u0301] [हिंदी] [كتابًا]"},
          {"signs", "C++, (#flood) .NET R&D;", "[C++] [flood] [.NET] [R] [D]"},
          {"emoji", "❤\uFE0F\uFE0F 👨\u200D👩", "[❤] [👨\u200D👩]"},
          {"wide", "ＭＹ４２。山谷”", "[ＭＹ４２] [山谷]"},
      },
      printed::spans);
}

TEST_CASE("scripts without blanks: a position for each character, words by dictionary") {
  check_all(
      {
          {"chinese", "中国原则", "中国|中国_|国原_ 原则|原则_|则_"},
          {"one character", "を", "を|を_"},
          {"half width kana", "ﾊﾟﾆｯｸ", "パニック|パニ_|ニッ_|ック_|ク_"},
          {"latin and digits glued", "重5G跑IMF는", "重|重_ 5g 跑|跑_ imf|^IMF 는|는_"},
          {"korean words are as written", "경제는 방", "경제는|경제_|제는_|는_ 방|방_"},
          {"thai by grapheme", "ก\u2060รุง", "กรุง|กรุ_|รุง_|ง_"},
      },
      printed::terms);
  // Sara am typed as one letter or as its two parts, the tone before or between them; Lao ho no.
  for (const std::string_view water : {"น\u0E49\u0E33", "น\u0E49\u0E4D\u0E32", "น\u0E4D\u0E49\u0E32"}) {
    CAPTURE(water);
    CHECK(printed::terms(water) == printed::terms("น\u0E49\u0E33"));
    CHECK(printed::spans(water) == "[" + std::string(water) + "]");
  }
  CHECK(printed::terms("\u0E99\u0EB3") == printed::terms("\u0E99\u0ECD\u0EB2"));
  CHECK(printed::terms("\u0EDC\u0EB1\u0E87") == printed::terms("\u0EAB\u0E99\u0EB1\u0E87"));
  CHECK(printed::positions("中国 原则x") == "//中国@1 原则@3 x@5");
}

TEST_CASE("ASCII folds alike alone and beside other letters") {
  const Analyzer analyzer;
  const std::string accented = "\u00E9";
  for (char c = '!'; c <= '~'; ++c) {
    const std::string word{'a', c, 'B'};
    CAPTURE(word);
    CHECK(analyzer.fold(word) + accented == analyzer.fold(word + accented));
  }
  CHECK(analyzer.fold("a b\t\x01") == analyzer.fold("\u00E9a b\t\x01").substr(accented.size()));
}

}  // namespace
