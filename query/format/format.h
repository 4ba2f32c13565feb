// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "query/view/hit.h"

/// How answers are written. A format turns one answer into text and keeps no state, so that several threads can share
/// it; the writer puts begin(), between() and end() around the pieces. formats.h lists the formats.
namespace nutgraf::format {

/// With several, each row begins with its qid. Lines: several, and each is answered by one JSON object on one line.
enum class Queries : std::uint8_t { One, Several, Lines };
enum class Marks : std::uint8_t { Plain, Terminal };      // *marked*, or colours
enum class Sheet : std::uint8_t { Standard, Excel };      // RFC 4180 with LF, or with BOM, CRLF and disarmed cells
enum class TrecUnit : std::uint8_t { Article, Passage };  // what a row of a run names

struct FormatOptions {
  Queries queries = Queries::One;
  Marks marks = Marks::Plain;
  Sheet sheet = Sheet::Standard;
  TrecUnit trec_unit = TrecUnit::Article;
  std::size_t width = 80;           // columns; text only
  std::vector<std::string> fields;  // empty = the format's own; see query/format/hit_row.h
};

/// What goes around the pieces of an output. `between` separates two pieces that are not empty.
struct Frame {
  std::string begin;
  std::string between;
  std::string end;
};

/// Writes the answers of `search` and `batch`.
class AnswerFormat {
 public:
  virtual ~AnswerFormat() = default;
  [[nodiscard]] virtual Frame frame() const { return {}; }
  [[nodiscard]] virtual std::string answer(const view::Answer& answer) const = 0;
};

/// One row of any other view: keys in order, as docs/output.md lists them.
using Row = nlohmann::ordered_json;

/// Writes rows of one shape.
class RowFormat {
 public:
  virtual ~RowFormat() = default;
  [[nodiscard]] virtual Frame frame() const { return {}; }
  [[nodiscard]] virtual std::string row(const Row& row) const = 0;
};

}  // namespace nutgraf::format
