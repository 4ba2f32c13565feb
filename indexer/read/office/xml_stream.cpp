// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/xml_stream.h"

#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include <limits>
#include <utility>

#include "indexer/read/byte_source.h"

namespace nutgraf::read::office {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

xmlTextReader* open_reader(std::string_view xml) {
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw Unreadable("a part of it is larger than 2 GB");
  }
  return xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions);
}

}  // namespace

XmlStream::XmlStream(std::string_view xml) : reader_(open_reader(xml), xmlFreeTextReader) {
  if (reader_ == nullptr) {
    throw Unreadable("it is damaged: a part of it is no XML");
  }
}

XmlStream::Event XmlStream::next() {
  if (std::exchange(end_is_due_, false)) {
    return Event::End;
  }
  while (true) {
    const int read = xmlTextReaderRead(reader_.get());
    if (read == 0) {
      return Event::Finished;
    }
    if (read < 0) {
      throw Unreadable(fmt::format("a part of it is damaged XML, or nested or long beyond measure, at line {}",
                                   xmlTextReaderGetParserLineNumber(reader_.get())));
    }
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_ELEMENT:
        end_is_due_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        return Event::Begin;
      case XML_READER_TYPE_END_ELEMENT:
        return Event::End;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return Event::Text;
      default:
        break;
    }
  }
}

std::string_view XmlStream::name() const {
  return view(xmlTextReaderConstLocalName(reader_.get()));
}

std::string_view XmlStream::space() const {
  return view(xmlTextReaderConstNamespaceUri(reader_.get()));
}

std::string_view XmlStream::text() const {
  return view(xmlTextReaderConstValue(reader_.get()));
}

std::string XmlStream::attribute(std::string_view name) const {
  std::string value;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader_.get()); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader_.get())) {
    if (view(xmlTextReaderConstLocalName(reader_.get())) == name) {
      value = view(xmlTextReaderConstValue(reader_.get()));
      break;
    }
  }
  xmlTextReaderMoveToElement(reader_.get());
  return value;
}

void XmlStream::skip() {
  int depth = 1;
  while (depth > 0) {
    switch (next()) {
      case Event::Begin:
        ++depth;
        break;
      case Event::End:
        --depth;
        break;
      case Event::Text:
        break;
      case Event::Finished:
        return;
    }
  }
}

}  // namespace nutgraf::read::office
