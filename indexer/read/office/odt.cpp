// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/odt.h"

#include <utility>

#include "indexer/read/byte_source.h"
#include "indexer/read/office/core_properties.h"
#include "indexer/read/office/odt_body.h"
#include "indexer/read/office/odt_styles.h"
#include "indexer/read/office/package.h"

namespace nutgraf::read::office {

sandbox::Parsed parse_odt(std::string_view bytes) {
  const Package package(bytes);
  if (package.part("META-INF/manifest.xml").find(":encryption-data") != std::string_view::npos) {
    throw Unreadable("it is encrypted: save a copy without a password");
  }
  const std::string_view content = package.part("content.xml");
  if (content.empty()) {
    throw Unreadable("it is no OpenDocument text: its content is missing");
  }
  OdtStyles styles;
  styles.read(package.part("styles.xml"));
  styles.read(content);
  std::vector<Paragraph> paragraphs = OdtBody(content, styles).read();
  return {article_of(std::move(paragraphs), core_properties(package.part("meta.xml"))), Skip::Empty};
}

}  // namespace nutgraf::read::office
