// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/article.h"

/// What reading gives: articles, and everything else that was seen.
namespace nutgraf::read {

/// A file as it stood when it was read.
struct FileFacts {
  std::string path;  // absolute, UTF-8 as in Origin
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::string hash;  // xxh3-128 of its bytes, hex; set when it has been read to its end
};

enum class Loss : std::uint8_t {
  Record,     // a record or a file that should have become an article
  Duplicate,  // a record whose id a later one declares too
  None,       // a file passed over on purpose
};

/// A record or a file that could not become an article. `action` says what was done or what to do.
struct Reject {
  std::string path;
  std::string member;
  std::uint64_t line = 0;  // 1-based; 0 = whole file
  std::uint64_t byte = 0;  // offset of the record
  std::string reason;      // one clear sentence
  std::string action;      // "skipped", "kept the last of the two", ...
  Loss loss = Loss::Record;
};

/// Files passed over on purpose: not errors, but counted.
/// NoArticle is a page that is something else: a list of articles, an error, a question about cookies, the teaser of a
/// text for subscribers. PageParts is the folder with the pictures and styles of a saved page. Revisit, HttpStatus and
/// OtherMedia are records of a crawl: a page that had not changed, an answer other than 200, and what is neither HTML
/// nor text. Metadata is a file that says something of another one, OutsideItems the text of a file beside the articles
/// that --split-at makes of it.
enum class Skip : std::uint8_t {
  Hidden,
  Binary,
  Empty,
  SpecialFile,
  Link,
  Index,
  Unknown,
  NoArticle,
  PageParts,
  Revisit,
  HttpStatus,
  OtherMedia,
  Metadata,
  OutsideItems,
};
[[nodiscard]] std::string_view name_of(Skip kind);

/// Things worth a line in the report that cost no article. UnmatchedMap comes once, at the end, for each --map that no
/// record had a value for.
enum class Note : std::uint8_t { Encoding, BadDate, InvalidUtf8, NulBytes, TitleOnly, UnmatchedMap };

enum class FileDecision : std::uint8_t { Read, Unchanged };

/// Takes what a reader finds, in input order, on the reader's thread.
class Sink {
 public:
  virtual ~Sink() = default;
  /// An INPUT as typed: what comes until the next one was found there.
  virtual void begin_input(const std::string& /*typed*/) {}
  /// Called before a file is opened; Unchanged passes it over (size and mtime as in the ledger). A file answered with
  /// Read is ended by end_file, whatever was skipped or rejected in it, unless the walk stops or the file cannot be
  /// read.
  virtual FileDecision begin_file(const FileFacts& file) = 0;
  /// Whether articles are to say what was left out beside them, which costs time.
  [[nodiscard]] virtual bool wants_omissions() const { return false; }
  virtual void article(Article&& article) = 0;
  virtual void reject(Reject&& reject) = 0;
  virtual void skip(const std::string& path, Skip kind) = 0;
  /// `detail`: the encoding's name, the date that could not be read, "text=body" of --map, ...
  virtual void note(const Origin& origin, Note kind, const std::string& detail) = 0;
  /// The file was read to its end (hash set).
  virtual void end_file(const FileFacts& file) = 0;
  /// Asked between records; true stops the walk (interrupt, --on-error fail).
  [[nodiscard]] virtual bool stopped() const = 0;
};

}  // namespace nutgraf::read
