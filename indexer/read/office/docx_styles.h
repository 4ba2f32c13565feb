// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/read/office/flow.h"

namespace nutgraf::read::office {

/// The styles of paragraphs in a DOCX by their ids, which differ by language; their names do not.
class DocxStyles {
 public:
  /// `xml` is the part styles.xml; it may be empty.
  explicit DocxStyles(std::string_view xml);

  /// Of the style with this id; else told by the id itself.
  [[nodiscard]] Style style(std::string_view id) const;

 private:
  std::map<std::string, Style, std::less<>> styles_;
};

}  // namespace nutgraf::read::office
