// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/detect.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>

using namespace nutgraf::read;

namespace {

/// The name of the reader, or why there is none.
std::string_view detected(std::string_view front, const char* name, std::string_view forced = {}) {
  Document document;
  document.name = name;
  const auto found = detect_reader(front, document, forced);
  const auto* const reader = std::get_if<const Reader*>(&found);
  return reader != nullptr ? (*reader)->name : name_of(std::get<Skip>(found));
}

}  // namespace

TEST_CASE("readers are told by content and name") {
  using namespace std::string_literals;
  struct Row {
    std::string front;
    const char* name;
    std::string_view expected;
  };
  const Row rows[] = {
      {"The river rose.", "a.txt", "text"},
      {"The river rose.", "README", "text"},
      {"The river rose.", "a.unknown", "text"},
      {"# River", "a.md", "text"},
      {"{\"text\": \"x\"}\n", "a.jsonl", "jsonl"},
      {"{\"text\": \"x\"}\n{\"text\": \"y\"}", "a.json", "json"},
      {"{\"text\": \"x}\n{\"text\": \"y\"}", "a.json", "json"},  // first line broken
      {"{\n  \"text\": \"x\"\n}", "a.json", "json"},
      {"[\n{\"text\": \"x\"}]", "a.json", "json"},
      {"[{\"text\": \"x\"}]", "a.jsonl", "jsonl"},
      {"{\"text\": \"x\"}\n{\"text\": \"y\"}\n", "a", "json"},
      {"{\"text\": \"x\"}\n{\"text\": \"y\"}\n", "a.txt", "jsonl"},
      {"{\"text\": \"x\"}\n", "a.txt", "text"},
      {"{\"text\": \"x\"}\nis how a record looks.\n", "a.txt", "text"},
      {"{\"text\": \"x\"}\n", "a", "json"},
      {"[{\"text\": \"x\"}]", "a.dat", "json"},
      {"{\"text\": \"x\"}\n", "a.txt", "text"},
      {"{ curly }", "a", "text"},
      {"a,b\n1,2\n", "a.csv", "csv"},
      {"<html><body>", "a", "html"},
      {"<!DOCTYPE html>", "a.php", "html"},
      {"<?xml version=\"1.0\"?><!-- x --><html>", "a.xml", "html"},
      {"<?xml version=\"1.0\"?><news>", "a", "xml"},
      {"<?xml version=\"1.0\"?><news>", "a.svg", "no reader yet"},
      {"<!-- x --><rss version=\"2.0\">", "a.txt", "xml"},
      {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", "a", "xml"},
      {"<DOC>\n<DOCNO>1</DOCNO>", "ap890101", "sgml"},
      {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">", "a.txt", "sgml"},
      {"1 of 2 DOCUMENTS\n\nFerry\n\nLENGTH: 2 words\n\nIt rose.", "a.txt", "nexis"},
      {"<html><head><title>Factiva</title>", "a.html", "factiva"},
      {"<html><!-- europresse --><span class=\"DocPublicationName\">", "a.html", "europresse"},
      {"<p>One.</p>", "a.html", "html"},
      {"b'<!DOCTYPE html>\\n'", "a.txt", "html"},
      {"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "a", "mhtml"},
      {"<svg>", "a", "text"},
      {"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a.txt", "warc"},
      {"filedesc://a.arc 0.0.0.0", "a.dat", "warc"},
      {"title,text\nRain,One.\nSun,Two.\n", "a.txt", "csv"},
      {"Text, date and place\n\nare told, by hand.\n", "a.txt", "text"},
      {"%PDF-1.4 \x01\x02", "a.pdf", "pdf"},
      {"%PDF-1.4 \x01\x02", "a", "pdf"},
      {"{\\rtf1\\ansi x}", "a.doc", "rtf"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "a.docx", "docx"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "a.doc", "no reader yet"},
      {"From: a@b.c\nTo: d@e.f\nSubject: x\n\nText.", "a", "eml"},
      {"From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nText.", "a", "eml"},
      {"From: <Saved by Blink>\nSnapshot-Content-Location: x\nSubject: x\nDate: y\nMIME-Version: 1.0\n"
       "Content-Type: multipart/related\n\nText.",
       "a", "mhtml"},
      {"From a@b.c Mon Jun 19 10:22:33 2023\nSubject: x\n\nText.", "a", "mbox"},
      {"From here on it fell.", "a", "text"},
      {"\x89PNG\r\n\x1A\n\0\0"s, "a.png", "binary"},
      {"\x01\x02\x03\x04 abc", "a.txt", "binary"},
      {std::string(500, '\0'), "a.txt", "binary"},
      {"The river\0 rose."s, "a.txt", "text"},
      {"\xFF\xFEr\0i\0v\0e\0r\0"s, "a.txt", "text"},
      {"\xFF\xFE{\0\"\0t\0\"\0:\0\"\0x\0\"\0}\0"s, "a.jsonl", "jsonl"},
      {"", "a.txt", "empty"},
      {" \n\n", "a.jsonl", "empty"},
      {"\xEF\xBB\xBF", "a.txt", "empty"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.front);
    CHECK(detected(row.front, row.name) == row.expected);
  }
}

TEST_CASE("--format decides whatever the name") {
  CHECK(detected("<html>", "a.html", "text") == "text");
  CHECK(detected("{\"a\":1}", "a.log", "jsonl") == "jsonl");
  CHECK(detected("{\"a\":1}", "a.jsonl", "text") == "text");
  CHECK(detected("{\n\"a\":1}", "a.log", "json") == "json");
  CHECK(detected("PAR1", "a.txt", "text") == "no reader yet");
  CHECK(detected("%PDF-1.4", "a.txt", "text") == "text");
}
