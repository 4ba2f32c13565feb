// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/json_reader.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/charset/guess.h"
#include "indexer/read/document.h"
#include "indexer/read/encoding.h"
#include "indexer/read/front.h"
#include "indexer/read/json/bulk_action.h"
#include "indexer/read/json/column_table.h"
#include "indexer/read/json/deliver_record.h"
#include "indexer/read/json/includes.h"
#include "indexer/read/json/numbers.h"
#include "indexer/read/json/record.h"
#include "indexer/read/json/repair.h"
#include "indexer/read/json/shape.h"
#include "indexer/read/json/social_post.h"
#include "indexer/read/json/value.h"
#include "indexer/read/record_cutter.h"
#include "indexer/read/utf8.h"

/// JSON records, read as a stream. A record that cannot be read is rejected with its line and byte, and reading
/// continues with the next.
namespace nutgraf::read::json {
namespace {

using simdjson::error_code;

/// The parser's word in ours; its own wording for what is rare.
std::string reason_of(error_code error) {
  switch (static_cast<int>(error)) {
    case simdjson::TAPE_ERROR:
      return "not valid JSON: a bracket, comma, colon or value is missing or misplaced";
    case simdjson::STRING_ERROR:
      return "not valid JSON: a string contains an escape that does not exist";
    case simdjson::UNCLOSED_STRING:
      return "not valid JSON: a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "not valid JSON: a string contains a raw control character";
    case simdjson::UTF8_ERROR:
      return "not valid JSON: it is not UTF-8";
    case simdjson::NUMBER_ERROR:
      return "not valid JSON: a number is malformed";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "not valid JSON: a word that is not true, false or null";
    case simdjson::DEPTH_ERROR:
      return "not valid JSON: it is nested too deep";
    case simdjson::EMPTY:
      return "not valid JSON: nothing is there";
    default:
      return fmt::format("not valid JSON: {}", simdjson::error_message(error));
  }
}

std::string_view kind_of(simdjson::dom::element element) {
  return element.is_array()    ? "an array"
         : element.is_string() ? "a string"
         : element.is_number() ? "a number"
                               : "a word";
}

std::string reason_of(error_code error, const RawRecord& raw) {
  return raw.ends_file && is_unclosed(raw.json)
             ? fmt::format(
                   "the file ends inside this record, at byte {}: it was cut off, or a quote or bracket is missing",
                   raw.offset + raw.length)
             : reason_of(error);
}

/// Reads the records of one document.
class JsonReader {
 public:
  JsonReader(const Document& document, ArticleEmitter& emitter) : document_(document), emitter_(emitter) {
    parser_ = std::make_unique<simdjson::dom::parser>();
  }

  /// `part` makes the ids of records that have none; 0 if the record is the whole file.
  void read(const RawRecord& raw, std::uint64_t part) {
    if (raw.length > kRecordLimit) {
      reject(raw, fmt::format("the record is longer than {} MB", kRecordLimit / (1024UL * 1024)));
      return;
    }
    simdjson::dom::element element;
    const error_code error = parse(raw, element);
    if (error == simdjson::SUCCESS) {
      read_element(element, document_, raw, part);
    } else if (!read_joined(raw, part)) {
      reject(raw, reason_of(error, raw));
    }
    // The parser keeps what its largest record needed.
    constexpr std::size_t kKeep = 16UL * 1024 * 1024;
    if (raw.length > kKeep) {
      parser_ = std::make_unique<simdjson::dom::parser>();
      mended_ = {};
    }
  }

 private:
  void reject(const RawRecord& raw, const std::string& reason) {
    emitter_.reject(document_, raw.line, raw.offset, reason);
  }

  error_code parse(const RawRecord& raw, simdjson::dom::element& element) {
    error_code error = parser_->parse(raw.json.data(), raw.json.size(), false).get(element);
    if (error == simdjson::SUCCESS && raw.json.find("\\ud") == std::string_view::npos &&
        raw.json.find("\\uD") == std::string_view::npos && !holds_fraction(element)) {
      return error;
    }
    mended_ = raw.json;
    const bool repaired = repair(error);
    const bool marked = mark_numbers(mended_) > 0;
    return repaired || marked ? parser_->parse(mended_).get(element) : error;
  }

  /// Whether there was something to mend in mended_.
  bool repair(error_code error) {
    std::size_t repairs = repair_surrogates(mended_);
    const std::size_t halves = repairs;
    if (error == simdjson::UTF8_ERROR || (error != simdjson::SUCCESS && !utf8::is_valid(mended_))) {
      mend_encoding();
      ++repairs;
    }
    if (halves > 0) {
      note_once(Note::InvalidUtf8, "half a surrogate pair in an escape");
    }
    if (error == simdjson::SUCCESS) {
      return repairs > 0;
    }
    const Controls controls = blank_controls(mended_);
    if (controls.nuls > 0) {
      note_once(Note::NulBytes, "replaced by spaces");
    }
    return repairs + controls.all + repair_numbers(mended_) > 0;
  }

