// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/name_words.h"

#include <algorithm>

#include "core/text/accents.h"
#include "core/text/characters.h"
#include "core/text/fold.h"

namespace nutgraf::bind {
namespace {

bool is_inside_words(CharClass kind) {
  return kind <= CharClass::Ignored || kind == CharClass::Apostrophe || kind == CharClass::Complex;
}

bool same_word(const std::string& written, const std::string& typed) {
  if (written == typed) {
    return true;
  }
  const std::vector<std::string> bases = base_spellings("", written);
  return std::find(bases.begin(), bases.end(), typed) != bases.end();
}

}  // namespace

std::vector<std::string> words_of_name(std::string_view name) {
  const CharacterTable& table = CharacterTable::instance();
  std::vector<std::string> words;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    std::string word;
    append_fold(name.substr(begin, end - begin), LetterCase::Folded, word);
    if (!word.empty() && word != "'") {
      words.push_back(std::move(word));
    }
  };
  std::size_t at = 0;
  while (at < name.size()) {
    const Glyph glyph = table.at(name, at);
    if (!is_inside_words(glyph.character->kind)) {
      end_word(at);
      begin = at + glyph.size;
      if (glyph.character->kind == CharClass::Cjk) {
        begin = at;
        end_word(at + glyph.size);
        begin = at + glyph.size;
      }
    }
    at += glyph.size;
  }
  end_word(at);
  return words;
}

bool holds_words(const std::vector<std::string>& name, const std::vector<std::string>& words) {
  return !words.empty() && std::search(name.begin(), name.end(), words.begin(), words.end(), same_word) != name.end();
}

}  // namespace nutgraf::bind
