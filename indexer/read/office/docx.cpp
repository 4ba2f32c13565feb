// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/docx.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/read/byte_source.h"
#include "indexer/read/office/compound_file.h"
#include "indexer/read/office/core_properties.h"
#include "indexer/read/office/docx_body.h"
#include "indexer/read/office/docx_styles.h"
#include "indexer/read/office/package.h"
#include "indexer/read/office/xml_stream.h"
#include "indexer/read/press/nexis.h"

namespace nutgraf::read::office {
namespace {

/// The parts that a part names, by the end of their type: "officeDocument", "styles", ...
std::map<std::string, std::string> related_parts(const Package& package, const std::string& part) {
  const std::size_t name = part.rfind('/') == std::string::npos ? 0 : part.rfind('/') + 1;
  std::map<std::string, std::string> related;
  const std::string_view xml = package.part(part.substr(0, name) + "_rels/" + part.substr(name) + ".rels");
  if (xml.empty()) {
    return related;
  }
  XmlStream stream(xml);
  for (auto event = stream.next(); event != XmlStream::Event::Finished; event = stream.next()) {
    if (event == XmlStream::Event::Begin && stream.name() == "Relationship" &&
        stream.attribute("TargetMode") != "External") {
      const std::string type = stream.attribute("Type");
      related.emplace(type.substr(type.rfind('/') + 1), resolved_path(part, stream.attribute("Target")));
    }
  }
  return related;
}

using Notes = std::map<std::string, std::vector<Paragraph>>;

Notes notes_of(std::string_view xml, const DocxStyles& styles) {
  return xml.empty() ? Notes{} : DocxBody(xml, styles).read_notes();
}

/// Where all that is above an article is centred, its title is told by being a heading.
std::vector<press::Paragraph> for_press(const std::vector<Paragraph>& paragraphs) {
  std::vector<press::Paragraph> converted;
  converted.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) {
    const Style& style = paragraph.style;
    const press::Alignment alignment = style.level > 0 ? press::Alignment::Left : style.alignment;
    converted.push_back({paragraph.text, style.weight, alignment, style.level});
  }
  return converted;
}

sandbox::Parsed from_nexis(const std::vector<press::Paragraph>& paragraphs) {
  return {press::split_nexis(paragraphs), Skip::NoArticle};
}

std::string part_of(const std::map<std::string, std::string>& related, const char* type, const char* otherwise) {
  const auto found = related.find(type);
  return found == related.end() ? otherwise : found->second;
}

std::vector<Paragraph> paragraphs_of(const Package& package, const std::string& main) {
  const auto related = related_parts(package, main);
  const DocxStyles styles(package.part(part_of(related, "styles", "word/styles.xml")));
  DocxBody body(package.part(main), styles);
  std::vector<Paragraph> paragraphs = body.read();
  Notes footnotes = notes_of(package.part(part_of(related, "footnotes", "word/footnotes.xml")), styles);
  Notes endnotes = notes_of(package.part(part_of(related, "endnotes", "word/endnotes.xml")), styles);
  for (const DocxBody::NoteReference& note : body.notes()) {
    std::vector<Paragraph>& found = (note.is_endnote ? endnotes : footnotes)[note.id];
    std::ranges::move(found, std::back_inserter(paragraphs));
    found.clear();
  }
  return paragraphs;
}

}  // namespace

sandbox::Parsed parse_docx(std::string_view bytes) {
  if (is_compound_file(bytes)) {
    throw Unreadable(is_encrypted_package(bytes) ? "it is encrypted: save a copy without a password"
                                                 : "it is a document of old Word: save it as DOCX");
  }
  const Package package(bytes);
  const auto related = related_parts(package, "");
  const std::string main = part_of(related, "officeDocument", "word/document.xml");
  if (package.part(main).empty()) {
    throw Unreadable("it is no document of Word: its main part is missing");
  }
  std::vector<Paragraph> paragraphs = paragraphs_of(package, main);
  const std::vector<press::Paragraph> exported = for_press(paragraphs);
  if (press::is_nexis(exported)) {
    return from_nexis(exported);
  }
  const Properties properties = core_properties(package.part(part_of(related, "core-properties", "docProps/core.xml")));
  return {article_of(std::move(paragraphs), properties), Skip::Empty};
}

}  // namespace nutgraf::read::office
