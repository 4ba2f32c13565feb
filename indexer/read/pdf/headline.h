// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/read/pdf/paragraphs.h"

namespace nutgraf::read::pdf {

/// The type of a paragraph.
struct Type {
  enum class May : std::uint8_t { BeTitle, BeNone };
  enum class Face : std::uint8_t { Text, Own };  // bold, italic, or of another size than the text
  double size = 0;                               // of its largest line, in parts of the text's
  May may = May::BeNone;
  Face face = Face::Text;
};

/// Makes the paragraph of the largest type the title. The name of a newspaper is often larger than its first headline:
/// it becomes the masthead. A name of a person alone between the title and the text is the byline.
void name_title(Layout& layout, std::vector<Type> types);

}  // namespace nutgraf::read::pdf
