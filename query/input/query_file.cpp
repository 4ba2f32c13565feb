// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/input/query_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/file_reader.h"
#include "core/base/utf8.h"

namespace nutgraf::input {
namespace {

constexpr std::string_view kJsonLines = ".jsonl";

// Column of the first byte that is no UTF-8.
std::optional<std::size_t> bad_column(std::string_view text) {
  const std::string_view valid = text.substr(0, utf8::valid_length(text));
  return valid.size() == text.size() ? std::nullopt : std::optional(utf8::count(valid) + 1);
}

std::string text_of(const nlohmann::json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_string()) {
      return found->get<std::string>();
    }
    if (found != object.end() && found->is_number()) {
      return found->dump();
    }
  }
  return {};
}

}  // namespace

std::optional<NamedQuery> QueryReader::next(std::string_view line) {
  ++line_;
  if (line_ == 1 && line.starts_with(utf8::kByteOrderMarkBytes)) {
    line.remove_prefix(utf8::kByteOrderMarkBytes.size());
  }
  if (!line.empty() && line.back() == '\r') {
    line.remove_suffix(1);
  }
  if (ascii::trimmed(line).empty()) {
    return std::nullopt;
  }
  if (const std::optional<std::size_t> column = bad_column(line)) {
    refuse(*column, "not UTF-8");
  }
  NamedQuery query = layout_ == QueryLayout::JsonLines ? read_json(line) : read_plain(line);
  query.line = line_;
  if (query.qid.empty()) {
    query.qid = std::to_string(line_);
  }
  if (!qids_.insert(query.qid).second) {
    refuse(1, fmt::format("the qid {} occurs on an earlier line too", query.qid));
  }
  return query;
}

NamedQuery QueryReader::read_plain(std::string_view line) {
  const std::size_t tab = line.find('\t');
  const Columns columns = tab == std::string_view::npos ? Columns::QueryOnly : Columns::QidAndQuery;
  if (columns_ == Columns::Unknown) {
    columns_ = columns;
  }
  if (columns != columns_) {
    refuse(1, columns == Columns::QueryOnly ? "no qid and tab, which the lines before have"
                                            : "a qid and tab, which the lines before have not");
  }
  NamedQuery query;
  if (columns == Columns::QueryOnly) {
    query.text = line;
    return query;
  }
  query.qid = ascii::trimmed(line.substr(0, tab));
  query.text = line.substr(tab + 1);
  query.column = utf8::count(line.substr(0, tab + 1)) + 1;
  if (query.qid.empty()) {
    refuse(1, "no qid before the tab");
  }
  return query;
}

NamedQuery QueryReader::read_json(std::string_view line) const {
  const auto object = nlohmann::json::parse(line, nullptr, false);
  if (!object.is_object()) {
    refuse(1, "no JSON object");
  }
  NamedQuery query;
  query.qid = text_of(object, {"qid", "_id", "id"});
  query.text = text_of(object, {"query", "text"});
  query.column = 0;
  if (query.text.empty()) {
    refuse(1, R"(no "text" or "query" in the object)");
  }
  return query;
}

std::string QueryReader::where(const NamedQuery& query, std::size_t place) const {
  return fmt::format("{}:{}:{}", name_, query.line, query.column == 0 ? 1 : query.column + place);
}

void QueryReader::refuse(std::size_t column, const std::string& message) const {
  throw Failure(ExitCode::Usage, fmt::format("{}:{}:{}: {}", name_, line_, column, message));
}

QueryReader query_reader(const std::string& file) {
  if (file == "-") {
    return {"standard input", QueryLayout::Lines};
  }
  const bool json = file.size() > kJsonLines.size() && file.substr(file.size() - kJsonLines.size()) == kJsonLines;
  return {file, json ? QueryLayout::JsonLines : QueryLayout::Lines};
}

std::vector<std::string> read_lines(const std::string& file) {
  LineReader reader(file);
  std::vector<std::string> lines;
  for (std::string line; reader.next(line);) {
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace nutgraf::input
