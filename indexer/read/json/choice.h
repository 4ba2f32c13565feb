// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/read/json/value.h"
#include "indexer/read/keys.h"

/// Which values of a JSON object fill which fields.
namespace nutgraf::read::json {

/// What a field takes.
struct Choice {
  std::vector<Value> values;  // several only where a path of --map met an array; empty: nothing
  std::size_t place = 0;      // of its key in the object; kNested if it lies deeper
  std::string_view holder;    // where it lies deeper: the key of the inner object that contains it,
  std::string_view member;    // and the key in there
  std::string_view key;       // the last key on the way to it
  int rank = 0;               // lower wins
  Standing standing = Standing::Own;
};
inline constexpr std::size_t kNested = static_cast<std::size_t>(-1);

struct Choices {
  std::array<Choice, kFieldCount> fields;
  std::vector<std::pair<std::string, Choice>> meta;  // asked for by --map, with their new names
  std::vector<std::size_t> mapped;                   // which of KeyPlan::map found a value
  std::string language;                              // of the record, else the default one; empty where unknown

  [[nodiscard]] const Choice& of(Field field) const { return fields.at(static_cast<std::size_t>(field)); }
};

/// By --map, else by the names of the keys, also of those inside a member that contains only fields (Guardian's
/// "fields", Elasticsearch's "_source"). A date that cannot be read counts only where there is no other.
[[nodiscard]] Choices choose(simdjson::dom::object object, const KeyPlan& keys);

/// Whether a key of `object` itself contains a text, a stand-in such as "description" not counted.
[[nodiscard]] bool has_own_text(simdjson::dom::object object, const KeyPlan& keys);

}  // namespace nutgraf::read::json
