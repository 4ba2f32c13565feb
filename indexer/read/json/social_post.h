// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

#include "indexer/read/json/record.h"
#include "indexer/read/sink.h"

/// What feeds and exports of social networks have in places of their own.
namespace nutgraf::read::json {

/// What a list of records says of all of them.
struct ListFacts {
  std::string source;
  std::string language;
  std::vector<std::string> authors;
};

/// Of a JSON Feed, or of a chat of Telegram.
[[nodiscard]] ListFacts facts_of_list(simdjson::dom::object list);

/// Fills what a record lacks.
void add_list_facts(const ListFacts& facts, ArticleRecord& record);

/// The chats in an export of all of them that Telegram made; empty for everything else.
[[nodiscard]] std::vector<simdjson::dom::object> chats_in(simdjson::dom::object object);

/// Whether this is a post of a page that Facebook exported: its text is in a list.
[[nodiscard]] bool is_page_post(simdjson::dom::object object);

/// The record inside an element of a list that wraps it in a way of its service's; nothing for all other elements.
[[nodiscard]] std::optional<simdjson::dom::object> wrapped_post(simdjson::dom::object element);

/// The id that YouTube gives to what it wraps so; empty for all other elements.
[[nodiscard]] std::string id_of_post(simdjson::dom::object element);

/// Why a record that is in order is no article: a message that someone joined, a picture without a word. Nothing for
/// what should be one.
[[nodiscard]] std::optional<Skip> why_no_post(simdjson::dom::object object, const FilledRecord& filled);

/// Fills what a post has in a place where no other record has it: the whole of a long tweet, the question of a poll,
/// the author's full name. What a service writes in the place of a text that was removed goes.
void complete_post(simdjson::dom::object object, FilledRecord& filled);

}  // namespace nutgraf::read::json
