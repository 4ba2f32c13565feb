// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/byline.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/ascii.h"

namespace nutgraf::read::html {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::size_t kLongestName = 60;

// Words before names, with the space that follows; where one begins another, the longer one first.
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
                                                          "text und interview: ",
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
  if (name.empty() || name.size() > kLongestName || std::ranges::count(name, ' ') > 7 ||
      name.find(':') != std::string_view::npos) {
    return false;
  }
  const std::string lowered = ascii::lowered(name);
  const std::string word = lowered + " ";
  if (std::ranges::find(kBefore, word) != kBefore.end()) {
    return false;
  }
  const bool digits = std::ranges::any_of(name, ascii::is_digit);
  const bool letters = std::ranges::any_of(name, [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c); });
  return letters && !digits &&
         std::ranges::none_of(kNoNames, [&](std::string_view none) { return lowered.find(none) != std::string::npos; });
}

/// Whether each word begins with a capital, or a letter beyond ASCII, but for those of noble and foreign names.
bool is_capitalised(std::string_view name) {
  constexpr auto kParticles =
      std::to_array<std::string_view>({"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos",
                                       "du", "el",  "la", "le", "ten", "ter",   "van", "von", "y",  "zu"});
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    const bool particle = std::ranges::find(kParticles, word) != kParticles.end();
    if (!word.empty() && ascii::is_ascii(word[0]) && !ascii::is_upper(word[0]) && !particle) {
      return false;
    }
    name.remove_prefix(std::min(word.size() + 1, name.size()));
  }
  return true;
}

/// Cuts where one name ends and the next begins.
std::vector<std::string> cut_at_joints(std::string_view byline) {
  constexpr auto kJoints = std::to_array<std::string_view>(
      {" and ", " und ", " et ", " y ", " e ", " og ", " och ", " & ", " with ", " am ", " on ", " um ", " at ",
       " mit ", ", ",    "; ",   ";",   " | ", " / ",  " • ",   " · ", " – ",    " — ",  " - ",  "\n"});
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

}  // namespace

void add_new(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  }
}

std::vector<std::string> names_in_byline(std::string_view byline) {
  std::vector<std::string> names;
  std::string line(byline);
  for (std::size_t at = line.find(kNoBreakSpace); at != std::string::npos; at = line.find(kNoBreakSpace)) {
    line.replace(at, kNoBreakSpace.size(), " ");
  }
  for (const std::string& part : cut_at_joints(without_word_before(ascii::trimmed(line)))) {
    std::string name = without_word_before(ascii::trimmed(part));
    while (name.ends_with(',') || name.ends_with(':') || name.ends_with(' ')) {
      name.pop_back();
    }
    if (is_name(name)) {
      add_new(names, {name});
    } else if (!names.empty()) {
      break;  // a place, a date, a profession
    }
  }
  return names;
}

/// "By Jane Roe", "Posted on 5 May 2020 by Jane Roe".
std::vector<std::string> names_in_line(std::string_view line) {
  constexpr auto kJoints = std::to_array<std::string_view>({" by ", " von ", " par ", " por "});
  std::string_view names = line;
  if (std::ranges::any_of(line, ascii::is_digit)) {
    for (const std::string_view joint : kJoints) {
      const std::size_t at = line.find(joint);
      names = at == std::string::npos ? names : line.substr(at + 1);
    }
  }
  if (without_word_before(names).size() == names.size() || names.ends_with(':')) {
    return {};
  }
  std::vector<std::string> found = names_in_byline(names);
  std::erase_if(found, [](const std::string& name) { return !is_capitalised(name); });
  return found;
}

}  // namespace nutgraf::read::html
