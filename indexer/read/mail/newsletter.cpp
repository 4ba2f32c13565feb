// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mail/newsletter.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"

namespace nutgraf::read::mail {
namespace {

// Phrases in lower case, those beyond ASCII without a first letter that may be a capital.
constexpr auto kViews = std::to_array<std::string_view>(
    {// English
     "view this email in", "view this e-mail in", "view this message in", "view this newsletter in",
     "view it in your browser", "view in browser", "view in your browser", "view in web browser", "read this email in",
     "open in browser", "view this email online", "view as a web page", "view web version", "trouble viewing this",
     "trouble reading this", "problems viewing this", "email not displaying", "can't see this email",
     // German
     "im browser ansehen", "im browser anzeigen", "im browser \u00F6ffnen", "nicht richtig angezeigt",
     "nicht korrekt angezeigt", "zur onlineversion", "zur online-version",
     // French
     "dans votre navigateur", "afficher dans le navigateur", "voir la version en ligne", "lire la version en ligne",
     "consulter la version en ligne", "affiche pas correctement",
     // Spanish, Italian, Portuguese
     "ver en el navegador", "ver en tu navegador", "ver en su navegador", "ver este correo en", "ver este email en",
     "visualizza nel browser", "visualizza nel tuo browser", "visualizza questa email", "apri nel browser",
     "ver no navegador", "ver no seu navegador", "visualizar no navegador", "veja no navegador", "ver este e-mail no",
     // Dutch, Swedish, Danish, Norwegian
     "bekijk in browser", "bekijk in je browser", "bekijk deze e-mail in", "bekijk de webversie",
     "bekijk deze nieuwsbrief in", "visa i webbl\u00E4saren", "\u00F6ppna i webbl\u00E4saren", "vis i browser",
     "se i browser", "vis i din browser", "vis i nettleser", "\u00E5pne i nettleser",
     // Polish, Czech, Russian
     "zobacz w przegl\u0105darce", "wy\u015Bwietl w przegl\u0105darce", "otw\u00F3rz w przegl\u0105darce",
     "zobrazit v prohl\u00ED\u017Ee\u010Di",
     "\u0442\u043A\u0440\u044B\u0442\u044C \u0432 \u0431\u0440\u0430\u0443\u0437\u0435\u0440\u0435",
     "\u043E\u0441\u043C\u043E\u0442\u0440\u0435\u0442\u044C \u0432 \u0431\u0440\u0430\u0443\u0437\u0435\u0440\u0435",
     "\u0440\u043E\u0441\u043C\u043E\u0442\u0440\u0435\u0442\u044C \u0432 "
     "\u0431\u0440\u0430\u0443\u0437\u0435\u0440\u0435",
     // Japanese, Chinese, Korean
     "\u30D6\u30E9\u30A6\u30B6\u3067\u8868\u793A", "\u30D6\u30E9\u30A6\u30B6\u3067\u898B\u308B",
     "\u5728\u6D4F\u89C8\u5668\u4E2D\u67E5\u770B", "\u5728\u6D4F\u89C8\u5668\u4E2D\u6253\u5F00",
     "\uBE0C\uB77C\uC6B0\uC800\uC5D0\uC11C \uBCF4\uAE30"});

constexpr auto kReasons = std::to_array<std::string_view>(
    {// English
     "you are receiving this", "you're receiving this", "you\u2019re receiving this", "you received this email",
     "you received this e-mail", "you received this message because", "you have received this email",
     "this email was sent to", "this message was sent to", "unsubscribe from th", "unsubscribe here", "to unsubscribe",
     "unsubscribe at any time", "update your preferences", "manage your preferences", "manage your subscription",
     "no longer wish to receive",
     // German
     "erhalten diese e-mail", "erhalten diesen newsletter", "erh\u00E4ltst diese", "bekommst diesen newsletter",
     "diese e-mail wurde an", "newsletter abbestellen", "newsletter abmelden", "newsletter mehr erhalten",
     // French
     "vous recevez cet e-mail", "vous recevez cet email", "vous recevez ce message", "vous recevez cette",
     "d\u00E9sinscrire", "d\u00E9sabonner", "pour ne plus recevoir",
     // Spanish, Portuguese, Italian
     "recibe este correo", "recibes este correo", "recibiste este correo", "recibido este correo", "darse de baja",
     "darte de baja", "cancelar la suscripci\u00F3n", "cancelar suscripci\u00F3n", "recebeu este e-mail",
     "recebeu este email", "est\u00E1 a receber este", "est\u00E1 recebendo este", "cancelar a inscri\u00E7\u00E3o",
     "cancelar inscri\u00E7\u00E3o", "cancelar a subscri\u00E7\u00E3o", "ricevi questa e", "ricevuto questa e",
     "ricevi questo messaggio", "annulla l'iscrizione", "annullare l'iscrizione", "cancella l'iscrizione",
     "disiscriverti", "disiscriversi",
     // Dutch, Swedish, Danish, Norwegian
     "ontvangt deze", "uitschrijven voor", "hier uitschrijven", "afmelden voor deze", "f\u00E5r detta mejl",
     "f\u00E5r det h\u00E4r", "avregistrera dig", "avsluta prenumerationen", "modtager denne mail",
     "modtager denne e-mail", "afmelde nyhedsbrevet", "mottar denne e-posten", "melde deg av",
     // Polish, Czech, Russian, Ukrainian, Turkish
     "otrzymujesz t\u0119 wiadomo\u015B\u0107", "zrezygnowa\u0107 z subskrypcji", "wypisa\u0107 si\u0119",
     "e-mail jste obdr\u017Eeli", "odhl\u00E1sit z odb\u011Bru",
     "\u043F\u043E\u043B\u0443\u0447\u0438\u043B\u0438 \u044D\u0442\u043E \u043F\u0438\u0441\u044C\u043C\u043E",
     "\u043F\u043E\u043B\u0443\u0447\u0430\u0435\u0442\u0435 \u044D\u0442\u043E \u043F\u0438\u0441\u044C\u043C\u043E",
     "\u0442\u043F\u0438\u0441\u0430\u0442\u044C\u0441\u044F \u043E\u0442 "
     "\u0440\u0430\u0441\u0441\u044B\u043B\u043A\u0438",
     "\u043E\u0442\u0440\u0438\u043C\u0430\u043B\u0438 \u0446\u0435\u0439 \u043B\u0438\u0441\u0442",
     "abonelikten \u00E7\u0131k",
     // Chinese, Japanese, Korean
     "\u53D6\u6D88\u8BA2\u9605", "\u9000\u8BA2", "\u53D6\u6D88\u8A02\u95B1", "\u914D\u4FE1\u505C\u6B62",
     "\u914D\u4FE1\u89E3\u9664", "\u8CFC\u8AAD\u89E3\u9664", "\uC218\uC2E0\uAC70\uBD80", "\uC218\uC2E0 \uAC70\uBD80"});

constexpr auto kLabels = std::to_array<std::string_view>(
    {"\u00A9", "copyright", "all rights reserved", "our mailing address", "our postal address", "unsere anschrift",
     "notre adresse postale", "nuestra direcci\u00F3n postal"});

bool has_one(std::string_view paragraph, std::span<const std::string_view> phrases) {
  std::string lowered = ascii::lowered(paragraph);
  std::replace(lowered.begin(), lowered.end(), '\n', ' ');
  return std::ranges::any_of(phrases,
                             [&](std::string_view phrase) { return lowered.find(phrase) != std::string::npos; });
}

/// Words that are no addresses; those of scripts without blanks are counted by their length.
std::size_t count_words(std::string_view text) {
  constexpr std::size_t kLongWord = 30;  // bytes
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n\t"), text.size());
    const std::string_view word = text.substr(0, end);
    const bool address = word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos;
    const bool plain = std::ranges::all_of(word, ascii::is_ascii);
    if (!address && std::ranges::any_of(word, ascii::is_word_byte)) {
      count += plain ? 1 : 1 + word.size() / kLongWord;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return count;
}

std::vector<std::string_view> paragraphs_in(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    paragraphs.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return paragraphs;
}

bool is_view(std::string_view line) {
  constexpr std::size_t kMostWords = 16;
  return count_words(line) <= kMostWords && has_one(line, kViews);
}

/// Takes the lines out of the first paragraphs that only say where else the message can be read, with an address under
/// them.
std::string take_views(std::string& text) {
  constexpr unsigned kParagraphs = 3;
  std::string taken;
  std::string kept;
  std::string_view rest = text;
  bool address = false;  // may follow
  for (unsigned ended = 0; ended < kParagraphs && !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const bool view = is_view(line);
    ended += line.empty() ? 1U : 0U;
    if (view || (address && !line.empty() && count_words(line) == 0)) {
      taken.append(taken.empty() ? "" : "\n").append(line);
    } else if (!line.empty() || (!kept.empty() && !kept.ends_with("\n\n"))) {
      kept.append(line).append(1, '\n');
    }
    address = view;
  }
  if (!taken.empty()) {
    text = kept + std::string(rest);
  }
  return taken;
}

bool is_label(std::string_view paragraph) {
  constexpr std::size_t kMostWords = 20;
  return count_words(paragraph) <= kMostWords && (count_words(paragraph) == 0 || has_one(paragraph, kLabels));
}

/// How many paragraphs at the end say why the message was sent: from the first that does so, if all behind it are
/// short. Above it, lines of copyright.
std::size_t count_foot(std::span<const std::string_view> paragraphs) {
  constexpr std::size_t kMost = 12;
  constexpr std::size_t kMostWords = 80;  // in one
  const std::size_t first = paragraphs.size() - std::min(kMost, paragraphs.size());
  std::size_t foot = paragraphs.size();
  for (std::size_t i = paragraphs.size(); i > first && count_words(paragraphs[i - 1]) <= kMostWords; --i) {
    const bool quoted = paragraphs[i - 1].starts_with('>');
    foot = !quoted && has_one(paragraphs[i - 1], kReasons) ? i - 1 : foot;
  }
  const bool found = foot < paragraphs.size();
  while (found && foot > 0 && is_label(paragraphs[foot - 1])) {
    --foot;
  }
  return paragraphs.size() - foot;
}

}  // namespace

std::vector<Omission> cut_notices(std::string& text) {
  constexpr std::size_t kLeast = 40;  // words
  constexpr std::size_t kMostInFoot = 200;
  std::string kept = text;
  const std::string view = take_views(kept);
  const std::vector<std::string_view> paragraphs = paragraphs_in(kept);
  const std::size_t foot = count_foot(paragraphs);
  if (foot >= paragraphs.size()) {
    return {};
  }
  const std::string_view last = paragraphs[paragraphs.size() - foot - 1];
  const std::string under = kept.substr(static_cast<std::size_t>(last.data() - kept.data()) + last.size());
  kept.resize(kept.size() - under.size());
  const std::size_t words = count_words(kept);
  if (words < kLeast || count_words(under) > std::min(words, kMostInFoot)) {
    return {};
  }
  std::vector<Omission> omissions;
  for (const std::string_view cut : {std::string_view(view), ascii::trimmed(under)}) {
    if (!cut.empty()) {
      omissions.push_back({std::string(cut), "furniture"});
    }
  }
  text = std::string(ascii::trimmed(kept));
  return omissions;
}

}  // namespace nutgraf::read::mail
