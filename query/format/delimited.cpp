// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/utf8.h"
#include "query/format/formats.h"
#include "query/format/hit_row.h"

namespace nutgraf::format {
namespace {

enum class Separator : char { Comma = ',', Tab = '\t' };

struct Dialect {
  Separator separator = Separator::Comma;
  Sheet sheet = Sheet::Standard;
};

std::string_view line_end(const Dialect& dialect) {
  return dialect.sheet == Sheet::Excel ? "\r\n" : "\n";
}

// Cells that a spreadsheet would run as a formula; numbers of ours are left alone.
bool looks_like_formula(const Row& value, const std::string& text) {
  return value.is_string() && !text.empty() &&
         std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string cell_text(const Row& value, const Dialect& dialect) {
  if (value.is_null()) {
    return {};
  }
  std::string text = value.is_string() ? value.get<std::string>() : to_json(value);
  if (dialect.sheet == Sheet::Excel && looks_like_formula(value, text)) {
    text.insert(text.begin(), '\'');
  }
  return text;
}

std::string in_quotes(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') {
      out += '"';
    }
    out += c;
  }
  out += '"';
  return out;
}

std::string cell(const Row& value, const Dialect& dialect) {
  std::string text = cell_text(value, dialect);
  if (dialect.separator == Separator::Tab) {
    // A tab-separated file has no quoting that all readers share: a cell is one line without tabs.
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
  }
  const bool plain = text.find_first_of(",\"\r\n") == std::string::npos;
  return plain ? text : in_quotes(text);
}

std::string line(const std::vector<Row>& cells, const Dialect& dialect) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) {
      out += static_cast<char>(dialect.separator);
    }
    out += cell(cells[i], dialect);
  }
  out += line_end(dialect);
  return out;
}

std::string header(const std::vector<std::string>& columns, const Dialect& dialect) {
  const std::string mark = dialect.sheet == Sheet::Excel ? std::string(utf8::kByteOrderMarkBytes) : std::string();
  return mark + line({columns.begin(), columns.end()}, dialect);
}

class Delimited : public AnswerFormat {
 public:
  Delimited(const FormatOptions& options, Separator separator)
      : dialect_{separator, options.sheet},
        queries_(options.queries),
        fields_(options.fields.empty() ? hit_columns() : options.fields) {}

  [[nodiscard]] Frame frame() const override {
    std::vector<std::string> columns = fields_;
    if (queries_ == Queries::Several) {
      columns.insert(columns.begin(), "qid");
    }
    return {header(columns, dialect_), {}, {}};
  }

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::string out;
    for (const view::Hit& hit : answer.hits) {
      std::vector<Row> cells;
      if (queries_ == Queries::Several) {
        cells.emplace_back(answer.qid);
      }
      const Row row = hit_row(hit, fields_);
      for (const std::string& field : fields_) {
        cells.push_back(row.at(field));
      }
      out += line(cells, dialect_);
    }
    return out;
  }

 private:
  Dialect dialect_;
  Queries queries_;
  std::vector<std::string> fields_;
};

class DelimitedRows : public RowFormat {
 public:
  DelimitedRows(Columns columns, Dialect dialect) : dialect_(dialect), columns_(std::move(columns)) {}

  [[nodiscard]] Frame frame() const override { return {header(columns_, dialect_), {}, {}}; }

  [[nodiscard]] std::string row(const Row& row) const override {
    std::vector<Row> cells;
    for (const std::string& column : columns_) {
      const auto found = row.find(column);
      cells.push_back(found == row.end() ? Row(nullptr) : *found);
    }
    return line(cells, dialect_);
  }

 private:
  Dialect dialect_;
  std::vector<std::string> columns_;
};

}  // namespace

std::unique_ptr<AnswerFormat> csv_format(const FormatOptions& options) {
  return std::make_unique<Delimited>(options, Separator::Comma);
}

std::unique_ptr<AnswerFormat> tsv_format(const FormatOptions& options) {
  return std::make_unique<Delimited>(options, Separator::Tab);
}

std::unique_ptr<RowFormat> csv_rows(const Columns& columns, const FormatOptions& options) {
  return std::make_unique<DelimitedRows>(columns, Dialect{Separator::Comma, options.sheet});
}

std::unique_ptr<RowFormat> tsv_rows(const Columns& columns, const FormatOptions& options) {
  return std::make_unique<DelimitedRows>(columns, Dialect{Separator::Tab, options.sheet});
}

}  // namespace nutgraf::format
