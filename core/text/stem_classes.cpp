// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/stem_classes.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unordered_map>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/stemmers.h"

namespace nutgraf {
namespace {

/// Stems kept per language; news vocabularies repeat themselves long before.
constexpr std::size_t kMaxStems = 100'000;

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, ascii::is_digit);
}

constexpr char32_t kNukta = 0x093C;
constexpr char32_t kChandrabindu = 0x0901;
constexpr char32_t kAnusvara = 0x0902;
constexpr char32_t kVirama = 0x094D;

/// Is `nasal` the letter that ends the row of `stop` in the script's table: ङ of क ख ग घ, and so on to म of प फ ब भ?
bool is_nasal_of(char32_t nasal, char32_t stop) {
  constexpr auto kRows = std::to_array<char32_t>({U'क', U'च', U'ट', U'त', U'प'});
  return std::ranges::any_of(kRows,
                             [&](char32_t first) { return nasal == first + 4 && stop >= first && stop < first + 4; });
}

/// Hindi spells one word with and without the dot of borrowed sounds, and a nasal by either sign or as a letter.
std::string hindi_in_one_spelling(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded letter = utf8::decode(word, at);
    at += letter.size;
    const std::size_t n = letters.size();
    if (n >= 2 && letters[n - 1] == kVirama && is_nasal_of(letters[n - 2], letter.code)) {
      letters.pop_back();
      letters.back() = kAnusvara;
    }
    if (letter.code != kNukta) {
      letters += letter.code == kChandrabindu ? kAnusvara : letter.code;
    }
  }
  std::string out;
  for (const char32_t letter : letters) {
    utf8::append(out, letter);
  }
  return out;
}

/// What a language's stemmer does not know: Russian ё is е, a Turkish apostrophe begins the endings of a name.
std::string prepared(std::string_view language, std::string_view word) {
  if (language == "hi") {
    return hindi_in_one_spelling(word);
  }
  std::string out(word);
  if (language == "ru") {
    constexpr std::string_view kYo = "ё";
    for (std::size_t at = out.find(kYo); at != std::string::npos; at = out.find(kYo, at)) {
      out.replace(at, kYo.size(), "е");
    }
  } else if (language == "tr" || language == "az") {
    out.resize(std::min(out.size(), out.find('\'', 1)));
  }
  return out;
}

struct Rules {
  std::unique_ptr<Stemmer> stemmer;  // null: none
  std::unordered_map<std::string, std::string> stems;
};

}  // namespace

struct ClassKeys::State {
  std::map<std::string, Rules, std::less<>> languages;

  Rules& rules(std::string_view language) {
    auto found = languages.find(language);
    if (found == languages.end()) {
      found = languages.emplace(std::string(language), Rules{make_stemmer(language), {}}).first;
    }
    return found->second;
  }
};

ClassKeys::ClassKeys() : state_(std::make_unique<State>()) {}
ClassKeys::~ClassKeys() = default;
ClassKeys::ClassKeys(ClassKeys&&) noexcept = default;
ClassKeys& ClassKeys::operator=(ClassKeys&&) noexcept = default;

std::string ClassKeys::key(std::string_view language, std::string_view word) {
  std::string own(word);
  Rules& rules = state_->rules(language);
  if (!rules.stemmer || has_digit(word) || utf8::count(word) <= 1) {
    return own;
  }
  if (const auto found = rules.stems.find(own); found != rules.stems.end()) {
    return found->second;
  }
  std::string stem = rules.stemmer->stem(prepared(language, word));
  if (stem.empty()) {
    stem = own;
  }
  if (rules.stems.size() >= kMaxStems) {
    rules.stems.clear();
  }
  return rules.stems.emplace(std::move(own), std::move(stem)).first->second;
}

std::string ClassKeys::stemmer_version() {
  return stemmer_versions();
}

bool ClassKeys::has_rules(std::string_view language) {
  return has_stemmer(language);
}

}  // namespace nutgraf
