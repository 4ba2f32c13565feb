// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/notice.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/text/lower_case.h"

namespace nutgraf::read::html {
namespace {

// What such lines are, as a whole.
constexpr auto kWhole = std::to_array<std::string_view>({
    "advert",         "advertisement",   "ads",
    "anzeige",        "werbung",         "publicité",
    "publicidad",     "publicidade",     "reklama",
    "iklan",          "annonce",         "advertentie",
    "pubblicità",     "sponsored",       "comments",
    "comment",        "kommentare",      "commentaires",
    "comentarios",    "comentários",     "komentarze",
    "commenti",       "share",           "teilen",
    "partager",       "compartir",       "compartilhar",
    "udostępnij",     "condividi",       "print",
    "drucken",        "tweet",           "top stories",
    "most read",      "most popular",    "trending",
    "newsletter",     "highlights",      "tags",
    "schlagworte",    "schlagwörter",    "related",
    "review",         "externer inhalt", "kommende events",
    "weitere themen", "partner news",    "recommended",
    "more stories",   "don't miss",      "don’t miss",
    "read more",      "weiterlesen",     "continue reading",
    "show more",      "load more",       "loading...",
    "nach oben",      "back to top",
});

// How they begin.
constexpr auto kBeginnings = std::to_array<std::string_view>({
    "related:",
    "related article",
    "related link",
    "related post",
    "related stor",
    "related roundup",
    "related topic",
    "read more:",
    "read also",
    "also read",
    "read next",
    "see also:",
    "more in ",
    "more from ",
    "you may also",
    "you might also",
    "don't miss:",
    "follow us",
    "follow @",
    "subscribe to",
    "sign up for",
    "sign up to",
    "get the latest",
    "never miss",
    "click here to",
    "click here for",
    "share this",
    "share on",
    "copyright",
    "©",
    "(c) ",
    "all rights reserved",
    "alle rechte vorbehalten",
    "tous droits",
    "todos los derechos",
    "todos os direitos",
    "materiał chroniony",
    "sponsored link",
    "sponsored content",
    "lesen sie auch",
    "lesen sie mehr",
    "mehr zum thema",
    "mehr zu diesem thema",
    "ähnliche themen",
    "ähnliche artikel",
    "ähnliche beiträge",
    "das könnte",
    "auch interessant",
    "weiterführende",
    "weitere artikel",
    "weitere beiträge",
    "weitere meldungen",
    "weitere informationen zu",
    "weitere aktuelle",
    "zum weiterlesen",
    "lire aussi",
    "à lire aussi",
    "vous aimerez aussi",
    "sur le même sujet",
    "voir aussi",
    "leggi anche",
    "potrebbe interessarti",
    "lee también",
    "lea también",
    "te puede interesar",
    "también te",
    "veja também",
    "leia também",
    "leia mais",
    "czytaj też",
    "czytaj także",
    "czytaj również",
    "zobacz też",
    "zobacz także",
    "zobacz również",
    "przeczytaj także",
    "lees ook",
    "læs også",
    "les også",
    "läs också",
    "baca juga",
    "xem thêm",
    "читайте также",
    "читайте ещё",
    "читайте більше",
    "читайте також",
    "материалы по теме",
    "по теме:",
    "(责编",
    "（责编",
    "(责任编辑",
    "（责任编辑",
    "责任编辑：",
    "責任編輯：",
    "- anzeige",
    "image 1 of",
    "image 2 of",
    "image 3 of",
    "image 4 of",
    "image 5 of",
    "image credit:",
    "(image:",
    "(image credit",
    "photo credit:",
    "bildquelle:",
    "last modified",
    "last updated",
    "aktualisiert am",
    "zuletzt aktualisiert",
    "der beitrag wurde am",
    "dieser beitrag wurde",
    "dieser eintrag wurde",
    "this entry was posted",
    "posted in ",
    "posted on ",
    "posted by ",
    "filed under",
    "tagged with",
    "tagged as",
    "tags:",
    "schlagwörter:",
    "schlagworte:",
    "kategorie:",
    "kategorien:",
    "ftc: we use",
    "warning: ",
    "deprecated: ",
    "notice: undefined",
    "please enable javascript",
    "bitte aktivieren sie javascript",
    "your browser does not",
    "sie müssen sich einloggen",
    "sie müssen angemeldet",
    "you must be logged in",
    "log in to",
    "bitte registrieren sie sich",
    "tell us what you think",
});

bool begins_notice(std::string_view line) {
  return std::ranges::any_of(kBeginnings, [&](std::string_view beginning) { return line.starts_with(beginning); });
}

/// Who took a picture: "Photo: Jane Roe", "Jane Roe/Getty Images".
bool is_credit(std::string_view line) {
  constexpr std::size_t kLongest = 100;
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"foto:",         "fotos:",       "foto ©",        "bild:",     "bilder:",  "bildrechte:", "bildnachweis:",
       "grafik:",       "photo:",       "photos:",       "photo by ", "photo ©",  "photograph:", "image:",
       "illustration:", "crédit photo", "crédits photo", "fot. ",     "zdjęcie:", "фото:",       "写真："});
  constexpr auto kAgencies = std::to_array<std::string_view>(
      {"getty images", "/shutterstock", "/imago", "/istock", "/alamy", "/unsplash", "/picture alliance"});
  const auto begins = [&](std::string_view label) { return line.starts_with(label); };
  const auto ends = [&](std::string_view agency) { return line.ends_with(agency); };
  return line.size() <= kLongest && (std::ranges::any_of(kLabels, begins) || std::ranges::any_of(kAgencies, ends));
}

/// "Follow Jane Roe on Twitter", "Email Jane Roe at ...".
bool asks_to_follow(std::string_view line) {
  constexpr auto kPlaces = std::to_array<std::string_view>({"twitter", "facebook", "instagram", "telegram", "@"});
  const bool asks = line.starts_with("follow ") || line.starts_with("email ") || line.starts_with("e-mail ") ||
                    line.starts_with("listen to ") || line.starts_with("folgen sie ") || line.starts_with("suivez");
  return asks && std::ranges::any_of(kPlaces, [&](std::string_view place) { return line.find(place) != line.npos; });
}

}  // namespace

bool is_notice(std::string_view line) {
  constexpr std::size_t kLongest = 240;
  if (line.size() > kLongest) {
    return false;
  }
  const std::string lowered = lower_case(line);
  std::string_view bare = lowered;
  while (!bare.empty() && (bare.back() == ':' || bare.back() == '.' || bare.back() == '!' || bare.back() == '>')) {
    bare.remove_suffix(1);
  }
  return std::ranges::find(kWhole, bare) != kWhole.end() || begins_notice(lowered) || asks_to_follow(lowered) ||
         is_credit(lowered);
}

}  // namespace nutgraf::read::html
