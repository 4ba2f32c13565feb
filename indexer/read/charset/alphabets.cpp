// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/charset/alphabets.h"

#include <array>

namespace nutgraf::read::charset {
namespace {

constexpr std::array kAlphabets = {
    // French, Spanish, Portuguese, Italian, Catalan, German, Dutch
    Alphabet{Script::Latin, u"éèàêç", u"âëîïôœùûüÿæ"},
    Alphabet{Script::Latin, u"óíáéñ", u"úüªº"},
    Alphabet{Script::Latin, u"ãçáéíóêõ", u"àâôúüªº"},
    Alphabet{Script::Latin, u"èàùòì", u"éîºª"},
    Alphabet{Script::Latin, u"àóéèí", u"çïòúü"},
    Alphabet{Script::Latin, u"üäöß", u"éè"},
    Alphabet{Script::Latin, u"ëéï", u"èöüáóêç"},
    // Swedish and Finnish, Danish and Norwegian, Icelandic
    Alphabet{Script::Latin, u"äåö", u"éüš"},
    Alphabet{Script::Latin, u"øåæ", u"éöäüóòè"},
    Alphabet{Script::Latin, u"áðíóéúþýöæ", u""},
    // Polish, Czech, Slovak, Hungarian, Romanian (both spellings), Slovene and Croatian, Albanian
    Alphabet{Script::Latin, u"łęóążśćń", u"ź"},
    Alphabet{Script::Latin, u"íáéěšýčřžů", u"úťďňóöü"},
    Alphabet{Script::Latin, u"áíéčšýžťľ", u"úďôňäóĺŕ"},
    Alphabet{Script::Latin, u"éáőöóüíúű", u""},
    Alphabet{Script::Latin, u"ăîţâş", u"éö"},
    Alphabet{Script::Latin, u"ăîțâș", u"éö"},
    Alphabet{Script::Latin, u"čšžćđ", u"é"},
    Alphabet{Script::Latin, u"ëç", u"éâ"},
    // Turkish, Azerbaijani
    Alphabet{Script::Latin, u"ışğüçö", u"âîû"},
    Alphabet{Script::Latin, u"əışüğöç", u""},
    // Estonian, Latvian, Lithuanian, Maltese, Esperanto, Welsh, Vietnamese
    Alphabet{Script::Latin, u"äõüö", u"šž"},
    Alphabet{Script::Latin, u"āīšēūņļž", u"čģķ"},
    Alphabet{Script::Latin, u"ėšžųąįčūę", u""},
    Alphabet{Script::Latin, u"ħżġċ", u"àèòù"},
    Alphabet{Script::Latin, u"ĉĝŝŭĵĥ", u""},
    Alphabet{Script::Latin, u"ŵâŷôê", u"îïáû"},
    Alphabet{Script::Latin, u"đôêơưâă", u"àáèéìíòóùúýãõ"},
    // Russian, Bulgarian, Ukrainian, Belarusian, Serbian and Macedonian
    Alphabet{Script::Cyrillic, u"оеаинтсрвлкмдпуяыьг", u"зйбчхжшюцщэфъё"},
    Alphabet{Script::Cyrillic, u"аоиетнрсвлкдпмъзг", u"бучщцяжйшхюфь"},
    Alphabet{Script::Cyrillic, u"оаніиетрсвлкдумпязь", u"гбчйхцюжїєщшфґ"},
    Alphabet{Script::Cyrillic, u"анаіыреслтокдуяпмзьц", u"бвгёжйхчшэюфў"},
    Alphabet{Script::Cyrillic, u"аоиенртсјувдкпмлзг", u"бчшцћжхњљфђџѓќѕ"},
    Alphabet{Script::Greek, u"αοιετσνηυρπκμλςόάίέήώω", u"δγθχφβξζψύϊϋΐΰ"},
    Alphabet{Script::Hebrew, u"יולהאמרבתשנ", u"דקפחעםכטגסןצזךףץ"},
    Alphabet{Script::Arabic, u"اليمونرتبةعدفه", u"سقكحجشصطخذضىءغثظأإآؤئزـپچژگکی"},
    Alphabet{Script::Thai, u"านรกเองมลยวสดทปตคหไแ", u"บขจชพะโใถผธณซศฟฉภษฐญฝฎฏฑฒฆฬฤฮฌำๆฯๅ"},
};

}  // namespace

std::span<const Alphabet> alphabets() {
  return kAlphabets;
}

Script script_of(char16_t letter) {
  if (letter < 0x0250 || (letter >= 0x1E00 && letter < 0x1F00)) {
    return Script::Latin;
  }
  if (letter >= 0x0370 && letter < 0x0400) {
    return Script::Greek;
  }
  if (letter >= 0x0400 && letter < 0x0530) {
    return Script::Cyrillic;
  }
  if (letter >= 0x0590 && letter < 0x0600) {
    return Script::Hebrew;
  }
  if (letter >= 0x0600 && letter < 0x0700) {
    return Script::Arabic;
  }
  return letter >= 0x0E00 && letter < 0x0E80 ? Script::Thai : Script::Other;
}

}  // namespace nutgraf::read::charset
