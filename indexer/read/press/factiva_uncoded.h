// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/found_article.h"
#include "indexer/read/html/dom.h"

namespace nutgraf::read::press {

/// The article in an element of a Factiva page without field codes. Its fields have no names, only an order: section,
/// headline, authors, words, day, time, source, its code, ..., language, copyright; then the paragraphs. What cannot be
/// told apart in it is metadata. Its language must be known before, as far as it is.
void read_uncoded(const html::Dom& dom, html::NodeIndex element, FoundArticle& found);

}  // namespace nutgraf::read::press
