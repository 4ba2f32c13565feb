// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/office/flow.h"
#include "indexer/read/office/odt_styles.h"
#include "indexer/read/office/xml_stream.h"

namespace nutgraf::read::office {

/// The text of content.xml in an ODT, notes behind it; without what was deleted while changes were tracked, comments,
/// hidden text and tables of contents.
class OdtBody {
 public:
  OdtBody(std::string_view xml, const OdtStyles& styles) : stream_(xml), styles_(styles) {}
  [[nodiscard]] std::vector<Paragraph> read();

 private:
  void begin();
  void end();
  void begin_content(std::string_view name);
  void begin_paragraph();
  void begin_text(const std::string& family);
  void add(std::string_view text);

  XmlStream stream_;
  Flow flow_;
  const OdtStyles& styles_;
  std::vector<Style> open_;   // of the paragraphs that are open, the innermost last
  std::vector<bool> hidden_;  // whether the text of the paragraphs and spans that are open is
  std::vector<Paragraph> notes_;
  std::vector<Flow> outer_;  // while a note is read
  bool in_body_ = false;
};

}  // namespace nutgraf::read::office
