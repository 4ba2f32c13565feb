// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

/// Names of months and of days of the week, in full and short, in every form that CLDR has for the languages below.
namespace nutgraf::read::dates {

/// The number of a month's name: any case, accents and full stops or not, words separated by a space ("تشرين الأول");
/// also a beginning of at least three letters that only one month has. 0 if it is none, or where languages disagree
/// (listopad is October in Croatian, November in Polish) and `language` (ISO 639-1) decides nothing.
[[nodiscard]] int month_number(std::string_view name, std::string_view language = {});

/// The locales of ICU whose names are known, and those in which months are numbers.
[[nodiscard]] std::vector<const char*> locales_of_dates();

/// The number of a day of the week's name, of which Sunday is 1; 0 if it is none, or where languages disagree and
/// `language` decides nothing.
[[nodiscard]] int weekday_number(std::string_view name, std::string_view language = {});

/// Whether it also names a day of the week somewhere: "mar" is a Tuesday too.
[[nodiscard]] bool is_weekday(std::string_view name);

}  // namespace nutgraf::read::dates
