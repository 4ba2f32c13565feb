// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/csv/csv_reader.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/csv/columns.h"
#include "indexer/read/csv/dialect.h"
#include "indexer/read/csv/row_cutter.h"
#include "indexer/read/encoding.h"
#include "indexer/read/front.h"
#include "indexer/read/json/deliver_record.h"

namespace nutgraf::read::csv {
namespace {

/// The first ones, for a message.
std::string name_list(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 8;
  constexpr std::size_t kLongest = 40;  // characters
  std::string list;
  for (std::size_t place = 0; place < std::min(names.size(), kMost); ++place) {
    const std::string name = decode(std::string(ascii::trimmed(names[place]).substr(0, 4 * kLongest))).text;
    list.append(place == 0 ? "" : ", ").append(utf8::first(name, kLongest));
  }
  return list.append(names.size() > kMost ? ", ..." : "");
}

bool is_blank(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, [](const std::string& cell) { return ascii::trimmed(cell).empty(); });
}

/// Whether a first line names a column of texts and another that is known, with any delimiter.
bool names_texts(std::string_view line) {
  std::size_t known = 0;
  bool texts = false;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(",;\t|"), line.size());
    std::string_view name = ascii::trimmed(line.substr(0, end));
    if (name.size() > 2 && name.starts_with('"') && name.ends_with('"')) {
      name = name.substr(1, name.size() - 2);
    }
    const auto key = automatic_key(name);
    known += key ? 1U : 0U;
    texts = texts || (key && key->field == Field::Text && key->standing == Standing::Own);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return texts && known > 1;
}

/// Reads the rows of one table.
class TableReader {
 public:
  TableReader(const Document& document, ArticleEmitter& emitter)
      : document_(document), emitter_(emitter), parser_(std::make_unique<simdjson::dom::parser>()) {}

  void read(RowCutter& rows) {
    while (!emitter_.stopped()) {
      const auto next = rows.next();
      if (!next) {
        return;
      }
      if (const auto* const bad = std::get_if<BadRow>(&*next)) {
        ++number_;
        emitter_.reject(document_, bad->line, bad->offset, bad->reason);
      } else if (!read_row(std::get<Row>(*next), rows)) {
        return;
      }
    }
  }

 private:
  /// False where the table cannot be read.
  bool read_row(const Row& row, RowCutter& rows) {
    if (is_blank(row.cells)) {
      return true;
    }
    if (!columns_) {
      const FirstRow kind = first_row_of(row.cells, emitter_.keys());
      if (kind == FirstRow::Unknown) {
        reject_table(row);
        return false;
      }
      columns_.emplace(row.cells, kind, emitter_.keys());
      rows.expect_width(row.cells.size());
    }
    if (!columns_->is_header(row.cells)) {
      ++number_;
      deliver(row);
    }
    return true;
  }

  void reject_table(const Row& row) {
    emitter_.reject(document_, row.line, row.offset,
                    fmt::format("no column is known as a text or title: name it with --map text=COLUMN (its columns: "
                                "{}), or by its number where there is no header: --map text=2",
                                name_list(row.cells)));
  }

  void deliver(const Row& row) {
    std::string json = columns_->as_json(row.cells);
    if (!utf8::is_valid(json)) {
      json = mended(std::move(json));
    }
    constexpr std::size_t kKeep = 16UL * 1024 * 1024;
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    const simdjson::dom::object object = parser_->parse(json);
    json::deliver_record(json::read_record(object, columns_->keys()), {row.line, row.offset, number_}, document_,
                         emitter_);
    if (json.size() > kKeep) {
      parser_ = std::make_unique<simdjson::dom::parser>();
    }
  }

  /// A row of another encoding than the table's beginning.
  std::string mended(std::string json) {
    Decoded decoded = decode(std::move(json));
    if (decoded.bad > 0) {
      note_once(Note::InvalidUtf8, "bytes that are no UTF-8 replaced by U+FFFD");
    }
    if (!decoded.encoding.empty()) {
      note_once(Note::Encoding, decoded.encoding);
    }
    return std::move(decoded.text);
  }

  void note_once(Note kind, const std::string& detail) {
    if (noted_.insert(kind).second) {
      emitter_.note(document_, kind, detail);
    }
  }

  const Document& document_;
  ArticleEmitter& emitter_;
  std::unique_ptr<simdjson::dom::parser> parser_;
  std::optional<Columns> columns_;
  std::uint64_t number_ = 0;  // of the row, the header and blank ones not counted
  std::set<Note> noted_;
};

void read_text_table(Peeked& text, char preferred, const Document& document, ArticleEmitter& emitter) {
  std::uint64_t line = 1;
  if (const std::size_t size = separator_line(text.peek(kFront)); size > 0) {
    preferred = text.peek(size)[std::string_view("sep=").size()];
    std::vector<char> line_bytes(size);
    static_cast<void>(text.read(line_bytes));
    ++line;
  }
  const std::string_view front = text.peek(kSample);
  const Dialect dialect =
      tell_dialect({front, front.size() < kSample ? Sample::Extent::Whole : Sample::Extent::Cut}, preferred);
  RowCutter rows(text, dialect, line);
  TableReader(document, emitter).read(rows);
}

/// The encoding of a table whose first bytes are `front`; empty for UTF-8.
std::string encoding_of(std::string_view front) {
  const SniffedEncoding sniffed = sniff_encoding(front);
  if (!sniffed.encoding.empty()) {
    return sniffed.encoding == "UTF-8" ? std::string() : std::string(sniffed.encoding);
  }
  // Not in the middle of a character.
  const std::size_t end = front.size() < kSample ? std::string_view::npos : front.rfind('\n');
  return decode(std::string(front.substr(0, end))).encoding;
}

void read_table(Peeked& bytes, char preferred, const Document& document, ArticleEmitter& emitter) {
  const std::string encoding = encoding_of(bytes.peek(kSample));
  std::vector<char> mark(sniff_encoding(bytes.peek(kFront)).mark);
  static_cast<void>(bytes.read(mark));
  if (encoding.empty()) {
    read_text_table(bytes, preferred, document, emitter);
    return;
  }
  emitter.note(document, Note::Encoding, encoding);
  DecodedSource decoded(bytes, encoding);
  Peeked text(decoded);
  read_text_table(text, preferred, document, emitter);
}

}  // namespace

Evidence sniff_csv(std::string_view front) {
  constexpr std::size_t kEnough = 3;  // rows, with the header
  const std::string_view header = front.substr(0, front.find_first_of("\r\n"));
  if (!names_texts(header)) {
    return Evidence::None;
  }
  TextSource source(front);
  RowCutter rows(source, tell_dialect({front, Sample::Extent::Cut}, kNoDelimiter), 1);
  for (std::size_t good = 0; good < kEnough; ++good) {
    const auto next = rows.next();
    const auto* const row = next ? std::get_if<Row>(&*next) : nullptr;
    if (row == nullptr || row->cells.size() < 2) {
      return Evidence::None;
    }
    rows.expect_width(row->cells.size());
  }
  return Evidence::Strong;
}

void read_csv(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_table(bytes, kNoDelimiter, document, emitter);
}

void read_tsv(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_table(bytes, '\t', document, emitter);
}

}  // namespace nutgraf::read::csv
