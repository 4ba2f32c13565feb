// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/language/names.h"
#include "core/language/nearest_language.h"
#include "core/schema/terms.h"
#include "query/bind/day_limits.h"
#include "query/bind/pattern_words.h"
#include "query/parse/field_name.h"

namespace nutgraf::bind {
namespace {

[[noreturn]] void refuse(const std::string& message, const std::string& advice) {
  throw Failure(ExitCode::Usage, message, advice);
}

Filter day_limit(const std::optional<DaySpan>& days, std::string typed) {
  if (!days) {
    refuse(fmt::format("{}: no such day", typed), fmt::format("it takes {}", kDayLimits));
  }
  return {*days, std::move(typed)};
}

DaySpan days_in(const schema::Field& field, std::string_view value, const std::string& typed) {
  const std::optional<DaySpan> days = read_days(field.kind, value);
  if (!days) {
    refuse(fmt::format("{}: \"{}\" is not a date or range of dates", typed, value), std::string(kDayAdvice));
  }
  if (!common_days(*days, *days)) {
    refuse(fmt::format("{}: no day is in a range that begins after it ends", typed), "write the earlier date first");
  }
  return *days;
}

bool is_language(const schema::Field& field) {
  return field.prefix == schema::kLanguagePrefix;
}

void require_language(std::string_view value, const std::string& typed) {
  if (language::find_language(value).empty()) {
    refuse(fmt::format("{}: there is no such language", typed),
           did_you_mean("", language::nearest_language(value)) +
               "type a code or a name: en, zh, German, Deutsch; und for articles of unknown language");
  }
}

}  // namespace

Filter since_filter(std::string_view value) {
  return day_limit(read_since(value, today()), fmt::format("--since {}", value));
}

Filter until_filter(std::string_view value) {
  return day_limit(read_until(value, today()), fmt::format("--until {}", value));
}

Filter field_filter(std::string_view name, std::string_view value, std::string typed) {
  const std::string spelling = parse::field_spelling(name);
  if (spelling.empty()) {
    refuse(fmt::format("{}: there is no field \"{}\"", typed, name),
           fmt::format("{}fields are {}; a key of the records is written meta.{}", parse::nearest_field(name),
                       schema::field_names(), name));
  }
  const schema::Field& field = *schema::find_field(spelling);
  if (field.prefix == schema::kDayPrefix) {
    const DaySpan days = days_in(field, value, typed);
    return {days, std::move(typed)};
  }
  if (is_language(field) && !holds_wildcards(value)) {
    require_language(value, typed);
  }
  return {FieldValue{&field, spelling, std::string(value)}, std::move(typed)};
}

void require_common_days(std::span<const Filter> filters) {
  for (const Filter& a : filters) {
    for (const Filter& b : filters) {
      const auto* const first = std::get_if<DaySpan>(&a.demand);
      const auto* const second = std::get_if<DaySpan>(&b.demand);
      if (first != nullptr && second != nullptr && !common_days(*first, *second)) {
        refuse(fmt::format("no day meets both {} and {}", a.typed, b.typed), "leave one of them out or change it");
      }
    }
  }
}

bool are_alternatives(const Filter& one, const Filter& other) {
  constexpr std::array<std::string_view, 5> kSingle = {schema::kSourcePrefix, schema::kLanguagePrefix,
                                                       schema::kSectionPrefix, schema::kHostPrefix, schema::kIdPrefix};
  const auto* const a = std::get_if<FieldValue>(&one.demand);
  const auto* const b = std::get_if<FieldValue>(&other.demand);
  return a != nullptr && b != nullptr && a->field == b->field &&
         std::ranges::find(kSingle, a->field->prefix) != kSingle.end();
}

std::string language_of(const Filter& filter) {
  const auto* const demand = std::get_if<FieldValue>(&filter.demand);
  const bool is_code = demand != nullptr && is_language(*demand->field) && !holds_wildcards(demand->value);
  return is_code ? language::find_language(demand->value) : std::string();
}

}  // namespace nutgraf::bind
