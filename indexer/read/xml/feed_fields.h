// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/read/found_article.h"
#include "indexer/read/xml/element.h"

/// What RSS and Atom have in common.
namespace nutgraf::read::xml {

// Parts of the addresses of namespaces.
inline constexpr std::string_view kAtomSpace = "w3.org/2005/atom";
inline constexpr std::string_view kDublinCore = "purl.org/dc/";
inline constexpr std::string_view kPodcast = "itunes.com/dtds/podcast";

/// A field of RSS, in which nothing tells whether it is HTML, or HTML that was escaped twice, or text.
[[nodiscard]] std::string text_of_rss(const Element* field);

/// A name, which WordPress escapes once more: <![CDATA[Arts &amp; Culture]]>.
[[nodiscard]] std::string name_in(const Element* field);

/// "jane@example.com (Jane Roe)" and "Jane Roe (mailto:jane@example.com)" are Jane Roe. Where no author has a name, an
/// address is metadata.
void add_authors(ArticleRecord& record, std::string_view text);

/// What a picture, video or recording is said to show; the text of an item that has no other.
[[nodiscard]] std::string media_text(const Element& item);

/// What is left of an item once its fields are taken, as metadata: elements that hold nothing but text. Those of one
/// name are a JSON array.
void add_rest(const Element& item, std::span<const std::string_view> taken, ArticleRecord& record);

}  // namespace nutgraf::read::xml
