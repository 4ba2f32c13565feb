// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What an index keeps of an article beside its text, and how a passage's document data is laid out.
namespace nutgraf {

/// Where an article was read: a file, the member of an archive in it, the byte offset of the record (0 for whole
/// files), the page of a PDF on which the article, or a passage of it, begins.
struct Origin {
  std::string path;    // as found, UTF-8 (other bytes are percent-encoded)
  std::string member;  // empty outside archives; members of members joined by "!"
  std::uint64_t offset = 0;
  std::uint32_t page = 0;  // from 1; 0: the document has no pages
  friend bool operator==(const Origin&, const Origin&) = default;
};

struct ArticleRecord {
  std::string id;
  std::string title;
  std::string date;         // YYYY-MM-DD, YYYY-MM of a month alone; empty = undated
  std::string time;         // the rest as written: "T23:30:00+09:00"; mostly empty
  std::string date_source;  // "record": docs/formats.md lists them; empty = undated
  std::string source;
  std::string url;
  std::vector<std::string> authors;
  std::string language;  // ISO 639-1 or "und"
  std::string section;
  std::vector<std::string> tags;
  std::vector<std::pair<std::string, std::string>>
      meta;  // other keys in input order; value = text, or JSON of a non-text value
  Origin origin;
  std::string copy_of;                                    // id of the article that stands for its group of copies
  std::vector<std::pair<std::string, std::string>> cuts;  // of its text: rule, text as it stood
  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

/// Document data is one line of JSON and then the passage text to the end. Passage 0 carries the whole record, the
/// others only {"id":...} and, of a document with pages, {"id":...,"origin":{"page":...}}.
struct PassageData {
  ArticleRecord record;   // only id and origin.page are set unless ordinal 0
  std::string_view text;  // points into the data that was parsed
};

/// `page`: on which the passage begins; passage 0 has that of the record's origin instead.
[[nodiscard]] std::string encode_passage_data(const ArticleRecord& record, std::uint32_t ordinal, std::string_view text,
                                              std::uint32_t page = 0);
/// Throws Failure(Missing) if the data is not of this form.
[[nodiscard]] PassageData decode_passage_data(std::string_view data);
/// Only the id, the text and, unless ordinal 0, the page on which it begins: cheap.
struct PassageText {
  std::string id;
  std::string_view text;
  std::uint32_t page = 0;
};
[[nodiscard]] PassageText decode_passage_text(std::string_view data);

}  // namespace nutgraf
