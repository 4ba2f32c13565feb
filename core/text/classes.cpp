// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/classes.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace nutgraf {
namespace {

/// Stems kept per language; news vocabularies repeat themselves long before.
constexpr std::size_t kMaxStems = 100'000;

/// One code point of UTF-8.
bool is_one_character(std::string_view word) {
  return std::ranges::count_if(word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) <= 1;
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// A stemmer's name for the language: its ISO code; none where Xapian has no rules.
std::optional<Xapian::Stem> stemmer_of(std::string_view language) {
  constexpr std::size_t kIsoCode = 2;
  // Longer names would reach stemmers that are no language's: "porter", "lovins", "none".
  if (language.size() != kIsoCode) {
    return std::nullopt;
  }
  try {
    return Xapian::Stem(std::string(language));
  } catch (const Xapian::InvalidArgumentError&) {
    return std::nullopt;
  }
}

/// What a language's stemmer does not know: Russian ё is е, a Turkish apostrophe begins the endings of a name.
std::string prepared(std::string_view language, std::string_view word) {
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
  std::optional<Xapian::Stem> stemmer;
  std::unordered_map<std::string, std::string> stems;
};

}  // namespace

struct ClassKeys::State {
  std::map<std::string, Rules, std::less<>> languages;

  Rules& rules(std::string_view language) {
    auto found = languages.find(language);
    if (found == languages.end()) {
      found = languages.emplace(std::string(language), Rules{stemmer_of(language), {}}).first;
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
  if (!rules.stemmer || has_digit(word) || is_one_character(word)) {
    return own;
  }
  if (const auto found = rules.stems.find(own); found != rules.stems.end()) {
    return found->second;
  }
  std::string stem = (*rules.stemmer)(prepared(language, word));
  if (stem.empty()) {
    stem = own;
  }
  if (rules.stems.size() >= kMaxStems) {
    rules.stems.clear();
  }
  return rules.stems.emplace(std::move(own), std::move(stem)).first->second;
}

std::string ClassKeys::stemmer_version() {
  return std::string("snowball of xapian ") + Xapian::version_string();
}

bool ClassKeys::has_rules(std::string_view language) {
  return stemmer_of(language).has_value();
}

}  // namespace nutgraf
