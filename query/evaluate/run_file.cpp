// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/run_file.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "core/base/failure.h"
#include "query/evaluate/columns.h"
#include "query/input/query_file.h"

namespace nutgraf::evaluate {
namespace {

constexpr std::size_t kColumns = 6;

std::optional<double> score_of(std::string_view text) {
  double score = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), score);
  const bool is_read = error == std::errc{} && end == text.data() + text.size() && std::isfinite(score);
  return is_read ? std::optional(score) : std::nullopt;
}

}  // namespace

Run read_run(const std::string& file) {
  Run run;
  std::set<std::pair<std::string, std::string>> seen;
  std::size_t number = 0;
  for (const std::string& line : input::read_lines(file)) {
    ++number;
    const std::vector<std::string_view> columns = columns_of(line);
    if (columns.empty()) {
      continue;
    }
    const std::optional<double> score = columns.size() == kColumns ? score_of(columns[4]) : std::nullopt;
    if (!score) {
      throw Failure(ExitCode::Usage, fmt::format("{}:{}: no row of a run", file, number),
                    "a line is: qid Q0 docno rank score tag");
    }
    std::string qid(columns[0]);
    std::string docno(columns[2]);
    if (!seen.emplace(qid, docno).second) {
      throw Failure(ExitCode::Usage, fmt::format("{}:{}: {} is ranked twice for query {}", file, number, docno, qid),
                    "leave one of the lines out");
    }
    run[std::move(qid)].push_back({std::move(docno), *score});
  }
  return run;
}

}  // namespace nutgraf::evaluate
