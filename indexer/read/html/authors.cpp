// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/authors.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/label.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read::html {
namespace {

constexpr std::string_view kNoBreak = "\xC2\xA0";
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestByline = 160;

// Words before names, with the blank that follows; where one begins another, the longer one first.
constexpr auto kBefore = std::to_array<std::string_view>({"zeige alle beiträge von ",
                                                          "alle beiträge von ",
                                                          "alle artikel von ",
                                                          "veröffentlicht von ",
                                                          "geschrieben von ",
                                                          "verfasst von ",
                                                          "erstellt von ",
                                                          "eingestellt von ",
                                                          "ein gastbeitrag von ",
                                                          "ein beitrag von ",
                                                          "ein artikel von ",
                                                          "beitrag von ",
                                                          "artikel von ",
                                                          "pressemitteilung von ",
                                                          "interview von ",
                                                          "interview: ",
                                                          "von: ",
                                                          "von ",
                                                          "autorin: ",
                                                          "autoren: ",
                                                          "autor: ",
                                                          "autorin ",
                                                          "autoren ",
                                                          "autor ",
                                                          "redaktion: ",
                                                          "quelle: ",
                                                          "text: ",
                                                          "text ",
                                                          "written by ",
                                                          "posted by ",
                                                          "published by ",
                                                          "reported by ",
                                                          "submitted by ",
                                                          "reviewed by ",
                                                          "words by ",
                                                          "story by ",
                                                          "article by ",
                                                          "posts by ",
                                                          "by: ",
                                                          "by ",
                                                          "authors: ",
                                                          "author: ",
                                                          "author ",
                                                          "par : ",
                                                          "par ",
                                                          "auteur : ",
                                                          "auteur: ",
                                                          "propos recueillis par ",
                                                          "publié par ",
                                                          "escrito por ",
                                                          "publicado por ",
                                                          "por: ",
                                                          "por ",
                                                          "texto: ",
                                                          "di ",
                                                          "a cura di ",
                                                          "door ",
                                                          "av ",
                                                          "af ",
                                                          "autore: ",
                                                          "napisał ",
                                                          "autor tekstu: ",
                                                          "автор: ",
                                                          "автор ",
                                                          "source: "});

// Words that no name has.
constexpr auto kNoNames = std::to_array<std::string_view>({
    "http",           "www.",     "@",         "admin",     "anonymous",    "unknown", "webmaster",
    "guest",          "©",        "{{",        "<",         "author",       "more by", "view all",
    "comments",       "follow",   "subscribe", "read more", "alle artikel", "posted",  "publiziert",
    "(erforderlich)", "required", "profil",    "published", "updated",
});

std::string without_word_before(std::string_view byline) {
  const std::string lowered = ascii::lowered(byline);
  for (const std::string_view word : kBefore) {
    if (lowered.starts_with(word)) {
      return without_word_before(ascii::trimmed(byline.substr(word.size())));
    }
  }
  return std::string(byline);
}

bool is_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || std::ranges::count(name, ' ') > 5) {
    return false;
  }
  const std::string lowered = ascii::lowered(name);
  const bool digits = std::ranges::any_of(name, ascii::is_digit);
  const bool letters =
      std::ranges::any_of(name, [](char c) { return ascii::is_letter(c) || static_cast<signed char>(c) < 0; });
  return letters && !digits &&
         std::ranges::none_of(kNoNames, [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

bool begins_upper(std::string_view name) {
  return ascii::is_upper(name[0]) || !ascii::is_ascii(name[0]);
}

/// Cuts where one name ends and the next begins.
std::vector<std::string> cut_at_joints(std::string_view byline) {
  constexpr auto kJoints = std::to_array<std::string_view>({" and ", " und ",  " et ",  " y ", " e ", " og ", " och ",
                                                            " & ",   " with ", " mit ", ", ",  "; ",  ";",    " | ",
                                                            " / ",   " • ",    " · ",   " – ", " — ", " - ",  "\n"});
  std::vector<std::string> parts(1);
  while (!byline.empty()) {
    const auto* const joint =
        std::ranges::find_if(kJoints, [&](std::string_view one) { return byline.starts_with(one); });
    if (joint != kJoints.end()) {
      parts.emplace_back();
      byline.remove_prefix(joint->size());
    } else {
      parts.back() += byline.front();
      byline.remove_prefix(1);
    }
  }
  return parts;
}

void add(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  }
}

bool has_word(std::string_view names, std::string_view word) {
  const std::string lowered = ascii::lowered(names);
  for (std::size_t at = lowered.find(word); at != std::string::npos; at = lowered.find(word, at + 1)) {
    const bool begins = at == 0 || !ascii::is_letter(lowered[at - 1]);
    const bool ends = at + word.size() == lowered.size() || !ascii::is_letter(lowered[at + word.size()]);
    if (begins && ends) {
      return true;
    }
  }
  return false;
}

/// Where pages write the names of authors, from the surest sign to the weakest.
enum class Sign : std::uint8_t { Property, Link, Class, Address };

template <std::size_t N>
bool holds_one(std::string_view text, const std::array<std::string_view, N>& parts) {
  const std::string lowered = ascii::lowered(text);
  return std::ranges::any_of(parts, [&](std::string_view part) { return lowered.find(part) != std::string::npos; });
}

/// A class or id that means an author: "post-author-name", "byline".
bool names_author(std::string_view name) {
  constexpr auto kParts = std::to_array<std::string_view>({"author", "byline", "autor", "auteur", "wrote", "writer"});
  return !name.empty() && holds_one(name, kParts) && ascii::lowered(name).find("authori") == std::string::npos;
}

/// A link to an author's page.
bool leads_to_author(std::string_view reference) {
  constexpr auto kParts = std::to_array<std::string_view>({"/author/", "/authors/", "/autor/", "/autoren/", "/auteur/",
                                                           "/redaktion/", "/redakteur", "/reporter", "/contributor",
                                                           "/journalist", "/staff", "/profile/", "/people/", "/user/"});
  return holds_one(reference, kParts);
}

bool has_sign(const Dom& dom, NodeIndex i, Sign sign) {
  switch (sign) {
    case Sign::Property:
      return dom.attribute(i, "itemprop") == "author";
    case Sign::Link:
      return dom[i].tag == Tag::A && has_word(dom.attribute(i, "rel"), "author");
    case Sign::Class:
      return names_author(dom.attribute(i, "class")) || names_author(dom.attribute(i, "id"));
    case Sign::Address:
      return dom[i].tag == Tag::A && leads_to_author(dom.attribute(i, "href"));
  }
  return false;
}

/// Forms and comments have authors of their own, or ask for one.
bool is_elsewhere(const Dom& dom, NodeIndex node) {
  constexpr auto kElsewhere =
      std::to_array<Tag>({Tag::Form, Tag::Label, Tag::Input, Tag::Textarea, Tag::Button, Tag::Nav});
  for (; node != kNoNode; node = dom[node].parent) {
    if (std::ranges::find(kElsewhere, dom[node].tag) != kElsewhere.end() || label_of(dom, node) == Label::Comments) {
      return true;
    }
  }
  return false;
}

/// The name inside an element marked as an author's, or all it says.
std::string marked_text(const Dom& dom, NodeIndex node) {
  for (NodeIndex i = node + 1; i < dom[node].end; ++i) {
    if (dom.attribute(i, "itemprop") == "name") {
      const std::string_view content = dom.attribute(i, "content");
      return content.empty() ? line_of(dom, i) : std::string(content);
    }
  }
  const std::string_view content = dom.attribute(node, "content");
  return content.empty() ? line_of(dom, node) : std::string(content);
}

std::vector<std::string> marked_authors(const Dom& dom, Sign sign) {
  std::vector<std::string> names;
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::Text || !has_sign(dom, i, sign) || is_elsewhere(dom, i)) {
      continue;
    }
    const std::string text = marked_text(dom, i);
    if (text.size() <= kLongestByline) {
      const std::vector<std::string> found = names_in_byline(text);
      if (sign >= Sign::Class && !found.empty()) {
        return found;
      }
      add(names, found);
    }
    i = dom[i].end - 1;
  }
  constexpr std::size_t kMost = 8;  // more are the authors of a list of articles
  return names.size() > kMost ? std::vector<std::string>() : names;
}

