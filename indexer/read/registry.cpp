// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/registry.h"

#include <algorithm>
#include <array>

#include "indexer/read/csv/csv_reader.h"
#include "indexer/read/document_formats.h"
#include "indexer/read/html/page_reader.h"
#include "indexer/read/json/json_reader.h"
#include "indexer/read/json/shape.h"
#include "indexer/read/mail/mail_reader.h"
#include "indexer/read/press/europresse_page.h"
#include "indexer/read/press/factiva_page.h"
#include "indexer/read/press/nexis_reader.h"
#include "indexer/read/sgml/sgml_reader.h"
#include "indexer/read/text/text_reader.h"
#include "indexer/read/warc/warc_reader.h"
#include "indexer/read/xml/xml_reader.h"

namespace nutgraf::read {

namespace {

constexpr std::array kReaders = {
    Reader{"text", {"txt", "text", "md", "markdown"}, nullptr, text::read_text},
    Reader{"jsonl", {"jsonl", "ndjson", "jl", "jsonlines"}, nullptr, json::read_json_lines},
    Reader{"json", {"json"}, json::sniff_json, json::read_json},
    Reader{"nexis", {}, press::sniff_nexis, press::read_nexis},
    Reader{"factiva", {}, press::sniff_factiva, press::read_factiva},
    Reader{"europresse", {}, press::sniff_europresse, press::read_europresse},
    Reader{"eml", {"eml", "emlx"}, mail::sniff_eml, mail::read_eml},
    Reader{"mbox", {"mbox", "mbx"}, mail::sniff_mbox, mail::read_mbox},
    Reader{"html", {"html", "htm", "xhtml", "shtml"}, html::sniff_html, html::read_html},
    Reader{"mhtml", {"mhtml", "mht"}, html::sniff_mhtml, html::read_mhtml},
    Reader{"csv", {"csv"}, csv::sniff_csv, csv::read_csv},
    Reader{"tsv", {"tsv", "tab"}, nullptr, csv::read_tsv},
    Reader{"warc", {"warc", "wet"}, warc::sniff_warc, warc::read_warc},
    Reader{"sgml", {"sgml", "sgm", "trec"}, sgml::sniff_sgml, sgml::read_sgml},
    Reader{"xml", {"xml", "rss", "atom", "rdf", "nitf"}, xml::sniff_xml, xml::read_xml},
    Reader{"docx", {"docx"}, sniff_docx, read_docx},
    Reader{"odt", {"odt"}, sniff_odt, read_odt},
    Reader{"epub", {"epub"}, sniff_epub, read_epub},
    Reader{"rtf", {"rtf"}, sniff_rtf, read_rtf},
    Reader{"pdf", {"pdf"}, sniff_pdf, read_pdf},
};

template <typename Test>
const Reader* find_reader(const Test& test) {
  const auto* const found = std::find_if(kReaders.begin(), kReaders.end(), test);
  return found == kReaders.end() ? nullptr : found;
}

}  // namespace

std::span<const Reader> readers() {
  return kReaders;
}

const Reader* reader_named(std::string_view name) {
  return find_reader([name](const Reader& reader) { return reader.name == name; });
}

const Reader* reader_of_extension(std::string_view extension) {
  return find_reader([extension](const Reader& reader) { return reader.has_extension(extension); });
}

std::string reader_names() {
  std::string names;
  for (const Reader& reader : kReaders) {
    names += (names.empty() ? "" : ", ") + std::string(reader.name);
  }
  return names;
}

}  // namespace nutgraf::read
