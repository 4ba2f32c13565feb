// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Files of queries: UTF-8 (BOM and CRLF accepted), one query per line, blank lines skipped, `qid<TAB>query` on all
/// lines or on none (then the line's number is the qid); or .jsonl with "_id"/"qid" and "text"/"query".
namespace nutgraf::input {

struct NamedQuery {
  std::string qid;  // empty for the query of the command line
  std::string text;
  std::size_t line = 0;    // from 1; 0 = the command line
  std::size_t column = 1;  // where text begins in the line, in code points from 1; 0 = nowhere (JSON)
};

enum class QueryLayout : unsigned char { Lines, JsonLines };

/// Reads line after line; remembers which layout the file has and which qids it used.
class QueryReader {
 public:
  QueryReader(std::string name, QueryLayout layout) : name_(std::move(name)), layout_(layout) {}

  /// The query of the next line, without its line feed; nothing for a blank one. Throws Failure(Usage) beginning with
  /// "file:line:column: ".
  [[nodiscard]] std::optional<NamedQuery> next(std::string_view line);

  /// "file:line:column", columns counted from 1; `place` is in code points of the query.
  [[nodiscard]] std::string where(const NamedQuery& query, std::size_t place) const;

 private:
  enum class Columns : unsigned char { Unknown, QueryOnly, QidAndQuery };
  [[nodiscard]] NamedQuery read_plain(std::string_view line);
  [[nodiscard]] NamedQuery read_json(std::string_view line) const;
  [[noreturn]] void refuse(std::size_t column, const std::string& message) const;

  std::string name_;
  QueryLayout layout_;
  Columns columns_ = Columns::Unknown;
  std::size_t line_ = 0;
  std::set<std::string> qids_;
};

/// Standard input is "-".
[[nodiscard]] QueryReader query_reader(const std::string& file);

/// A file split into lines. Throws Failure(Missing) where it cannot be read.
[[nodiscard]] std::vector<std::string> read_lines(const std::string& file);

}  // namespace nutgraf::input
