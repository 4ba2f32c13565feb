// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/parsers.h"

#include <array>

#include "indexer/read/office/docx.h"
#include "indexer/read/office/epub.h"
#include "indexer/read/office/odt.h"
#include "indexer/read/office/rtf.h"
#include "indexer/read/pdf/pdf.h"

namespace nutgraf::read {

std::span<const sandbox::Parser> parsers() {
  static constexpr std::array kParsers = {
      sandbox::Parser{"docx", office::parse_docx}, sandbox::Parser{"odt", office::parse_odt},
      sandbox::Parser{"epub", office::parse_epub}, sandbox::Parser{"rtf", office::parse_rtf},
      sandbox::Parser{"pdf", pdf::parse_pdf},
  };
  return kParsers;
}

}  // namespace nutgraf::read
