// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/office/flow.h"
#include "indexer/read/office/xml_stream.h"

namespace nutgraf::read::office {

/// The text of content.xml in an ODT, notes behind it; without what was deleted while changes were tracked, comments,
/// and tables of contents.
class OdtBody {
 public:
  explicit OdtBody(std::string_view xml) : stream_(xml) {}
  [[nodiscard]] std::vector<Paragraph> read();

 private:
  void begin();
  void end();
  void begin_paragraph();

  XmlStream stream_;
  Flow flow_;
  std::vector<Style> open_;                     // of the paragraphs that are open, the innermost last
  std::map<std::string, std::string> parents_;  // of automatic styles
  std::vector<Paragraph> notes_;
  std::vector<Flow> outer_;  // while a note is read
  bool in_body_ = false;
};

}  // namespace nutgraf::read::office
