// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sgml/sgml_reader.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/encoding.h"
#include "indexer/read/front.h"
#include "indexer/read/lines/clean_lines.h"
#include "indexer/read/record_cutter.h"
#include "indexer/read/sgml/document_cutter.h"
#include "indexer/read/sgml/reuters.h"
#include "indexer/read/sgml/tags.h"
#include "indexer/read/sgml/trec.h"

namespace nutgraf::read::sgml {
namespace {

/// A collection: the name of its documents' elements and what reads one.
struct Collection {
  std::string_view element;
  FoundArticle (*read)(std::string_view document);
};
constexpr Collection kTrec = {"DOC", read_trec};
constexpr Collection kReuters = {"REUTERS", read_reuters};

/// The collection whose element comes first in `front`; nothing where none does.
std::optional<Collection> collection_of(std::string_view front) {
  TagScanner scanner(front);
  while (const auto token = scanner.next()) {
    for (const Collection& one : {kTrec, kReuters}) {
      if (token->kind == TokenKind::Open && is_name(token->text, one.element)) {
        return one;
      }
    }
  }
  return std::nullopt;
}

/// Gives the documents of one file to the emitter; each is decoded by itself, so that one bad byte spoils no other.
class Delivery {
 public:
  Delivery(const Document& document, ArticleEmitter& emitter, const Collection& collection)
      : document_(document), emitter_(emitter), collection_(collection) {}

  void run(ByteSource& bytes) {
    DocumentCutter cutter(bytes, collection_.element);
    std::uint64_t number = 0;
    while (!emitter_.stopped()) {
      const auto raw = cutter.next();
      if (!raw) {
        break;
      }
      deliver(*raw, ++number);
    }
  }

 private:
  void deliver(const RawDocument& raw, std::uint64_t number) {
    if (raw.too_long) {
      emitter_.reject(document_, raw.line, raw.offset,
                      fmt::format("the document is longer than {} MB", kRecordLimit / (1024UL * 1024)));
      return;
    }
    if (!raw.closed) {
      emitter_.reject(document_, raw.line, raw.offset,
                      fmt::format("the file breaks off inside this document: it has no </{}>", collection_.element));
      return;
    }
    FoundArticle found = collection_.read(decoded(raw.bytes));
    found.line = raw.line;
    found.article.record.origin.offset = raw.offset;
    emit_found(std::move(found), document_, number, emitter_);
  }

  std::string decoded(std::string_view bytes) {
    Decoded text = decode(std::string(bytes));
    if (!text.encoding.empty()) {
      note_once(Note::Encoding, text.encoding);
    }
    if (text.bad > 0) {
      note_once(Note::InvalidUtf8, "bytes that are no UTF-8 replaced by U+FFFD");
    }
    if (lines::clean_lines(text.text) > 0) {
      note_once(Note::NulBytes, "replaced by blanks");
    }
    return std::move(text.text);
  }

  void note_once(Note kind, const std::string& detail) {
    if (noted_.insert(kind).second) {
      emitter_.note(document_, kind, detail);
    }
  }

  const Document& document_;
  ArticleEmitter& emitter_;
  Collection collection_;
  std::set<Note> noted_;
};

}  // namespace

Evidence sniff_sgml(std::string_view front) {
  if (!front.starts_with('<')) {
    return Evidence::None;
  }
  // Reuters' collection was also converted to XML.
  const std::size_t declaration = front.starts_with("<?xml") ? front.find("?>") : std::string_view::npos;
  const bool xml = declaration != std::string_view::npos;
  TagScanner scanner(xml ? front.substr(declaration + 2) : front);
  auto first = scanner.next();
  while (first && first->kind == TokenKind::Text && ascii::trimmed(first->text).empty()) {
    first = scanner.next();
  }
  if (!first || first->kind != TokenKind::Open) {
    return Evidence::None;
  }
  if (first->text == kReuters.element) {
    return Evidence::Strong;
  }
  const bool trec = !xml && is_name(first->text, kTrec.element) &&
                    (front.find("<DOCNO>") != std::string_view::npos || first->text == kTrec.element ||
                     front.find("<docno>") != std::string_view::npos);
  return trec ? Evidence::Strong : Evidence::None;
}

void read_sgml(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const auto collection = collection_of(bytes.peek(kFront));
  if (!collection) {
    emitter.reject(document, 0, 0, "it is SGML of no known kind: it has neither <DOC> nor <REUTERS> elements");
    return;
  }
  Delivery(document, emitter, *collection).run(bytes);
}

}  // namespace nutgraf::read::sgml
