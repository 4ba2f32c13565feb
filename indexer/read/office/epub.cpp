// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/epub.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/encoding.h"
#include "indexer/read/html/charset.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/clean_lines.h"
#include "indexer/read/office/flow.h"
#include "indexer/read/office/package.h"
#include "indexer/read/office/xml_stream.h"
#include "indexer/read/people.h"

namespace nutgraf::read::office {
namespace {

using Event = XmlStream::Event;

/// What a book says of itself, and its chapters.
struct Opf {
  std::map<std::string, std::vector<std::string>> metadata;  // by element: "title", "creator", ...
  std::map<std::string, std::string> files;                  // paths by id; without the table of contents
  std::vector<std::string> spine;                            // ids in reading order

  [[nodiscard]] std::string first(const std::string& element) const {
    const auto found = metadata.find(element);
    return found == metadata.end() ? std::string() : found->second.front();
  }
};

Opf read_opf(std::string_view xml, const std::string& path) {
  Opf opf;
  XmlStream stream(xml);
  std::string text;
  bool in_metadata = false;
  for (Event event = stream.next(); event != Event::Finished; event = stream.next()) {
    const std::string name(event == Event::Text ? std::string_view{} : stream.name());
    in_metadata = name == "metadata" ? event == Event::Begin : in_metadata;
    if (event == Event::Text) {
      text += stream.text();
    } else if (event == Event::Begin) {
      text.clear();
      if (name == "item" && stream.attribute("properties").find("nav") == std::string::npos) {
        opf.files[stream.attribute("id")] = resolved_path(path, stream.attribute("href"));
      } else if (name == "itemref") {
        opf.spine.push_back(stream.attribute("idref"));
      }
    } else if (in_metadata && !ascii::trimmed(text).empty()) {
      opf.metadata[name].push_back(tidy_lines(text));
      text.clear();
    }
  }
  return opf;
}

std::string root_file(const Package& package) {
  const std::string_view container = package.part("META-INF/container.xml");
  if (!container.empty()) {
    XmlStream stream(container);
    for (Event event = stream.next(); event != Event::Finished; event = stream.next()) {
      if (event == Event::Begin && stream.name() == "rootfile") {
        return resolved_path("", stream.attribute("full-path"));
      }
    }
  }
  throw Unreadable("it is no EPUB: nothing names its chapters");
}

/// Fonts may be scrambled in a book that anyone can read.
bool is_encrypted(const Package& package) {
  const std::string_view list = package.part("META-INF/encryption.xml");
  if (list.empty()) {
    return false;
  }
  XmlStream stream(list);
  for (Event event = stream.next(); event != Event::Finished; event = stream.next()) {
    if (event == Event::Begin && stream.name() == "CipherReference") {
      const std::string file = ascii::lowered(stream.attribute("URI"));
      if (file.ends_with("html") || file.ends_with(".htm") || file.ends_with(".xml")) {
        return true;
      }
    }
  }
  return false;
}

std::string chapter_text(const std::string& chapter) {
  Decoded decoded = decode(chapter, html::declared_charset(chapter));
  lines::clean_lines(decoded.text);
  return html::html_to_text(decoded.text);
}

void read_metadata(const Opf& opf, ArticleRecord& record) {
  record.title = opf.first("title");
  std::replace(record.title.begin(), record.title.end(), '\n', ' ');
  record.language = language_code(opf.first("language"));
  record.source = opf.first("publisher");
  if (const auto creators = opf.metadata.find("creator"); creators != opf.metadata.end()) {
    record.authors = creators->second;
  }
  if (const auto subjects = opf.metadata.find("subject"); subjects != opf.metadata.end()) {
    record.tags = subjects->second;
  }
  if (const auto date = dates::parse_date(opf.first("date"))) {
    record.date = to_string(*date);
    record.time = date->time;
    record.date_source = "record";
  }
  for (const char* key : {"description", "identifier"}) {
    if (std::string value = opf.first(key); !value.empty()) {
      record.meta.emplace_back(key, html::holds_html(value) ? html::html_to_text(value) : value);
    }
  }
}

}  // namespace

sandbox::Parsed parse_epub(std::string_view bytes) {
  const Package package(bytes);
  if (is_encrypted(package)) {
    throw Unreadable("it is encrypted: save a copy without a password");
  }
  const std::string root = root_file(package);
  const std::string* const xml = package.find(root);
  if (xml == nullptr) {
    throw Unreadable("it is no EPUB: the list of its chapters is missing");
  }
  const Opf opf = read_opf(*xml, root);
  FoundArticle found;
  read_metadata(opf, found.article.record);
  for (const std::string& id : opf.spine) {
    const auto file = opf.files.find(id);
    const std::string* const chapter = file == opf.files.end() ? nullptr : package.find(file->second);
    const std::string text = chapter == nullptr ? std::string() : chapter_text(*chapter);
    found.article.text += (found.article.text.empty() || text.empty() ? "" : "\n\n") + text;
  }
  sandbox::Parsed parsed;
  if (!found.article.text.empty()) {
    parsed.articles.push_back(std::move(found));
  }
  return parsed;
}

}  // namespace nutgraf::read::office
