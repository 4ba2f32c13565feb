// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/found_article.h"
#include "indexer/read/xml/element.h"

namespace nutgraf::read::xml {

/// What an `nitf` element says of its article, into the fields that `found` does not have yet.
void read_nitf(const Element& nitf, FoundArticle& found);

}  // namespace nutgraf::read::xml
