// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/months.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
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
     "ms", "ca",      "gl", "eu",    "ga", "cy",    "sq", "hy",    "ka",    "ta", "ne", "bn", "mr", "te", "sw",
     "af", "ar_DZ",   "kk", "ckb",   "yi", "ps",    "am", "km",    "lo",    "my", "si", "ml", "kn", "gu", "pa"});

// Written beside CLDR's abbreviations, and no beginning of the name.
struct ExtraName {
  std::string_view name;
  int month;
  std::string_view language;
};
constexpr auto kExtraNames = std::to_array<ExtraName>({{"ottob", 10, "it"},
                                                       {"jänner", 1, "de"},
                                                       {"mz", 3, "de"},
                                                       {"mrz", 3, "de"},
                                                       {"agt", 8, "id"},
                                                       {"अक्टूबर", 10, "hi"},
                                                       {"फरवरी", 2, "hi"},
                                                       {"জানুয়ারি", 1, "bn"},
                                                       {"ফেব্রুয়ারি", 2, "bn"}});

// What dates add to the name of a month, where CLDR has it in the pattern of the date.
struct Ending {
  std::string_view language;
  std::string_view ending;
};
constexpr auto kDateEndings = std::to_array<Ending>({{"eu", "ren"}, {"eu", "k"}, {"ckb", "ی"}});

struct Reading {
  int number;  // of the month or of the day
  std::string_view language;
};
using Readings = std::map<std::string, std::vector<Reading>>;

/// Words separated by single spaces, without the "de" that Catalan's forms begin with.
std::string plain_name(std::string_view name) {
  constexpr std::string_view kDevanagariStop = "॰";  // ends an abbreviation
  std::string words = schema::fold_value(name);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '.' || c == '\''; }, ' ');
  for (std::size_t at = words.find(kDevanagariStop); at != std::string::npos; at = words.find(kDevanagariStop)) {
    words.replace(at, kDevanagariStop.size(), " ");
  }
  words = schema::fold_value(words);
  for (const std::string_view particle : {"de ", "d "}) {
    if (words.starts_with(particle)) {
      words.erase(0, particle.size());
    }
  }
  return words;
}

/// The number that all readings agree on; 0 if they do not.
int agreed(const std::vector<Reading>& readings) {
  const int number = readings.empty() ? 0 : readings.front().number;
  const bool all = std::ranges::all_of(readings, [&](const Reading& reading) { return reading.number == number; });
  return all ? number : 0;
}

/// The same, or else what it is in `language`.
int agreed_in(const std::vector<Reading>& readings, std::string_view language) {
  const int number = agreed(readings);
  const auto declared = std::ranges::find(readings, language, &Reading::language);
  return number == 0 && declared != readings.end() ? declared->number : number;
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
    return found == months_.end() ? by_beginning(name) : agreed_in(found->second, language);
  }

  /// 1 is Sunday.
  [[nodiscard]] int weekday(const std::string& name, std::string_view language) const {
    const auto found = weekdays_.find(name);
    return found == weekdays_.end() ? 0 : agreed_in(found->second, language);
  }

  [[nodiscard]] bool is_weekday(const std::string& name) const { return weekdays_.contains(name); }

 private:
  void add_locale(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    const DateFormatSymbols symbols(icu::Locale(name), "gregorian", error);
    if (U_FAILURE(error) != 0) {
      return;
    }
    const std::string_view language = std::string_view(name).substr(0, std::string_view(name).find('_'));
    for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
      for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
        add_months(symbols, context, width, language);
        std::int32_t count = 0;
        const icu::UnicodeString* const days = symbols.getWeekdays(count, context, width);
        for (std::int32_t i = 1; i < count; ++i) {
          std::string text;
          weekdays_[plain_name(days[i].toUTF8String(text))].push_back({i, language});
        }
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
        add_month(name, {i + 1, language});
      }
    }
  }

  void add_month(const std::string& name, const Reading& reading) {
    months_[name].push_back(reading);
    for (const std::string& base : base_spellings(reading.language, name)) {
      months_[base].push_back(reading);
    }
    for (const Ending& ending : kDateEndings) {
      if (ending.language == reading.language) {
        months_[name + std::string(ending.ending)].push_back(reading);
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

  Readings months_;
  Readings weekdays_;
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

int weekday_number(std::string_view name, std::string_view language) {
  return names().weekday(plain_name(name), language);
}

bool is_weekday(std::string_view name) {
  return names().is_weekday(plain_name(name));
}

}  // namespace nutgraf::read::dates
