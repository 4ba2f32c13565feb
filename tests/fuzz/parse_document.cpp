// SPDX-License-Identifier: GPL-2.0-or-later
// The parsers of documents, each for the inputs that begin as its documents do, and for the XML inside them: no crash,
// and what they give is valid UTF-8 without NUL or CR.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/office/docx_body.h"
#include "indexer/read/office/odt_body.h"
#include "indexer/read/parsers.h"

namespace {

using namespace nutgraf;

void check(std::string_view text) {
  if (!utf8::is_valid(text) || text.find('\0') != std::string_view::npos || text.find('\r') != std::string_view::npos) {
    std::abort();
  }
}

void check(const std::vector<read::office::Paragraph>& paragraphs) {
  for (const read::office::Paragraph& paragraph : paragraphs) {
    check(paragraph.text);
  }
}

/// Whether the parser is to be tried: all are, unless NUTGRAF_FUZZ_READER names one.
bool wanted(std::string_view parser) {
  static const char* const only = std::getenv("NUTGRAF_FUZZ_READER");
  return only == nullptr || parser == only;
}

bool begins_as(std::string_view bytes, std::string_view parser) {
  const std::string_view mark = parser == "rtf" ? "{\\rtf" : parser == "pdf" ? "%PDF-" : "PK";
  return bytes.starts_with(mark);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (bytes.starts_with('<')) {
      const read::office::DocxStyles styles(bytes);
      check(read::office::DocxBody(bytes, styles).read());
      read::office::OdtStyles odt_styles;
      odt_styles.read(bytes);
      check(read::office::OdtBody(bytes, odt_styles).read());
    }
    for (const read::sandbox::Parser& parser : read::parsers()) {
      if (wanted(parser.name) && begins_as(bytes, parser.name)) {
        for (const read::FoundArticle& found : parser.parse(bytes).articles) {
          check(found.article.text);
          check(found.article.record.title);
        }
      }
    }
  } catch (const read::Unreadable&) {
  }
  return 0;
}
