// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/months.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/schema/terms.h"
#include "core/text/accents.h"

namespace nutgraf::read::dates {
namespace {

using icu::DateFormatSymbols;

// Countries stand where they write other names than the rest of their language.
constexpr auto kLocales = std::to_array<const char*>(
    {"en", "en_GB",   "de", "de_AT", "fr", "fr_CA", "es", "pt",    "it",    "nl", "ru", "uk", "be", "pl", "cs",
     "sk", "sl",      "hr", "sr",    "bg", "mk",    "ar", "ar_SY", "ar_MA", "tr", "az", "vi", "th", "hi", "he",
     "fa", "sr_Latn", "ur", "el",    "sv", "da",    "no", "is",    "fi",    "et", "lv", "lt", "hu", "ro", "id",
     "ms", "ca",      "gl", "eu",    "ga", "cy",    "sq", "hy",    "ka",    "ta", "ne", "bn", "mr", "te", "sw"});

// Written beside CLDR's abbreviations, and no beginning of the name.
struct ExtraName {
  std::string_view name;
  int month;
  std::string_view language;
};
constexpr auto kExtraNames = std::to_array<ExtraName>({{"ottob", 10, "it"}, {"jänner", 1, "de"}, {"mz", 3, "de"}});

struct Reading {
  int month;
  std::string_view language;
};

/// Words separated by single spaces, without the "de" that Catalan's forms begin with.
std::string plain_name(std::string_view name) {
  std::string words = schema::fold_value(name);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '.' || c == '\''; }, ' ');
  words = schema::fold_value(words);
  for (const std::string_view particle : {"de ", "d "}) {
    if (words.starts_with(particle)) {
      words.erase(0, particle.size());
    }
  }
  return words;
}

/// The month that all readings agree on.
int agreed(const std::vector<Reading>& readings) {
  const int month = readings.empty() ? 0 : readings.front().month;
  const bool all = std::ranges::all_of(readings, [&](const Reading& reading) { return reading.month == month; });
  return all ? month : 0;
}

class Names {
 public:
  Names() {
    for (const char* locale : kLocales) {
      add_locale(locale);
    }
    for (const ExtraName& extra : kExtraNames) {
      months_[plain_name(extra.name)].push_back({extra.month, extra.language});
    }
  }

  [[nodiscard]] int month(const std::string& name, std::string_view language) const {
    const auto found = months_.find(name);
    if (found == months_.end()) {
      return by_beginning(name);
    }
    const int month = agreed(found->second);
    const auto declared = std::ranges::find(found->second, language, &Reading::language);
    return month == 0 && declared != found->second.end() ? declared->month : month;
  }

  [[nodiscard]] bool is_weekday(const std::string& name) const { return weekdays_.contains(name); }

 private:
  void add_locale(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    const DateFormatSymbols symbols(icu::Locale(name), "gregorian", error);
    if (U_FAILURE(error) != 0) {
      return;
    }
    const std::string_view language = std::string_view(name).substr(0, 2);
    for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
      for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
        add_months(symbols, context, width, language);
        std::int32_t count = 0;
        const icu::UnicodeString* const days = symbols.getWeekdays(count, context, width);
        std::for_each(days, days + count, [&](const icu::UnicodeString& day) {
          std::string text;
          weekdays_.insert(plain_name(day.toUTF8String(text)));
        });
      }
    }
  }

  void add_months(const DateFormatSymbols& symbols, DateFormatSymbols::DtContextType context,
                  DateFormatSymbols::DtWidthType width, std::string_view language) {
    constexpr std::int32_t kMonths = 12;
    std::int32_t count = 0;
    const icu::UnicodeString* const months = symbols.getMonths(count, context, width);
    for (std::int32_t i = 0; i < std::min(count, kMonths); ++i) {
      std::string text;
      const std::string name = plain_name(months[i].toUTF8String(text));
      // "6月" and "M06" are numbers, read as such elsewhere.
      if (!name.empty() && !ascii::is_digit(name.front())) {
        months_[name].push_back({i + 1, language});
        for (const std::string& base : base_spellings(language, name)) {
          months_[base].push_back({i + 1, language});
        }
      }
    }
  }

  [[nodiscard]] int by_beginning(const std::string& beginning) const {
    constexpr std::size_t kFewest = 3;
    if (utf8::count(beginning) < kFewest || weekdays_.contains(beginning)) {
      return 0;
    }
    std::vector<Reading> all;
    for (auto name = months_.lower_bound(beginning); name != months_.end() && name->first.starts_with(beginning);
         ++name) {
      all.insert(all.end(), name->second.begin(), name->second.end());
    }
    return agreed(all);
  }

  std::map<std::string, std::vector<Reading>> months_;
  std::set<std::string> weekdays_;
};

const Names& names() {
  static const Names all;
  return all;
}

}  // namespace

int month_number(std::string_view name, std::string_view language) {
  return names().month(plain_name(name), language);
}

std::vector<const char*> locales_of_dates() {
  std::vector<const char*> locales(kLocales.begin(), kLocales.end());
  locales.insert(locales.end(), {"zh", "zh_Hant", "ja", "ko"});
  return locales;
}

bool is_weekday(std::string_view name) {
  return names().is_weekday(plain_name(name));
}

}  // namespace nutgraf::read::dates
