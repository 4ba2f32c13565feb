// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/qrels.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/failure.h"
#include "query/evaluate/columns.h"
#include "query/input/query_file.h"

namespace nutgraf::evaluate {
namespace {

std::optional<int> grade_of(std::string_view text) {
  int grade = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return grade;
}

struct Judgment {
  std::string_view qid;
  std::string_view docno;
  int grade = 0;
};

std::optional<Judgment> judgment_of(std::string_view line) {
  const std::vector<std::string_view> columns = columns_of(line);
  if (columns.size() != 3 && columns.size() != 4) {
    return std::nullopt;
  }
  const std::optional<int> grade = grade_of(columns.back());
  if (!grade) {
    return std::nullopt;
  }
  return Judgment{columns[0], columns[columns.size() - 2], *grade};
}

}  // namespace

Qrels read_qrels(const std::string& file, NegativeGrades negatives) {
  Qrels qrels;
  std::size_t number = 0;
  for (const std::string& line : input::read_lines(file)) {
    ++number;
    if (columns_of(line).empty()) {
      continue;
    }
    const std::optional<Judgment> judgment = judgment_of(line);
    if (!judgment && number == 1) {
      continue;  // a header
    }
    if (!judgment) {
      throw Failure(ExitCode::Usage, fmt::format("{}:{}: no judgment", file, number), "a line is: qid 0 docno grade");
    }
    if (judgment->grade >= 0 || negatives == NegativeGrades::NotRelevant) {
      qrels.queries[std::string(judgment->qid)].insert_or_assign(std::string(judgment->docno), judgment->grade);
    }
  }
  return qrels;
}

}  // namespace nutgraf::evaluate
