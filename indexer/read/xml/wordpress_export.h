// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/found_article.h"
#include "indexer/read/xml/element.h"
#include "indexer/read/xml/vocabulary.h"

/// A site that WordPress exported: RSS with elements of its own.
namespace nutgraf::read::xml::wordpress {

/// Whether it is something else than a text: a picture, a menu, an earlier state of a post.
[[nodiscard]] bool is_no_post(const Element& item);

/// The text of an article that WordPress exported or a site offers. An export has texts of the classic editor as they
/// were typed, line ends for paragraphs, which WordPress marks up only when it shows them; those of the block editor
/// say so in comments.
[[nodiscard]] std::string encoded_text(const Element& item, const Element& encoded);

/// The day and time of the site, empty where it was not published; nothing where the item is from no export. The
/// pubDate beside it may be the next day, or 1970.
[[nodiscard]] std::optional<std::string> post_date(const Element& item);

/// The names that the site shows for the accounts in record.authors, or those of several authors that a plugin keeps as
/// categories.
void show_authors(const Element& item, const Outer& outer, ArticleRecord& record);

/// Whether a category is one of those.
[[nodiscard]] bool is_author(const Element& category);

}  // namespace nutgraf::read::xml::wordpress