/// Of a short line such as "By Jane Roe" or "Posted on 5 May 2020 by Jane Roe".
std::vector<std::string> in_line(const Dom& dom) {
  constexpr std::uint32_t kShort = 80;
  constexpr auto kJoints = std::to_array<std::string_view>({" by ", " von ", " par ", " por "});
  for (const Block& block : blocks_of(dom)) {
    if (block.length > kShort || is_elsewhere(dom, block.container)) {
      continue;
    }
    const std::string line = text_of(dom, block);
    std::string_view names = line;
    if (std::ranges::any_of(line, ascii::is_digit)) {
      for (const std::string_view joint : kJoints) {
        const std::size_t at = line.find(joint);
        names = at == std::string::npos ? names : std::string_view(line).substr(at + 1);
      }
    }
    if (without_word_before(names).size() == names.size() || names.ends_with('.') || names.ends_with(':')) {
      continue;
    }
    std::vector<std::string> found = names_in_byline(names);
    std::erase_if(found, [](const std::string& name) { return !begins_upper(name); });
    if (!found.empty()) {
      return found;
    }
  }
  return {};
}

/// Whether the only author named is the publisher.
bool are_the_site(const std::vector<std::string>& names, const MetaTags& tags, const LinkedArticle& linked) {
  const std::string site = ascii::lowered(tags.first({"og:site_name"}));
  const std::string publisher = ascii::lowered(linked.publisher);
  return std::ranges::all_of(names, [&](const std::string& name) {
    const std::string lowered = ascii::lowered(name);
    const bool domain = lowered.find(' ') == std::string::npos && lowered.find('.') != std::string::npos;
    return domain || lowered == site || lowered == publisher;
  });
}

