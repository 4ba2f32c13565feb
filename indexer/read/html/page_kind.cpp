// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/ascii.h"
#include "indexer/read/html/url.h"

namespace nutgraf::read::html {
namespace {

template <std::size_t N>
bool has_phrase(const std::string& lowered, const std::array<std::string_view, N>& phrases) {
  return std::ranges::any_of(phrases,
                             [&](std::string_view phrase) { return lowered.find(phrase) != std::string::npos; });
}

template <std::size_t N>
std::size_t count_of(const std::string& lowered, const std::array<std::string_view, N>& phrases) {
  std::size_t count = 0;
  for (const std::string_view phrase : phrases) {
    for (std::size_t at = lowered.find(phrase); at != std::string::npos; at = lowered.find(phrase, at + 1)) {
      ++count;
    }
  }
  return count;
}

bool is_error(const std::string& title) {
  constexpr auto kTitles = std::to_array<std::string_view>({"404",
                                                            "403 forbidden",
                                                            "500 internal",
                                                            "502 bad",
                                                            "503 service",
                                                            "page not found",
                                                            "seite nicht gefunden",
                                                            "page introuvable",
                                                            "página no encontrada",
                                                            "página não encontrada",
                                                            "pagina non trovata",
                                                            "nie znaleziono",
                                                            "access denied",
                                                            "just a moment",
                                                            "attention required",
                                                            "are you a robot",
                                                            "service unavailable",
                                                            "checking your browser",
                                                            "you are human",
                                                            "search results for"});
  constexpr auto kWholeTitles =
      std::to_array<std::string_view>({"forbidden", "not found", "error", "log in", "login", "sign in", "anmelden",
                                       "anmeldung", "connexion", "iniciar sesión"});
  return has_phrase(title, kTitles) || std::ranges::find(kWholeTitles, title) != kWholeTitles.end();
}

bool is_consent(const std::string& title, const std::string& text) {
  constexpr auto kTitles = std::to_array<std::string_view>(
      {"before you continue", "bevor sie fortfahren", "cookie consent", "privacy settings", "datenschutzeinstellungen",
       "avant d'accéder", "your privacy choices"});
  constexpr auto kWords =
      std::to_array<std::string_view>({"cookie", "consent", "zustimm", "einwillig", "consentement"});
  constexpr std::size_t kBytesPerWord = 120;  // a text about cookies says the word less often
  return has_phrase(title, kTitles) || count_of(text, kWords) * kBytesPerWord > text.size() + kBytesPerWord;
}

bool asks_to_subscribe(const MainText& main) {
  constexpr auto kPhrases = std::to_array<std::string_view>(
      {"subscribe to continue", "to continue reading", "subscribers only", "already a subscriber",
       "this article is for subscribers", "log in to continue", "weiterlesen mit", "jetzt weiterlesen",
       "nur für abonnenten", "réservé aux abonnés", "il vous reste", "suscríbete para", "para assinantes",
       "riservato agli abbonati"});
  const auto asks = [&](const std::string& line) { return has_phrase(ascii::lowered(line), kPhrases); };
  return asks(main.text) || std::ranges::any_of(main.notices, asks);
}

/// Whether a short text is no more than the beginning of one for subscribers. That it is theirs says little: a page
/// that a subscriber saved says so too.
bool is_teaser(const PageFacts& page) {
  constexpr std::size_t kTeaser = 600;  // bytes: a few sentences
  if (asks_to_subscribe(page.main)) {
    return true;
  }
  if (page.linked.access == Access::Open || page.main.paid_part == PaidPart::Text) {
    return false;
  }
  const std::string_view text = page.main.text;
  return page.main.paid_part == PaidPart::Offer || text.size() < kTeaser || text.ends_with("…") ||
         text.ends_with("...");
}

/// Whether the page says that it is one article.
bool claims_article(const PageFacts& page) {
  return page.tags.first({"og:type"}) == "article" || !page.linked.published.empty() ||
         !page.tags.first({"article:published_time"}).empty();
}

bool lists_articles(const MainText& main) {
  constexpr std::uint32_t kMany = 10;
  constexpr std::uint32_t kTeaser = 120;  // of text per heading
  constexpr std::uint32_t kManyLinks = 25;
  constexpr std::uint32_t kPerLink = 10;
  const bool teasers = main.linked_headings >= kMany && main.prose < main.linked_headings * kTeaser;
  return teasers || (main.linked_blocks >= kManyLinks && main.prose < main.linked_blocks * kPerLink);
}

/// A home page leads on to others; one without links is all that its site says.
bool leads_on(const Dom& dom) {
  constexpr int kLinks = 10;
  int links = 0;
  for (NodeIndex i = 0; i < dom.size() && links < kLinks; ++i) {
    links += dom[i].tag == Tag::A && dom.has_attribute(i, "href") ? 1 : 0;
  }
  return links == kLinks;
}

/// A list with no sentence of its own, whatever the page claims: some sites call each of their pages an article.
bool only_lists(const PageFacts& page) {
  constexpr std::uint32_t kSentence = 80;
  constexpr std::uint32_t kSomeHeadings = 5;
  constexpr std::uint32_t kManyLinks = 25;
  const MainText& main = page.main;
  const bool links = main.linked_headings >= kSomeHeadings || main.linked_blocks >= kManyLinks;
  return main.prose < kSentence && links && page.linked.body.empty();
}

}  // namespace

PageKind kind_of(const PageFacts& page) {
  constexpr std::size_t kNotice = 1500;  // bytes; errors, questions and teasers are short
  const std::string title = ascii::lowered(page.title);
  const bool is_short = page.main.text.size() < kNotice;
  if (is_short && is_error(title)) {
    return PageKind::Error;
  }
  if (page.main.text.empty()) {
    return PageKind::Empty;
  }
  const std::string text = is_short ? ascii::lowered(page.main.text) : std::string();
  if (is_short && is_consent(title, text)) {
    return PageKind::Consent;
  }
  if (is_short && is_teaser(page)) {
    return PageKind::Paywall;
  }
  const bool at_home = !page.url.empty() && is_home(page.url) && leads_on(page.dom);
  const bool lists = claims_article(page) ? only_lists(page) : at_home || lists_articles(page.main);
  return lists ? PageKind::Index : PageKind::Article;
}

}  // namespace nutgraf::read::html
