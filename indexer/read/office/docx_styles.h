// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/read/office/flow.h"

namespace nutgraf::read::office {

/// Whether a property with this value applies; without a value it does.
[[nodiscard]] bool is_on(const std::string& value);

/// The styles of paragraphs and characters in a DOCX by their ids, which differ by language; their names do not.
class DocxStyles {
 public:
  /// `xml` is the part styles.xml; it may be empty.
  explicit DocxStyles(std::string_view xml);

  /// Of the style with this id; else told by the id itself.
  [[nodiscard]] Style style(std::string_view id) const;
  /// Whether text in this style of a paragraph or of characters is hidden.
  [[nodiscard]] bool hides(const std::string& id) const;

 private:
  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, std::string> bases_;
  std::map<std::string, bool> hidden_;  // of the styles that say so themselves
};

}  // namespace nutgraf::read::office
