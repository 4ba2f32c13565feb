// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/language/codes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::language {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

// Sorted by name. Norwegian Bokmål is plain Norwegian; Filipino is Tagalog; Dari is Persian.
constexpr auto kCodes = std::to_array<Entry>({
    // clang-format off
    {"aa", "aa"}, {"aar", "aa"}, {"ab", "ab"}, {"abk", "ab"}, {"abkhazian", "ab"}, {"af", "af"}, {"afar", "aa"},
    {"afr", "af"}, {"afrikaans", "af"}, {"alb", "sq"}, {"albanian", "sq"}, {"am", "am"}, {"amh", "am"},
    {"amharic", "am"}, {"ar", "ar"}, {"ara", "ar"}, {"arabic", "ar"}, {"arm", "hy"}, {"armenian", "hy"}, {"as", "as"},
    {"asm", "as"}, {"assamese", "as"}, {"ay", "ay"}, {"aym", "ay"}, {"aymara", "ay"}, {"az", "az"}, {"aze", "az"},
    {"azerbaijani", "az"}, {"ba", "ba"}, {"bak", "ba"}, {"bangla", "bn"}, {"baq", "eu"}, {"bashkir", "ba"},
    {"basque", "eu"}, {"be", "be"}, {"bel", "be"}, {"belarusian", "be"}, {"ben", "bn"}, {"bengali", "bn"},
    {"bg", "bg"}, {"bn", "bn"}, {"bo", "bo"}, {"bod", "bo"}, {"bos", "bs"}, {"bosnian", "bs"}, {"br", "br"},
    {"bre", "br"}, {"breton", "br"}, {"bs", "bs"}, {"bul", "bg"}, {"bulgarian", "bg"}, {"bur", "my"},
    {"burmese", "my"}, {"ca", "ca"}, {"cat", "ca"}, {"catalan", "ca"}, {"ces", "cs"}, {"chi", "zh"},
    {"chichewa", "ny"}, {"chinese", "zh"}, {"cmn", "zh"}, {"co", "co"}, {"corsican", "co"}, {"cos", "co"},
    {"croatian", "hr"}, {"cs", "cs"}, {"cy", "cy"}, {"cym", "cy"}, {"cze", "cs"}, {"czech", "cs"}, {"da", "da"},
    {"dan", "da"}, {"danish", "da"}, {"dari", "fa"}, {"de", "de"},
    {"deu", "de"}, {"dhivehi", "dv"}, {"div", "dv"}, {"dut", "nl"},
    {"dutch", "nl"}, {"dv", "dv"}, {"dz", "dz"}, {"dzo", "dz"},
    {"dzongkha", "dz"}, {"ekk", "et"}, {"el", "el"}, {"ell", "el"},
    {"en", "en"}, {"eng", "en"}, {"english", "en"}, {"eo", "eo"}, {"epo", "eo"}, {"es", "es"}, {"esperanto", "eo"},
    {"est", "et"}, {"estonian", "et"}, {"et", "et"}, {"eu", "eu"}, {"eus", "eu"}, {"fa", "fa"}, {"fao", "fo"},
    {"faroese", "fo"}, {"farsi", "fa"}, {"fas", "fa"}, {"fi", "fi"}, {"fij", "fj"}, {"fijian", "fj"}, {"fil", "tl"},
    {"filipino", "tl"}, {"fin", "fi"}, {"finnish", "fi"}, {"fj", "fj"}, {"fo", "fo"}, {"fr", "fr"}, {"fra", "fr"},
    {"fre", "fr"}, {"french", "fr"}, {"frisian", "fy"}, {"fry", "fy"}, {"fy", "fy"}, {"ga", "ga"}, {"gaelic", "gd"},
    {"galician", "gl"}, {"ganda", "lg"}, {"gd", "gd"}, {"geo", "ka"}, {"georgian", "ka"}, {"ger", "de"},
    {"german", "de"}, {"gl", "gl"}, {"gla", "gd"}, {"gle", "ga"}, {"glg", "gl"}, {"gn", "gn"}, {"gre", "el"},
    {"greek", "el"}, {"greenlandic", "kl"}, {"grn", "gn"}, {"gu", "gu"}, {"guarani", "gn"}, {"guj", "gu"},
    {"gujarati", "gu"}, {"ha", "ha"}, {"haitian", "ht"}, {"hat", "ht"}, {"hau", "ha"}, {"hausa", "ha"}, {"he", "he"},
    {"heb", "he"}, {"hebrew", "he"}, {"hi", "hi"}, {"hin", "hi"}, {"hindi", "hi"}, {"hr", "hr"}, {"hrv", "hr"},
    {"ht", "ht"}, {"hu", "hu"}, {"hun", "hu"}, {"hungarian", "hu"}, {"hy", "hy"}, {"hye", "hy"}, {"ia", "ia"},
    {"ibo", "ig"}, {"ice", "is"}, {"icelandic", "is"}, {"id", "id"}, {"ig", "ig"}, {"igbo", "ig"}, {"in", "id"},
    {"ina", "ia"}, {"ind", "id"}, {"indonesian", "id"}, {"interlingua", "ia"}, {"irish", "ga"}, {"is", "is"},
    {"isl", "is"}, {"it", "it"}, {"ita", "it"}, {"italian", "it"}, {"iw", "he"}, {"ja", "ja"}, {"japanese", "ja"},
    {"jav", "jv"}, {"javanese", "jv"}, {"ji", "yi"}, {"jpn", "ja"}, {"jv", "jv"}, {"jw", "jv"}, {"ka", "ka"},
    {"kal", "kl"}, {"kan", "kn"}, {"kannada", "kn"}, {"kas", "ks"}, {"kashmiri", "ks"}, {"kat", "ka"}, {"kaz", "kk"},
    {"kazakh", "kk"}, {"khm", "km"}, {"khmer", "km"}, {"kin", "rw"}, {"kinyarwanda", "rw"}, {"kir", "ky"},
    {"kk", "kk"}, {"kl", "kl"}, {"km", "km"}, {"kn", "kn"}, {"ko", "ko"}, {"kor", "ko"}, {"korean", "ko"},
    {"ks", "ks"}, {"ku", "ku"}, {"kur", "ku"}, {"kurdish", "ku"}, {"ky", "ky"}, {"kyrgyz", "ky"}, {"la", "la"},
    {"lao", "lo"}, {"lat", "la"}, {"latin", "la"}, {"latvian", "lv"}, {"lav", "lv"}, {"lb", "lb"}, {"lg", "lg"},
    {"lin", "ln"}, {"lingala", "ln"}, {"lit", "lt"}, {"lithuanian", "lt"}, {"ln", "ln"}, {"lo", "lo"}, {"lt", "lt"},
    {"ltz", "lb"}, {"lug", "lg"}, {"luxembourgish", "lb"}, {"lv", "lv"},
    {"lvs", "lv"}, {"mac", "mk"}, {"macedonian", "mk"},
    {"mal", "ml"}, {"malagasy", "mg"}, {"malay", "ms"}, {"malayalam", "ml"}, {"maltese", "mt"}, {"mandarin", "zh"},
    {"mao", "mi"}, {"maori", "mi"}, {"mar", "mr"}, {"marathi", "mr"}, {"may", "ms"}, {"mg", "mg"}, {"mi", "mi"},
    {"mk", "mk"}, {"mkd", "mk"}, {"ml", "ml"}, {"mlg", "mg"}, {"mlt", "mt"}, {"mn", "mn"}, {"mo", "ro"},
    {"mon", "mn"}, {"mongolian", "mn"}, {"mr", "mr"}, {"mri", "mi"}, {"ms", "ms"}, {"msa", "ms"}, {"mt", "mt"},
    {"my", "my"}, {"mya", "my"}, {"nb", "no"}, {"ne", "ne"}, {"nep", "ne"}, {"nepali", "ne"}, {"nl", "nl"},
    {"nld", "nl"}, {"nn", "nn"}, {"nno", "nn"}, {"no", "no"}, {"nob", "no"}, {"nor", "no"}, {"norwegian", "no"},
    {"ny", "ny"}, {"nya", "ny"}, {"nyanja", "ny"}, {"nynorsk", "nn"}, {"oc", "oc"}, {"occitan", "oc"}, {"oci", "oc"},
    {"odia", "or"}, {"om", "om"}, {"or", "or"}, {"ori", "or"}, {"oriya", "or"}, {"orm", "om"}, {"oromo", "om"},
    {"pa", "pa"}, {"pan", "pa"}, {"pashto", "ps"}, {"per", "fa"},
    {"persian", "fa"}, {"pes", "fa"}, {"pl", "pl"}, {"pol", "pl"},
    {"polish", "pl"}, {"por", "pt"}, {"portuguese", "pt"}, {"prs", "fa"}, {"ps", "ps"}, {"pt", "pt"}, {"punjabi", "pa"},
    {"pus", "ps"}, {"qu", "qu"}, {"que", "qu"}, {"quechua", "qu"}, {"rm", "rm"}, {"rn", "rn"}, {"ro", "ro"},
    {"roh", "rm"}, {"romanian", "ro"}, {"romansh", "rm"}, {"ron", "ro"}, {"ru", "ru"}, {"rum", "ro"}, {"run", "rn"},
    {"rundi", "rn"}, {"rus", "ru"}, {"russian", "ru"}, {"rw", "rw"}, {"sa", "sa"}, {"sag", "sg"}, {"sami", "se"},
    {"samoan", "sm"}, {"san", "sa"}, {"sango", "sg"}, {"sanskrit", "sa"},
    {"scc", "sr"}, {"scr", "hr"}, {"sd", "sd"}, {"se", "se"},
    {"serbian", "sr"}, {"sg", "sg"}, {"shona", "sn"}, {"si", "si"}, {"sin", "si"}, {"sindhi", "sd"},
    {"sinhala", "si"}, {"sinhalese", "si"}, {"sk", "sk"}, {"sl", "sl"}, {"slk", "sk"}, {"slo", "sk"},
    {"slovak", "sk"}, {"slovenian", "sl"}, {"slv", "sl"}, {"sm", "sm"}, {"sme", "se"}, {"smo", "sm"}, {"sn", "sn"},
    {"sna", "sn"}, {"snd", "sd"}, {"so", "so"}, {"som", "so"},
    {"somali", "so"}, {"sorani", "ckb"}, {"sot", "st"}, {"sotho", "st"},
    {"spa", "es"}, {"spanish", "es"}, {"sq", "sq"}, {"sqi", "sq"}, {"sr", "sr"}, {"srp", "sr"}, {"ss", "ss"},
    {"ssw", "ss"}, {"st", "st"}, {"su", "su"}, {"sun", "su"}, {"sundanese", "su"}, {"sv", "sv"}, {"sw", "sw"},
    {"swa", "sw"}, {"swahili", "sw"}, {"swati", "ss"}, {"swe", "sv"}, {"swedish", "sv"}, {"ta", "ta"},
    {"tagalog", "tl"}, {"tajik", "tg"}, {"tam", "ta"}, {"tamil", "ta"}, {"tat", "tt"}, {"tatar", "tt"}, {"te", "te"},
    {"tel", "te"}, {"telugu", "te"}, {"tg", "tg"}, {"tgk", "tg"}, {"tgl", "tl"}, {"th", "th"}, {"tha", "th"},
    {"thai", "th"}, {"ti", "ti"}, {"tib", "bo"}, {"tibetan", "bo"}, {"tigrinya", "ti"}, {"tir", "ti"}, {"tk", "tk"},
    {"tl", "tl"}, {"tn", "tn"}, {"to", "to"}, {"ton", "to"}, {"tongan", "to"}, {"tr", "tr"}, {"ts", "ts"},
    {"tsn", "tn"}, {"tso", "ts"}, {"tsonga", "ts"}, {"tswana", "tn"}, {"tt", "tt"}, {"tuk", "tk"}, {"tur", "tr"},
    {"turkish", "tr"}, {"turkmen", "tk"}, {"ug", "ug"}, {"uig", "ug"}, {"uk", "uk"}, {"ukr", "uk"},
    {"ukrainian", "uk"}, {"ur", "ur"}, {"urd", "ur"}, {"urdu", "ur"}, {"uyghur", "ug"}, {"uz", "uz"}, {"uzb", "uz"},
    {"uzbek", "uz"}, {"ve", "ve"}, {"ven", "ve"}, {"venda", "ve"}, {"vi", "vi"}, {"vie", "vi"}, {"vietnamese", "vi"},
    {"vo", "vo"}, {"vol", "vo"}, {"volapuk", "vo"}, {"wel", "cy"}, {"welsh", "cy"}, {"wo", "wo"}, {"wol", "wo"},
    {"wolof", "wo"}, {"xh", "xh"}, {"xho", "xh"}, {"xhosa", "xh"},
    {"ydd", "yi"}, {"yi", "yi"}, {"yid", "yi"}, {"yiddish", "yi"},
    {"yo", "yo"}, {"yor", "yo"}, {"yoruba", "yo"}, {"za", "za"}, {"zh", "zh"}, {"zha", "za"}, {"zho", "zh"},
    {"zhuang", "za"}, {"zu", "zu"}, {"zul", "zu"}, {"zulu", "zu"},
    // clang-format on
});
static_assert(std::is_sorted(kCodes.begin(), kCodes.end()));

}  // namespace

std::string_view find_code(std::string_view name) {
  const auto* const found = std::lower_bound(kCodes.begin(), kCodes.end(), name,
                                             [](const Entry& entry, std::string_view n) { return entry.first < n; });
  return found != kCodes.end() && found->first == name ? found->second : std::string_view{};
}

std::vector<std::string_view> known_names() {
  std::vector<std::string_view> names;
  names.reserve(kCodes.size());
  for (const auto& [name, code] : kCodes) {
    names.push_back(name);
  }
  return names;
}

}  // namespace nutgraf::language