  /// A line of another encoding than UTF-8, or UTF-8 with bad bytes in it.
  void mend_encoding() {
    const Utf8Census census = take_census(mended_);
    if (census.multibyte > census.bad) {
      repair_utf8(mended_);
      note_once(Note::InvalidUtf8, "invalid UTF-8 replaced by U+FFFD");
      return;
    }
    const std::string encoding = charset::guess_encoding(mended_, charset::Use::Text);
    mended_ = convert(mended_, encoding);
    note_once(Note::Encoding, encoding);
  }

  void note_once(Note kind, const std::string& detail) {
    if (noted_.insert(kind).second) {
      emitter_.note(document_, kind, detail);
    }
  }

  /// Records that stand on one line because files without a last line end were joined, or because a crash left zeros in
  /// the middle of a line; false if the line is none such.
  bool read_joined(const RawRecord& raw, std::uint64_t part) {
    const std::vector<std::string> pieces = cut_joined(raw.json);
    if (pieces.size() < 2) {
      return false;
    }
    Document place = document_;
    place.id = part == 0 ? document_.id : fmt::format("{}:{}", document_.id, part);
    for (std::size_t piece = 0; piece < pieces.size() && !emitter_.stopped(); ++piece) {
      simdjson::dom::element element;
      const std::string& json = pieces[piece];
      const RawRecord record{json, raw.offset, raw.line, raw.number, json.size()};
      const error_code error = parse(record, element);
      if (error != simdjson::SUCCESS) {
        reject(raw, fmt::format("record {} of this line: {}", piece + 1, reason_of(error)));
      } else {
        read_element(element, place, record, piece);  // the first has the line's id
      }
    }
    return true;
  }

  void read_element(simdjson::dom::element element, const Document& document, const RawRecord& raw,
                    std::uint64_t part) {
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
      reject(raw, fmt::format("{} is not a JSON object with keys, such as {{\"text\": ...}}", kind_of(element)));
      return;
    }
    if (is_column_table(object)) {
      read_rows(ColumnTable(object), list_in(document, raw, part), raw);
      return;
    }
    const Document list = list_in(document, raw, part);
    if (const auto chats = chats_in(object); !chats.empty()) {
      read_chats(chats, list, raw);
    } else if (const auto wrapped = wrapped_records(object, emitter_.keys())) {
      std::uint64_t number = 0;
      read_list({*wrapped, facts_of_list(object), {}, Includes(object)}, list, raw, number);
    } else {
      deliver_single(object, document, raw, part);
    }
  }

  /// Records in an array, and what is said of all of them.
  struct RecordList {
    simdjson::dom::array records;
    ListFacts facts;
    std::string chat;   // its id, where records are numbered anew in each chat
    Includes includes;  // of the answer that the list is in
  };

  /// `number` counts the elements read.
  void read_list(const RecordList& records, const Document& list, const RawRecord& raw, std::uint64_t& number) {
    for (const simdjson::dom::element inner : records.records) {
      ++number;
      if (emitter_.stopped()) {
        return;
      }
      simdjson::dom::object object;
      if (inner.get(object) != simdjson::SUCCESS) {
        reject(raw, fmt::format("element {}: {} is not a JSON object with keys, such as {{\"text\": ...}}", number,
                                kind_of(inner)));
        continue;
      }
      FilledRecord filled = read_element_of(records, object);
      if (!filled.why_no_text.empty()) {
        filled.why_no_text = fmt::format("element {}: {}", number, filled.why_no_text);
      }
      deliver_record(std::move(filled), {raw.line, raw.offset, number}, list, emitter_);
    }
  }

  /// The id that stands outside the record.
  void add_id(simdjson::dom::object element, ArticleRecord& record) const {
    if (record.id.empty() && !emitter_.keys().is_mapped(Field::Id)) {
      record.id = id_of_post(element);
    }
  }

  FilledRecord read_element_of(const RecordList& records, simdjson::dom::object element) {
    const simdjson::dom::object object = record_in(element, emitter_.keys());
    FilledRecord filled = read_record(object, emitter_.keys());
    ArticleRecord& record = filled.article.record;
    records.includes.complete(object, filled);
    add_list_facts(records.facts, record);
    add_id(element, record);
    if (!records.chat.empty() && !record.id.empty() && !emitter_.keys().is_mapped(Field::Id)) {
      record.id = fmt::format("{}/{}", records.chat, record.id);
    }
    return filled;
  }

  void read_chats(const std::vector<simdjson::dom::object>& chats, const Document& list, const RawRecord& raw) {
    std::uint64_t number = 0;
    for (const simdjson::dom::object chat : chats) {
      simdjson::dom::element id;
      const bool named = chat.at_key("id").get(id) == simdjson::SUCCESS;
      if (const auto messages = wrapped_records(chat, emitter_.keys())) {
        read_list({*messages, facts_of_list(chat), named ? as_text(id) : std::string(), Includes(chat)}, list, raw,
                  number);
      }
    }
  }

  /// A list of records. On the first line it is mostly the whole file; of others the line tells them apart.
  static Document list_in(const Document& document, const RawRecord& raw, std::uint64_t part) {
    Document list = document;
    if (raw.line > 1 && part > 0) {
      list.id = fmt::format("{}:{}", document.id, part);
    }
    return list;
  }

