// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/found_article.h"
#include "indexer/read/office/flow.h"

namespace nutgraf::read::office {

/// What an office document says of itself, as written there.
struct Properties {
  std::string title;
  std::string author;
  std::string created;
  std::string modified;
  std::string language;
  std::string description;
  std::string keywords;
  std::string section;  // what it calls category or subject
  std::string source;   // the newspaper whose name its first page has over the title
  std::vector<std::string> running_heads;
};

/// An article of a document's paragraphs. The title is a paragraph that its style or the properties call so, else a
/// heading that the text begins with, else a first line that looks like one. A date in the head of the text comes
/// before that of creation, and so do names. No article has neither text nor title: then there is none. Throws
/// Unreadable for several articles of a press database.
[[nodiscard]] std::vector<FoundArticle> article_of(std::vector<Paragraph> paragraphs, const Properties& properties);

/// Whether a document's author is a person rather than the name of a program or an account.
[[nodiscard]] bool is_author(std::string_view name);

/// Whether a document's title was written by a person: no name of a file, of a program, no "Untitled".
[[nodiscard]] bool is_title_property(std::string_view title);

}  // namespace nutgraf::read::office
