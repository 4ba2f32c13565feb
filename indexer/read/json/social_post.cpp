// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/social_post.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/json/lookup.h"
#include "indexer/read/json/value.h"
#include "indexer/read/people.h"

namespace nutgraf::read::json {
namespace {

using Object = simdjson::dom::object;

bool holds(Object object, std::string_view key) {
  Value value;
  return object.at_key(key).get(value) == simdjson::SUCCESS && !is_nothing(value);
}

bool is_chat(Object object) {
  simdjson::dom::array messages;
  return object.at_key("messages").get(messages) == simdjson::SUCCESS && object["type"].is_string();
}

/// Of a message of Telegram, in which every part has a text of its own.
bool is_message(Object object) {
  simdjson::dom::array entities;
  return plain_at(object, "type") == "message" && object.at_key("text_entities").get(entities) == simdjson::SUCCESS;
}

/// The question and its answers, each a line.
std::string text_of_poll(Object poll) {
  std::string text(plain_at(poll, "question"));
  for (const Object answer : objects_at(poll, "answers")) {
    text.append(text.empty() ? "" : "\n").append(plain_at(answer, "text"));
  }
  return text;
}

/// The posts of a page that Facebook exported.
std::string text_of_page(Object object) {
  std::string text;
  for (const Object part : objects_at(object, "data")) {
    const std::string_view post = plain_at(part, "post");
    text.append(text.empty() || post.empty() ? "" : "\n\n").append(post);
  }
  return text;
}

/// What CrowdTangle and Telethon call a message. In records of other programs a message is mostly one of the program.
std::string text_of_message(Object object) {
  const bool telethon = plain_at(object, "_") == "Message";
  return std::string(telethon                     ? plain_at(object, "message")
                     : holds(object, "Page Name") ? plain_at(object, "Message")
                                                  : std::string_view());
}

/// Where the text that a record calls its text is not all there is, or none.
std::string own_text(Object object, const FilledRecord& filled) {
  if (std::string message = text_of_message(object); !message.empty()) {
    return message;
  }
  if (const auto extended = object_at(object, "extended_tweet")) {
    return std::string(plain_at(*extended, "full_text"));
  }
  if (!filled.article.text.empty()) {
    return {};
  }
  const auto poll = object_at(object, "poll");
  return poll ? text_of_poll(*poll) : text_of_page(object);
}

/// The name that an account shows, else that of the account.
std::string name_of_account(Object object) {
  constexpr auto kAccounts = std::to_array<std::string_view>({"account", "user"});
  constexpr auto kNames =
      std::to_array<std::string_view>({"display_name", "displayname", "name", "acct", "screen_name"});
  for (const std::string_view key : kAccounts) {
    const auto account = object_at(object, key);
    for (const std::string_view name : kNames) {
      if (account && !plain_at(*account, name).empty()) {
        return std::string(plain_at(*account, name));
      }
    }
  }
  return std::string(plain_at(object, "authorDisplayName"));
}

bool is_removed(std::string_view text) {
  return text == "[removed]" || text == "[deleted]";
}

}  // namespace

ListFacts facts_of_list(Object list) {
  ListFacts facts;
  if (plain_at(list, "version").find("://jsonfeed.org/") != std::string_view::npos) {
    facts.source = plain_at(list, "title");
    facts.language = language_code(plain_at(list, "language"));
    for (const Object author : objects_at(list, "authors")) {
      facts.authors.emplace_back(plain_at(author, "name"));
    }
    if (const auto author = object_at(list, "author")) {  // of the first version
      facts.authors.emplace_back(plain_at(*author, "name"));
    }
    std::erase(facts.authors, std::string());
  } else if (is_chat(list)) {
    facts.source = plain_at(list, "name");
  }
  return facts;
}

void add_list_facts(const ListFacts& facts, ArticleRecord& record) {
  record.source = record.source.empty() ? facts.source : record.source;
  record.language = record.language.empty() ? facts.language : record.language;
  record.authors = record.authors.empty() ? facts.authors : record.authors;
}

std::vector<Object> chats_in(Object object) {
  constexpr auto kLists = std::to_array<std::string_view>({"chats", "left_chats"});
  std::vector<Object> chats;
  for (const std::string_view key : kLists) {
    if (const auto holder = object_at(object, key)) {
      std::ranges::copy_if(objects_at(*holder, "list"), std::back_inserter(chats), is_chat);
    }
  }
  return chats;
}

bool is_page_post(Object object) {
  return holds(object, "timestamp") && !text_of_page(object).empty();
}

std::optional<Object> wrapped_post(Object element) {
  const auto snippet = object_at(element, "snippet");
  if (!snippet || !plain_at(element, "kind").starts_with("youtube#")) {
    return std::nullopt;
  }
  const auto comment = object_at(*snippet, "topLevelComment");
  const auto inner = comment ? object_at(*comment, "snippet") : std::nullopt;
  return inner ? inner : snippet;
}

std::string id_of_post(Object element) {
  if (!wrapped_post(element)) {
    return {};
  }
  const auto id = object_at(element, "id");
  return std::string(id ? plain_at(*id, "videoId") : plain_at(element, "id"));
}

std::optional<Skip> why_no_post(Object object, const FilledRecord& filled) {
  const std::string_view type = plain_at(object, "type");
  const bool service = type == "service" && holds(object, "action") && holds(object, "actor");
  const bool joined = type == "message" && plain_at(object, "subtype").starts_with("channel_") && holds(object, "ts");
  const bool boost = type == "Announce" && holds(object, "actor") && holds(object, "object");
  const bool action = plain_at(object, "_") == "MessageService";
  const bool account = holds(object, "username") && holds(object, "public_metrics") && !holds(object, "text");
  if (service || joined || boost || action || account) {
    return Skip::NoArticle;
  }
  const bool removed = is_removed(plain_at(object, "selftext")) || is_removed(plain_at(object, "body"));
  return !filled.why_no_text.empty() && (is_message(object) || removed) ? std::optional(Skip::Empty) : std::nullopt;
}

void complete_post(Object object, FilledRecord& filled) {
  Article& article = filled.article;
  article.text = is_removed(article.text) ? std::string() : article.text;
  if (std::string text = own_text(object, filled); !text.empty()) {
    if (!article.text.empty() && !text_of_message(object).empty()) {
      article.record.meta.emplace_back("description", article.text);
    }
    article.text = std::move(text);
  }
  const bool old_tweet = holds(object, "id_str") && plain_at(object, "source").starts_with("<a ");
  const bool tweet = holds(object, "author_id") && holds(object, "conversation_id");
  if ((old_tweet || tweet) && !article.record.source.empty()) {  // the program that it came from
    article.record.meta.emplace_back("source", std::exchange(article.record.source, {}));
  }
  if (!plain_at(object, "tweet").empty() && !plain_at(object, "name").empty()) {  // of Twint, beside the account's name
    article.record.authors.assign(1, std::string(plain_at(object, "name")));
  }
  if (article.record.authors.empty()) {
    article.record.authors.push_back(name_of_account(object));
    std::erase(article.record.authors, std::string());
  }
}

}  // namespace nutgraf::read::json
