// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/found_article.h"
#include "indexer/read/press/nexis.h"

/// What stands above the labelled lines of a Nexis article.
namespace nutgraf::read::press {

/// "Copyright 2010 ...", "(c) 2012 ...", "All Rights Reserved" and its translations.
[[nodiscard]] bool is_copyright(std::string_view line);

/// Reads a head in which a heading is the title and the centred line below it the source, as in Word files of the newer
/// site. What it says besides them and the day is metadata. False, and nothing is read, where it is another head.
bool read_headed(std::span<const Paragraph> head, FoundArticle& found);

/// Source, day, edition and title, in any of their orders. The first bold paragraph before a source and a day that
/// stand below it is the title; else what is not centred, else what follows the day. What is left over is returned: it
/// belongs to the text. The language of the record must be known before.
[[nodiscard]] std::vector<std::string> read_head(std::span<const Paragraph> head, FoundArticle& found);

}  // namespace nutgraf::read::press
