// SPDX-License-Identifier: GPL-2.0-or-later
// Tables: text -> positions and boundaries, compounds, capitals.
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

TEST_CASE("boundaries and the gaps they leave") {
  check_all(
      {
          {"hard", "It ended. Then he left! Why? Rain fell.",
           "//it@1 ended@2 /then@4 he@5 left@6 /why@8 /rain@10 fell@11"},
          {"closers", "\u201CIt ended.\u201D He (all.) Then", "//it@1 ended@2 /he@4 all@5 /then@7"},
          {"titles and initials are soft", "Then Mr. Xi met J. Smith.", "//then@1 mr@2 /xi@3 met@4 j@5 /smith@6"},
          {"inner stops are soft", "the U.S. Navy at 5 p.m. Monday", "//the@1 u.s@2 /navy@3 at@4 5@5 p.m@6 /monday@7"},
          {"listed", "approx. Five vs. France, dept. Head", "//approx@1 /five@2 vs@3 /france@4 dept@5 /head@6"},
          {"short capitalised", "He met Xi. They spoke of London. Then",
           "//he@1 met@2 xi@3 /they@4 spoke@5 of@6 london@7 /then@9"},
          {"numbers of things", "See No. 5 and Art. 12. Ended", "//see@1 no@2 /5@3 and@4 art@5 /12@6 /ended@7"},
          {"ordinals", "am 3. Oktober 1990. Danach", "//am@1 3@2 /oktober@3 1990@4 /danach@6"},
          {"no boundary before a small letter", "it ended. then why? he", "//it@1 ended@2 then@3 why@4 he@5"},
          {"no boundary without a blank", "version 3.5 of example.org is", "//version@1 3.5@2 of@3 example.org@4 is@5"},
          {"an ellipsis is soft", "he waited... Then\u2026 Rain", "//he@1 waited@2 /then@3 /rain@4"},
          {"a stop apart", "it ended . Then", "//it@1 ended@2 /then@4"},
          {"abbreviation and question", "the U.S.? Then", "//the@1 u.s@2 /then@4"},
          {"paragraph", "one\n\ntwo\n \t\nthree\r\n\r\nfour", "//one@1 //two@102 //three@203 //four@304"},
          {"a line feed is a blank", "one\ntwo\r\nthree ended.\nFour", "//one@1 two@2 three@3 ended@4 /four@6"},
          {"signs between line feeds", "one\n--\ntwo", "//one@1 two@2"},
          {"paragraph beats sentence", "it ended.\n\nThen", "//it@1 ended@2 //then@103"},
          {"leading signs", "\n\n ... one", "//one@1"},
          {"a word of nothing keeps the boundary", "it ended. ـ Then", "//it@1 ended@2 /then@4"},
          {"chinese", "河流。山谷", "//河流@1 /山谷@4"},
          {"japanese quotation is soft", "河流。」山谷", "//河流@1 /山谷@3"},
          {"arabic", "قرأ الكتاب؟ نعم", "//قرأ@1 الكتاب@2 /نعم@4"},
          {"georgian, which has no capitals", "ეს მდინარე. ბანკი იქ", "//ეს@1 მდინარე@2 /ბანკი@4 იქ@5"},
          {"hindi", "वह गया। फिर", "//वह@1 गया@2 /फिर@4"},
      },
      printed::positions);
}

TEST_CASE("compounds are words joined by exactly one hyphen") {
  check_all(
      {
          {"two", "a cease-fire held", "ceasefire(cease fire)"},
          {"chain", "State-of-the-Art work", "stateoftheart(state of the art)"},
          {"hyphens", "e\u2010mail cross\u2011channel", "email(e mail) crosschannel(cross channel)"},
          {"numbers", "2023-2027 COVID-19 3-year-old 12-34", "covid19(covid 19) 3yearold(3 year old)"},
          {"no compounds", "fact--not - a -b c- d \u2013 e\u2013f", ""},
          {"possessive", "attorney-general's", "attorneygeneral(attorney general's)"},
          {"line break", "be-\nwusst price-\r\n  determining", "bewusst(be wusst) pricedetermining(price determining)"},
          {"no line break", "be-\n\nwusst East-\nWest", ""},
          {"accents and marks", "Élysée-pala\u0301st", "élyséepalást(élysée palást)"},
          {"acronyms between", "a US-China-EU deal", "uschinaeu(us china eu)"},
          {"nothing after the hyphen", "a-ـ b-中", ""},
          {"groups of digits", "250\u00A0000 mètres, 1\u202F234\u202F567,5 et 5\u2009000\u00A0km",
           "250000(250 000) 1234567,5(1 234 567,5) 5000(5 000)"},
          {"no groups", "2019\u00A0345 12\u00A034 1 000 3\u00A00000 x\u00A0000 7\u00A0000m", ""},
          {"a number before a hyphen", "a 10\u00A0000-strong x-12\u00A0000", "10000(10 000) x12(x 12)"},
      },
      printed::compounds);
  CHECK(printed::terms("US-China") == "us|^US china");
  const std::string chain = [] {
    std::string text = "a";
    for (int i = 0; i < 1000; ++i) {
      text += "-b";
    }
    return text;
  }();
  CHECK(printed::compounds(chain).empty());
}

TEST_CASE("how words are written") {
  check_all(
      {
          {"kinds", "iPhone eBay Word US 12 中国 5G x", "llLAuuLl"},
          {"single letters are no acronyms", "A US B", "SAL"},
          {"possessives", "the US's BBC\u2019S Mc's", "lAAL"},
          {"plurals", "two NGOs", "lL"},
          {"sentence in capitals", "MINISTER TELLS US TO WAIT", "TTTTT"},
          {"mixed sentence", "The US and UK met", "SAlAl"},
          {"three quarters decide", "NATO MEETS WHO there. And NATO MEETS who there", "TTTlSAAll"},
          {"a short sentence goes by its paragraph", "STOP NOW. MINISTER TELLS US TO WAIT", "TTTTTTT"},
          {"a short paragraph goes by the text", "A: BIG NEWS\n\nThe minister told us so", "SAASllll"},
          {"a heading of two words", "BIG NEWS\n\nThe minister told us so", "TTSllll"},
          {"a text of two words or one", "US UK", "TT"},
          {"a heading of one word", "NEWS\n\nThe minister told us so", "ASllll"},
          {"capitals beside a script without them", "IMF 경제 UN", "AuA"},
          {"a sentence's first word", "Nato met. Un jour Nato. \u201CUn mot\u201D suffit", "SlSlLSll"},
          {"a quotation's first word", "il dit: Un \u00AB Un \u00ABUn (Un \"Un \u201CUn 'Un", "llSSSSSSS"},
          {"an apostrophe opens nothing", "dans l'Onu, dell\u2019Onu", "llLlL"},
          {"an item's first word", "und so\n- Un jour\n2) Un mot\n(a) Un\n\u2022 Un mot, he - Un", "llSluSllSSllL"},
          {"an abbreviation's stop may end a sentence", "etc. Un mot, Mr. Xi", "lSlLS"},
          {"a heading in capitals", "MINISTER TELLS US\n\nThe US told us", "TTTSAll"},
      },
      printed::written);
  CHECK(printed::terms("MINISTER TELLS US TO WAIT-LIST") == "minister tells us to wait list");
  CHECK(printed::compounds("MINISTER TELLS US TO WAIT-LIST the US-UK") == "waitlist(wait list) usuk(us uk)");
  CHECK(printed::terms("the ÉTATS and ＵＳ") == "the états|^ÉTATS and us|^US");
}

}  // namespace
