// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/read/read_options.h"

namespace nutgraf::build {

/// Cuts what surrounds an article in the text of its page, and forms in it, unless boilerplate is kept. Its record says
/// what was cut.
void trim_page(Article& article, const read::ReadOptions& options);

/// Cleans the title, authors and text of an article whose page is trimmed, and settles its language: declared by the
/// record, else by the options, else detected. Its record says what was cut. The same for build, update and preview.
void prepare(Article& article, const read::ReadOptions& options);

/// Takes the marks of pages out of the passages of an article; on which pages they begin, none where it has no pages.
[[nodiscard]] std::vector<std::uint32_t> take_pages(const ArticleRecord& record, std::vector<std::string>& passages);

}  // namespace nutgraf::build
