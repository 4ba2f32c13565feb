// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/rtf.h"

#include <utility>

#include "indexer/read/office/rtf_body.h"

namespace nutgraf::read::office {

sandbox::Parsed parse_rtf(std::string_view bytes) {
  RtfBody body(bytes);
  std::vector<Paragraph> paragraphs = body.read();
  return {article_of(std::move(paragraphs), body.properties()), Skip::Empty};
}

}  // namespace nutgraf::read::office
