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
    "most read in ",
    "got a story?",
    "do you have a story",
    "this is a breaking ",
    "this is a developing ",
    "hat ihnen dieser artikel",
    "hat dir dieser artikel",
});

// How what stands for a video or a post begins until readers agree to load it.
constexpr auto kPlaceholders = std::to_array<std::string_view>({
    "an dieser stelle finden sie",
    "ich bin damit einverstanden, dass mir",
    "empfohlener redaktioneller inhalt",
    "empfohlener externer inhalt",
    "ein klick für den datenschutz",
    "player wird geladen",
    "this content is hosted by",
    "to view this content, you",
    "ce contenu est bloqué",
    "este contenido está bloqueado",
});

bool begins_notice(std::string_view line) {
  return std::ranges::any_of(kBeginnings, [&](std::string_view beginning) { return line.starts_with(beginning); });
}

/// "3 min read", "Lesedauer: 2 Min."
bool says_how_long(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  constexpr auto kPhrases = std::to_array<std::string_view>(
      {"lesezeit", "lesedauer", " min read", " minute read", "minutes read", "reading time", "temps de lecture",
       "tiempo de lectura", "tempo de leitura", "tempo di lettura", "leestijd", "lästid", "lesetid", "czas czytania"});
  return line.size() <= kLongest && std::ranges::any_of(line, [](char c) { return c >= '0' && c <= '9'; }) &&
         std::ranges::any_of(kPhrases, [&](std::string_view phrase) { return line.find(phrase) != line.npos; });
}

bool holds_place(std::string_view line) {
  return std::ranges::any_of(kPlaceholders, [&](std::string_view beginning) { return line.starts_with(beginning); });
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

bool introduces_author(std::string_view line) {
  constexpr auto kPhrases = std::to_array<std::string_view>({"about the author",
                                                             "about the authors",
                                                             "about the writer",
                                                             "über den autor",
                                                             "über die autorin",
                                                             "über die autoren",
                                                             "zum autor",
                                                             "zur autorin",
                                                             "der autor",
                                                             "die autorin",
                                                             "die autoren",
                                                             "à propos de l'auteur",
                                                             "à propos de l’auteur",
                                                             "sobre la firma",
                                                             "sobre el autor",
                                                             "sobre la autora",
                                                             "sobre o autor",
                                                             "sobre a autora",
                                                             "sull'autore",
                                                             "o autorze",
                                                             "o autorce",
                                                             "over de auteur",
                                                             "об авторе"});
  std::string lowered = lower_case(line);
  while (lowered.ends_with(':')) {
    lowered.pop_back();
  }
  return std::ranges::find(kPhrases, lowered) != kPhrases.end();
}

bool is_notice(std::string_view line) {
  constexpr std::size_t kLongest = 240;
  constexpr std::size_t kLongestAtAll = 600;
  if (line.size() > kLongestAtAll) {
    return false;
  }
  const std::string lowered = lower_case(line);
  if (line.size() > kLongest) {
    return holds_place(lowered);
  }
  std::string_view bare = lowered;
  while (!bare.empty() && (bare.back() == ':' || bare.back() == '.' || bare.back() == '!' || bare.back() == '>')) {
    bare.remove_suffix(1);
  }
  return std::ranges::find(kWhole, bare) != kWhole.end() || begins_notice(lowered) || asks_to_follow(lowered) ||
         is_credit(lowered) || says_how_long(lowered) || holds_place(lowered);
}

}  // namespace nutgraf::read::html