  void read_rows(ColumnTable table, const Document& list, const RawRecord& raw) {
    simdjson::dom::parser parser;
    std::uint64_t number = 0;
    for (auto row = table.next_row(); row && !emitter_.stopped(); row = table.next_row()) {
      deliver(parser.parse(*row), list, raw, ++number);
    }
  }

  /// A record, or an answer without any.
  void deliver_single(simdjson::dom::object object, const Document& document, const RawRecord& raw,
                      std::uint64_t part) {
    if (auto id = id_of_action(object)) {
      next_id_ = *std::move(id);
      return;
    }
    FilledRecord filled = read_record(object, emitter_.keys());
    if (!filled.why_no_text.empty() && lists_no_records(object)) {
      emitter_.skip(document, Skip::NoArticle);
      return;
    }
    if (!filled.why_no_text.empty() || object.size() == 1 || wrapped_post(object)) {
      filled = read_record(record_in(object, emitter_.keys()), emitter_.keys());
      add_id(object, filled.article.record);
    }
    const std::string id = std::exchange(next_id_, {});
    if (filled.article.record.id.empty() && !emitter_.keys().is_mapped(Field::Id)) {
      filled.article.record.id = id;
    }
    deliver_record(std::move(filled), {raw.line, raw.offset, part}, document, emitter_);
  }

  void deliver(simdjson::dom::object object, const Document& document, const RawRecord& raw, std::uint64_t part) {
    deliver_record(read_record(object, emitter_.keys()), {raw.line, raw.offset, part}, document, emitter_);
  }

  const Document& document_;
  ArticleEmitter& emitter_;
  std::unique_ptr<simdjson::dom::parser> parser_;
  std::string mended_;
  std::string next_id_;  // of the record that follows an action
  std::set<Note> noted_;
};

void read_lines(ByteSource& bytes, const Document& document, ArticleEmitter& emitter) {
  JsonReader reader(document, emitter);
  LineCutter lines(bytes);
  while (!emitter.stopped()) {
    const auto raw = lines.next();
    if (!raw) {
      return;
    }
    reader.read(*raw, raw->line);
  }
}

/// An array that breaks off between two records.
void reject_cut(const ValueCutter& values, const Document& document, ArticleEmitter& emitter) {
  emitter.reject(document, values.line(), values.offset(),
                 fmt::format("the file ends inside its array, at byte {}: it was cut off there, and only what came "
                             "before was read",
                             values.offset()));
}

void read_values(ByteSource& bytes, const Document& document, ArticleEmitter& emitter) {
  JsonReader reader(document, emitter);
  ValueCutter values(bytes);
  std::string first;
  std::size_t records = 0;
  bool cut_inside = false;  // the last record, which says so
  while (!emitter.stopped()) {
    auto raw = values.next();
    if (!raw) {
      if (values.breaks_off() && !cut_inside) {
        reject_cut(values, document, emitter);
      } else if (records == 0) {
        emitter.skip(document, Skip::NoArticle);
      }
      return;
    }
    ++records;
    cut_inside = raw->ends_file && is_unclosed(raw->json);
    std::uint64_t part = raw->number;
    // A file that is one record gives its path as the id, without a number.
    if (raw->number == 1 && !raw->json.empty()) {
      first.assign(raw->json);
      first.reserve(first.size() + simdjson::SIMDJSON_PADDING);
      raw->json = first;
      part = values.at_end() ? 0 : 1;
    }
    reader.read(*raw, part);
  }
}

using ReadRecords = void (*)(ByteSource& bytes, const Document& document, ArticleEmitter& emitter);

/// Reads records of UTF-8 or of the encoding that the first bytes show.
void read_decoded(Peeked& bytes, const Document& document, ArticleEmitter& emitter, ReadRecords read) {
  const SniffedEncoding sniffed = sniff_encoding(bytes.peek(kFront));
  std::vector<char> mark(sniffed.mark);
  static_cast<void>(bytes.read(mark));
  if (sniffed.encoding.empty() || sniffed.encoding == "UTF-8") {
    read(bytes, document, emitter);
    return;
  }
  emitter.note(document, Note::Encoding, std::string(sniffed.encoding));
  DecodedSource decoded(bytes, std::string(sniffed.encoding));
  read(decoded, document, emitter);
}

}  // namespace

/// One record per line; an array of records where the text begins with one.
void read_json_lines(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const bool array = plain_front(bytes.peek(kFront)).starts_with('[');
  read_decoded(bytes, document, emitter, array ? read_values : read_lines);
}

/// Records in either shape that shape_of() tells.
void read_json(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  std::vector<char> assignment(assignment_length(bytes.peek(kFront)));
  static_cast<void>(bytes.read(assignment));
  const Shape shape = shape_of(plain_front(bytes.peek(kFront)));
  read_decoded(bytes, document, emitter, shape == Shape::Lines ? read_lines : read_values);
}

}  // namespace nutgraf::read::json
