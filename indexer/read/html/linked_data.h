// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/dom.h"

namespace nutgraf::read::html {

/// Whether a page is for all readers; what it does not say is Open.
enum class Access : std::uint8_t { Open, Paid };

/// What the JSON-LD of a page (schema.org) says of its article. Values are as written, entities decoded; empty where
/// nothing is said.
struct LinkedArticle {
  std::string headline;
  std::string body;
  std::string published;
  std::string created;
  std::string modified;
  std::string publisher;
  std::string url;
  std::string language;
  std::vector<std::string> sections;
  std::string description;
  Access access = Access::Open;
  std::vector<std::string> authors;
  std::vector<std::string> organizations;  // those of the authors that are called so, or are a site's administrator
  std::vector<std::string> keywords;
};

/// Reads every script of the type application/ld+json, `@graph` and references by `@id` included. Of several articles
/// the one whose headline is a main heading of the page counts, else the first; what it lacks is taken from the page's
/// own entry (WebPage), if there is one.
[[nodiscard]] LinkedArticle read_linked_data(const Dom& dom);

}  // namespace nutgraf::read::html
