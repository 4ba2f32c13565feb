// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/article.h"

namespace nutgraf::read::text {

/// Reads the lines between a headline and the text that say who wrote it and when into `article`: up to four short
/// lines before an empty one, with a date that is all that its line says but for names. They stay in `text`; the line
/// above them is taken off it as the title where there is none yet. Else nothing is read.
void read_publication_lines(std::string_view& text, Article& article);

}  // namespace nutgraf::read::text
