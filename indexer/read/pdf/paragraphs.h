// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/read/office/flow.h"
#include "indexer/read/pdf/lines.h"

namespace nutgraf::read::pdf {

struct Layout {
  std::vector<office::Paragraph> paragraphs;
  std::string masthead;  // the name of the newspaper over its first headline; it is no paragraph
};

/// Lines as paragraphs: a gap, an indent, another size of type, or a short line with a sentence's end part them. A
/// sentence that breaks off at the end of a column or a page goes on in the next. Lines of a paragraph keep their line
/// ends; a word cut at one is joined where the document has it whole elsewhere. The largest type on the first page, if
/// it is larger than the text and no masthead, is the title.
[[nodiscard]] Layout paragraphs_of(const std::vector<Page>& pages);

}  // namespace nutgraf::read::pdf
