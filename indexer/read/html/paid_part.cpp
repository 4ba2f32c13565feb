// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/paid_part.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/ascii.h"
#include "indexer/read/html/article_search.h"

namespace nutgraf::read::html {
namespace {

/// Whether a block asks to subscribe or to log in.
bool makes_offer(const Dom& dom, const Block& block) {
  constexpr std::uint32_t kLongest = 240;
  constexpr auto kPhrases = std::to_array<std::string_view>(
      {"subscribe to",     "subscribe now",    "subscribe for",   "subscribe today", "subscribe from",
       "a subscriber",     "subscribers only", "for subscribers", "subscriber-only", "subscriber only",
       "continue reading", "unlimited access", "full access",     "free trial",      "cancel any",
       "log in",           "sign in",          "sign up",         "register to",     "register now",
       "abonnenten",       "jetzt abonnieren", "mit abo ",        "jetzt anmelden",  "einloggen",
       "weiterlesen",      "abonnez-vous",     "aux abonnés",     "déjà abonné",     "se connecter",
       "suscríbete",       "suscriptores",     "inicia sesión",   "iniciar sesión",  "assinantes",
       "assine",           "faça login",       "agli abbonati",   "abbonati ",       "accedi",
       "voor abonnees",    "word abonnee",     "prenumeranter",   "logga in",        "for abonnenter",
       "tilaajille",       "tylko dla",        "zaloguj",         "подписчик",       "подпишитесь"});
  if (block.length > kLongest) {
    return false;
  }
  const std::string text = ascii::lowered(text_of(dom, block));
  return std::ranges::any_of(kPhrases, [&](std::string_view phrase) { return text.find(phrase) != std::string::npos; });
}

bool is_control(Tag tag) {
  return tag == Tag::Button || tag == Tag::Form || tag == Tag::Input;
}

/// What stands in the elements labelled Paid, added up before each node.
class PaidSums {
 public:
  PaidSums(const Dom& dom, const std::vector<Block>& blocks, const std::vector<Label>& labels)
      : dom_(dom), text_(dom.size() + 1), offers_(dom.size() + 1) {
    auto block = blocks.begin();
    NodeIndex end = 0;  // of the outermost element labelled so
    for (NodeIndex i = 0; i < dom.size(); ++i) {
      end = labels[i] == Label::Paid ? std::max(end, dom[i].end) : end;
      offers_[i + 1] = i < end && is_control(dom[i].tag) ? 1U : 0U;
      if (block != blocks.end() && block->first == i) {
        if (i < end) {
          add(*block);
        }
        ++block;
      }
    }
    for (std::size_t i = 1; i < text_.size(); ++i) {
      text_[i] += text_[i - 1];
      offers_[i] += offers_[i - 1];
    }
  }

  [[nodiscard]] PaidPart part(NodeIndex i) const {
    constexpr std::uint32_t kOffer = 400;  // longer ones are a text, with an offer among it
    const std::uint32_t text = text_[dom_[i].end] - text_[i];
    const bool offers = offers_[dom_[i].end] > offers_[i];
    return offers && text < kOffer ? PaidPart::Offer : text > 0 ? PaidPart::Text : PaidPart::None;
  }

 private:
  void add(const Block& block) {
    const bool offer = makes_offer(dom_, block);
    offers_[block.first + 1] += offer ? 1U : 0U;
    text_[block.first + 1] = offer ? 0U : prose_of(dom_, block);
  }

  const Dom& dom_;
  std::vector<std::uint32_t> text_;
  std::vector<std::uint32_t> offers_;
};

}  // namespace

PaidPart settle_paid(const Dom& dom, const std::vector<Block>& blocks, std::vector<Label>& labels) {
  if (std::ranges::find(labels, Label::Paid) == labels.end()) {
    return PaidPart::None;
  }
  const PaidSums sums(dom, blocks, labels);
  PaidPart page = PaidPart::None;
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    page = labels[i] == Label::Paid ? std::max(page, sums.part(i)) : page;
  }
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (labels[i] == Label::Paid) {
      // Where each paragraph is marked, short ones are text as the others are.
      const PaidPart part = sums.part(i) == PaidPart::None ? page : sums.part(i);
      labels[i] = part == PaidPart::Text ? Label::None : Label::Furniture;
    }
  }
  return page;
}

}  // namespace nutgraf::read::html
