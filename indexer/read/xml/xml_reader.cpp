// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/xml_reader.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/front.h"
#include "indexer/read/json/record.h"
#include "indexer/read/record_cutter.h"
#include "indexer/read/xml/prologue.h"
#include "indexer/read/xml/record_json.h"
#include "indexer/read/xml/record_shape.h"
#include "indexer/read/xml/record_stream.h"
#include "indexer/read/xml/vocabulary.h"
#include "indexer/read/xml/xml_source.h"

namespace nutgraf::read::xml {
namespace {

/// Gives the records of one document to the emitter.
class Delivery {
 public:
  Delivery(const Document& document, ArticleEmitter& emitter) : document_(document), emitter_(emitter) {}

  /// Reads `stream` to its end; `read` makes articles of records, nothing of what is none. Throws Unreadable.
  template <typename Read>
  void run(RecordStream& stream, const Read& read) {
    while (!emitter_.stopped()) {
      const auto record = stream.next();
      if (!record) {
        break;
      }
      ++number_;
      if (record->too_long) {
        emitter_.reject(document_, record->line, record->offset,
                        fmt::format("the record is longer than {} MB", kRecordLimit / (1024UL * 1024)));
        continue;
      }
      deliver(*record, read(record->element));
    }
  }
  [[nodiscard]] std::uint64_t count() const { return number_; }

 private:
  void deliver(const Record& record, std::optional<FoundArticle> found) {
    if (!found) {
      emitter_.skip(document_, Skip::NoArticle);
      return;
    }
    found->line = record.line;
    found->article.record.origin.offset = record.offset;
    // A document that is one record has the id of its file.
    emit_found(std::move(*found), document_, record.depth == 0 ? 0 : number_, emitter_);
  }

  const Document& document_;
  ArticleEmitter& emitter_;
  std::uint64_t number_ = 0;
};

void read_known(const Vocabulary& kind, ByteSource& bytes, const Document& document, ArticleEmitter& emitter) {
  RecordStream stream(bytes, kind.is_record);
  const Outer outer = [&](const std::string& path) { return stream.outer(path); };
  Delivery delivery(document, emitter);
  delivery.run(stream, [&](const Element& record) { return kind.read(record, outer); });
  if (delivery.count() == 0 && !emitter.stopped()) {
    emitter.skip(document, Skip::NoArticle);
  }
}

/// A record of no known kind, by the rules of JSON records.
FoundArticle read_by_keys(const Element& record, const KeyPlan& keys, simdjson::dom::parser& parser,
                          ArticleEmitter& emitter) {
  FoundArticle found;
  simdjson::dom::object object;
  if (parser.parse(to_json(record)).get(object) != simdjson::SUCCESS) {
    found.why_no_text = "its elements are nested too deep to be read as a record";
    return found;
  }
  json::FilledRecord filled = json::read_record(object, keys);
  emitter.record_read(filled.mapped);
  found.article = std::move(filled.article);
  found.why_no_text = std::move(filled.why_no_text);
  ArticleRecord& fields = found.article.record;
  if (fields.id.empty() && !keys.is_mapped(Field::Id)) {
    fields.id = fields.url;
  }
  return found;
}

void read_unknown(std::string_view front, ByteSource& bytes, const Document& document, ArticleEmitter& emitter) {
  const RecordShape shape = record_shape(front, emitter.keys());
  // What is met in a folder may be no news at all, as long as nobody says that it is.
  const ReadOptions& options = emitter.options();
  if (shape.path.empty() && document.mention == Mention::Found && options.map.empty() && options.format.empty()) {
    emitter.skip(document, Skip::Unknown);
    return;
  }
  if (shape.path.empty()) {
    emitter.reject(document, 0, 0,
                   fmt::format("it is XML of no known kind: name its elements with --map text=PATH, such as --map "
                               "text=/archive/article/body (its elements: {})",
                               element_names(front)));
    return;
  }
  simdjson::dom::parser parser;
  RecordStream stream(bytes, [&](Path path) {
    return std::ranges::equal(path, shape.path, {}, [](const Name& name) { return qualified(name); });
  });
  Delivery delivery(document, emitter);
  delivery.run(stream,
               [&](const Element& record) { return std::optional(read_by_keys(record, shape.keys, parser, emitter)); });
  if (delivery.count() == 0 && !emitter.stopped()) {
    emitter.reject(document, 0, 0,
                   fmt::format("it has no element /{} as --map says (its elements: {})", fmt::join(shape.path, "/"),
                               element_names(front)));
  }
}

}  // namespace

Evidence sniff_xml(std::string_view front) {
  if (!front.starts_with('<')) {
    return Evidence::None;
  }
  if (vocabulary_of(root_of(front)) != nullptr) {
    return Evidence::Strong;
  }
  return front.starts_with("<?xml") ? Evidence::Weak : Evidence::None;
}

void read_xml(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const std::unique_ptr<ByteSource> text = open_utf8(bytes, document, emitter);
  Peeked plain(*text);
  const std::string front(ascii::trimmed(plain.peek(kFront)));
  if (const Vocabulary* const kind = vocabulary_of(root_of(front))) {
    read_known(*kind, plain, document, emitter);
  } else {
    read_unknown(front, plain, document, emitter);
  }
}

}  // namespace nutgraf::read::xml
