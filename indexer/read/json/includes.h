// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <map>
#include <string_view>

#include "indexer/read/json/record.h"

namespace nutgraf::read::json {

/// What an answer of Twitter's second interface has beside its posts, under `includes`: the accounts that wrote them
/// and the posts that they repeat. It points into the answer.
class Includes {
 public:
  explicit Includes(simdjson::dom::object answer);

  /// Fills in the name of the author, and the whole of a post that is repeated, of which the repeating one has the
  /// first 140 characters.
  void complete(simdjson::dom::object post, FilledRecord& filled) const;

 private:
  std::map<std::string_view, std::string_view> names_;  // of accounts, by id
  std::map<std::string_view, std::string_view> texts_;  // of posts, by id
};

}  // namespace nutgraf::read::json
