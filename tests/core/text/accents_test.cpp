// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/accents.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/text/elisions.h"

namespace {

using nutgraf::base_spellings;
using Words = std::vector<std::string>;

struct Spelling {
  std::string language;
  std::string word;
  Words bases;
};

TEST_CASE("accented words and their base spellings") {
  const std::vector<Spelling> rows{
      {"fr", "café", {"cafe"}},
      {"fr", "cœur", {"coeur"}},
      {"en", "cafe", {}},
      {"und", "sąd", {"sad"}},
      {"pl", "łódź", {"lodz"}},
      {"cs", "řeka", {"reka"}},
      {"ro", "fată", {"fata"}},
      {"es", "canción", {"cancion"}},
      {"es", "año", {}},
      {"pt", "ação", {"acao"}},
      {"sv", "får", {}},
      {"sv", "idé", {"ide"}},
      {"fi", "sää", {}},
      {"fi", "idé", {"ide"}},
      {"en", "får", {"far"}},
      {"nb", "århus", {"aarhus"}},
      {"da", "sørensen", {"soerensen"}},
      {"de", "müller", {"muller", "mueller"}},
      {"tr", "ığdır", {"igdir"}},
      {"tr", "göl", {}},
      {"hu", "öt", {}},
      {"hu", "gép", {"gep"}},
      {"ru", "ещё", {"еще"}},
      {"ru", "край", {}},
      {"uk", "їжак", {}},
      {"el", "γέφυρα", {"γεφυρα"}},
      {"el", "προϊόν", {"προιον"}},
      {"ar", "آسفي", {"اسفي"}},
      {"ar", "أحمد", {"احمد"}},
      {"ar", "على", {"علي"}},
      {"ar", "مدرسة", {"مدرسه"}},
      {"ar", "مسؤول", {"مسوول"}},
      {"hi", "ज़मीन", {"जमीन"}},
      {"hi", "हिंदी", {}},
      {"ja", "が", {}},
      {"vi", "hoà", {"hoa", "'hoa\u0300"}},
      {"vi", "hòa", {"hoa", "'hoa\u0300"}},
      {"vi", "đêm", {"dem"}},
  };
  for (const Spelling& row : rows) {
    CAPTURE(row.language);
    CAPTURE(row.word);
    CHECK(base_spellings(row.language, row.word) == row.bases);
  }
}

TEST_CASE("a base spelling has no accent left") {
  for (const char* language : {"und", "de", "fr", "sv", "es", "tr", "vi", "ar", "el", "ru"}) {
    for (const char* word : {"crème", "müller", "ångström", "señor", "ışık", "việt", "إسلام", "άμμος", "вёл", "ḥǎḻ"}) {
      for (const std::string& base : base_spellings(language, word)) {
        CAPTURE(language);
        CAPTURE(base);
        CHECK((nutgraf::is_mark_order(base) || base_spellings(language, base).empty()));
      }
    }
  }
}

TEST_CASE("letters that are never left out are no accents") {
  for (const char* word : {"café", "الأقل", "آخر", "ёлка", "ɗan"}) {
    CAPTURE(word);
    CHECK(nutgraf::has_accents(word));
  }
  for (const char* word : {"cafe", "على", "الاقل", "مدرسة", "елка", "йод", "が", ""}) {
    CAPTURE(word);
    CHECK_FALSE(nutgraf::has_accents(word));
  }
}

TEST_CASE("what a hurried writer leaves of a word") {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"الأمريكية", "الامريكية"}, {"إلى", "الى"}, {"إلي", "الي"}, {"café", "cafe"}, {"cafe", "cafe"}, {"", ""},
      {"ёлка", "елка"},           {"が", "が"},   {"가", "가"},
  };
  for (const auto& row : rows) {
    const auto& word = row.first;
    const auto& hurried = row.second;
    CAPTURE(std::string(word));
    CHECK(nutgraf::hurried_spelling(word) == hurried);
  }
}

TEST_CASE("dotless i is i to case") {
  CHECK(nutgraf::with_dotted_i("ışığı") == "işiği");
  CHECK(nutgraf::with_dotted_i("ı") == "i");
  CHECK(nutgraf::with_dotted_i("kış saati") == "kiş saati");
  CHECK(nutgraf::with_dotted_i("bu\u015F") == "buş");
}

TEST_CASE("elided words") {
  const std::vector<std::pair<const char*, std::size_t>> rows{
      {"l'acqua", 1},     {"dell'isola", 4}, {"qu'il", 2},       {"jusqu'à", 5},   {"d'état", 1},  {"un'altra", 2},
      {"aujourd'hui", 0}, {"o'brien", 0},    {"qur'an", 0},      {"don't", 0},     {"china's", 0}, {"c'mon", 0},
      {"l'", 0},          {"acqua", 0},      {"rock'n'roll", 0}, {"ma'aikata", 0}, {"go'aan", 0},  {"l'homme", 1},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.first));
    CHECK(nutgraf::elided_bytes(row.first) == row.second);
  }
}

}  // namespace
