// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/iranian_months.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "core/schema/terms.h"

namespace nutgraf::read::dates {
namespace {

using icu::DateFormatSymbols;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string plain_iranian(std::string_view name) {
  std::string plain = schema::fold_value(name);
  replace_all(plain, "ي", "ی");
  replace_all(plain, "ك", "ک");
  return plain;
}

std::map<std::string, int> all_names() {
  constexpr std::int32_t kMonths = 12;
  std::map<std::string, int> numbers{{"امرداد", 5}, {"سنبله", 6}};
  for (const char* locale : {"fa", "fa_AF", "ps", "ckb_IR", "tg", "en"}) {
    UErrorCode error = U_ZERO_ERROR;
    const DateFormatSymbols symbols(icu::Locale(locale), "persian", error);
    std::int32_t count = 0;
    const icu::UnicodeString* const months =
        U_FAILURE(error) != 0 ? nullptr : symbols.getMonths(count, DateFormatSymbols::FORMAT, DateFormatSymbols::WIDE);
    for (std::int32_t i = 0; i < std::min(count, kMonths); ++i) {
      std::string text;
      numbers.try_emplace(plain_iranian(months[i].toUTF8String(text)), i + 1);
    }
  }
  return numbers;
}

}  // namespace

int iranian_month_number(std::string_view name) {
  static const std::map<std::string, int> numbers = all_names();
  const auto found = numbers.find(plain_iranian(name));
  return found == numbers.end() ? 0 : found->second;
}

}  // namespace nutgraf::read::dates