/// The authors in the first meta tag that names any, else `other`.
std::vector<std::string> in_meta_tags(const MetaTags& tags, std::vector<std::string> other) {
  for (const std::string_view name :
       {"author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "byl", "parsely-author",
        "sailthru.author", "article:author_name", "dcsext.author", "cxenseparse:author"}) {
    std::vector<std::string> names;
    for (const std::string_view content : tags.all(name)) {
      add(names, names_in_byline(content));
    }
    if (!names.empty()) {
      return names;
    }
  }
  return other;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline) {
  std::vector<std::string> names;
  std::string line(byline);
  for (std::size_t at = line.find(kNoBreak); at != std::string::npos; at = line.find(kNoBreak)) {
    line.replace(at, kNoBreak.size(), " ");
  }
  for (const std::string& part : cut_at_joints(without_word_before(ascii::trimmed(line)))) {
    std::string name = without_word_before(ascii::trimmed(part));
    while (name.ends_with(',') || name.ends_with(':') || name.ends_with(' ')) {
      name.pop_back();
    }
    if (is_name(name)) {
      add(names, {name});
    } else if (!names.empty()) {
      break;  // a place, a date, a profession
    }
  }
  return names;
}

std::vector<std::string> authors_of(const Dom& dom, const MetaTags& tags, const LinkedArticle& linked) {
  std::vector<std::string> names;
  for (const std::string& author : linked.authors) {
    add(names, names_in_byline(author));
  }
  names = names.empty() || are_the_site(names, tags, linked) ? in_meta_tags(tags, std::move(names)) : names;
  std::vector<std::string> site;
  if (are_the_site(names, tags, linked)) {
    site = std::exchange(names, {});
  }
  for (const Sign sign : {Sign::Property, Sign::Link, Sign::Class, Sign::Address}) {
    if (names.empty()) {
      names = marked_authors(dom, sign);
    }
  }
  if (names.empty()) {
    names = in_line(dom);
  }
  return names.empty() ? site : names;
}

}  // namespace nutgraf::read::html
