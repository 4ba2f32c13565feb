// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/language/names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <map>
#include <vector>

#include "core/language/codes.h"
#include "core/schema/terms.h"
#include "core/text/accents.h"

namespace nutgraf::language {
namespace {

using Names = std::map<std::string, std::string>;  // folded name to code

std::string display_name(const icu::Locale& language, const icu::Locale& in) {
  icu::UnicodeString name;
  language.getDisplayLanguage(in, name);
  std::string text;
  name.toUTF8String(text);
  return schema::fold_value(text);
}

void add(const std::string& name, const std::string& code, Names& names) {
  names.emplace(name, code);
  for (const std::string& base : base_spellings("", name)) {
    names.emplace(base, code);
  }
}

/// What CLDR calls each language in English and in itself. Where it has no name it gives back the code.
Names names_of_cldr() {
  Names names;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    const icu::Locale locale(*code);
    const std::string english = display_name(locale, icu::Locale::getEnglish());
    if (english.empty() || english == *code) {
      continue;
    }
    const std::string_view filed = find_code(*code);
    const std::string ours(filed.empty() ? std::string_view(*code) : filed);
    names.emplace(*code, ours);
    add(english, ours, names);
    add(display_name(locale, locale), ours, names);
  }
  return names;
}

}  // namespace

std::string find_language(std::string_view name) {
  std::string folded = schema::fold_value(name);
  if (folded == kUnknownCode) {
    return folded;
  }
  if (const std::string_view code = find_code(folded); !code.empty()) {
    return std::string(code);
  }
  static const Names names = names_of_cldr();
  const auto found = names.find(folded);
  return found == names.end() ? std::string() : found->second;
}

}  // namespace nutgraf::language
