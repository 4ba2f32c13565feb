// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/language/nearest_language.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/nearest_name.h"
#include "core/language/codes.h"
#include "core/language/names.h"

namespace nutgraf::language {
namespace {

// Codes of countries that are typed for the language spoken there, and are no codes of languages.
constexpr auto kCountries = std::to_array<std::pair<std::string_view, std::string_view>>({{"al", "sq"},
                                                                                          {"at", "de"},
                                                                                          {"cn", "zh"},
                                                                                          {"cz", "cs"},
                                                                                          {"dk", "da"},
                                                                                          {"eg", "ar"},
                                                                                          {"gb", "en"},
                                                                                          {"gr", "el"},
                                                                                          {"il", "he"},
                                                                                          {"ir", "fa"},
                                                                                          {"jp", "ja"},
                                                                                          {"mx", "es"},
                                                                                          {"rs", "sr"},
                                                                                          {"ua", "uk"},
                                                                                          {"us", "en"},
                                                                                          {"vn", "vi"}});

}  // namespace

std::string nearest_language(std::string_view typed) {
  const std::string name = ascii::lowered(ascii::trimmed(typed));
  // Without the country in en-GB or zh_TW.
  const std::string code = name.substr(0, name.find_first_of("-_"));
  if (std::string known = find_language(code); !known.empty()) {
    return known;
  }
  const auto* const country =
      std::ranges::find(kCountries, std::string_view(code), [](const auto& row) { return row.first; });
  return country == kCountries.end() ? nearest_name(name, known_names()) : std::string(country->second);
}

}  // namespace nutgraf::language
