// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "core/schema/fields.h"
#include "query/bind/day_filter.h"

/// What --since --until --source --lang --where demand of an article, read before any index is opened.
namespace nutgraf::bind {

/// A value of a field whose values are not days.
struct FieldValue {
  const schema::Field* field = nullptr;
  std::string name;   // of the field in the query language; meta.KEY has its key
  std::string value;  // as typed
};

struct Filter {
  std::variant<DaySpan, FieldValue> demand;
  std::string typed;  // the option with its value, for messages: --where tag=x
};

/// Values of --since and --until. Throw Failure(Usage) for what names no day.
[[nodiscard]] Filter since_filter(std::string_view value);
[[nodiscard]] Filter until_filter(std::string_view value);

/// A field, its name in any case, and a value; `typed` is the option for messages. Throws Failure(Usage): no such
/// field, language or day.
[[nodiscard]] Filter field_filter(std::string_view name, std::string_view value, std::string typed);

/// Throws Failure(Usage) where no day meets two of them.
void require_common_days(std::span<const Filter> filters);

/// Are both about one field of which an article has a single value, as two sources? Either of them is meant then.
[[nodiscard]] bool are_alternatives(const Filter& one, const Filter& other);

/// The code of the language that the filter demands; empty where it demands none, or any that matches a pattern.
[[nodiscard]] std::string language_of(const Filter& filter);

}  // namespace nutgraf::bind
