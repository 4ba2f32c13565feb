// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/read/keys.h"
#include "indexer/read/sink.h"

namespace nutgraf::read::json {

struct FilledRecord {
  Article article;
  std::string why_no_text;          // not empty if there is neither text nor title
  std::optional<Skip> why_no_post;  // a record that is in order, but no article
  std::vector<std::size_t> mapped;  // which of KeyPlan::map found a value
};

/// An article from a JSON object, by `keys` and else by the names of its keys; what fills no field is metadata.
[[nodiscard]] FilledRecord read_record(simdjson::dom::object object, const KeyPlan& keys);

/// The array of records inside an object such as {"status": "ok", "articles": [...]} or {"response": {"results":
/// [...]}}; nothing if the object has text of its own or no such array.
[[nodiscard]] std::optional<simdjson::dom::array> wrapped_records(simdjson::dom::object object, const KeyPlan& keys);

/// The record that an element of such an array is, or contains: {"kind": "t3", "data": {...}}.
[[nodiscard]] simdjson::dom::object record_in(simdjson::dom::object element, const KeyPlan& keys);

/// Whether an object that is no article itself is the answer of a service that found none: {"status": "ok",
/// "articles": []}.
[[nodiscard]] bool lists_no_records(simdjson::dom::object object);

}  // namespace nutgraf::read::json
