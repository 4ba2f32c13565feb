// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/evaluate/measures.h"
#include "query/format/hit_row.h"
#include "query/format/trec.h"
#include "query/search/articles.h"

namespace nutgraf::query {
namespace {

struct Judged {
  std::string qid;
  Measures measures;
};

/// Results of judged queries in the order of the file; filled by several threads.
class Evaluation {
 public:
  void add(const NamedQuery& query, const Measures& measures) {
    const std::lock_guard lock(mutex_);
    queries_[query.line] = {query.qid, measures};
  }
  [[nodiscard]] const std::map<std::size_t, Judged>& queries() const { return queries_; }

  [[nodiscard]] Measures means() const {
    Measures sum;
    for (const auto& [line, query] : queries_) {
      sum += query.measures;
    }
    if (!queries_.empty()) {
      sum /= static_cast<double>(queries_.size());
    }
    return sum;
  }

 private:
  std::mutex mutex_;
  std::map<std::size_t, Judged> queries_;  // by line
};

bool names_passage(std::string_view docno) {
  const std::size_t hash = docno.rfind('#');
  return hash != std::string_view::npos && hash > 0 && hash + 1 < docno.size() &&
         docno.find_first_not_of("0123456789", hash + 1) == std::string_view::npos;
}

// Judgments of passages name every document ID#K, and the index has no such ids of articles.
TrecUnit unit_of(const Qrels& qrels, const std::string& index_path) {
  std::string example;
  for (const auto& [qid, judgments] : qrels.queries) {
    for (const auto& [docno, grade] : judgments) {
      if (!names_passage(docno)) {
        return TrecUnit::Article;
      }
      example = docno;
    }
  }
  if (example.empty()) {
    return TrecUnit::Article;
  }
  return has_article(open_index(index_path), example) ? TrecUnit::Article : TrecUnit::Passage;
}

std::vector<RankedDocument> ranking_of(const Answer& answer, TrecUnit unit) {
  std::vector<RankedDocument> documents;
  for (const Hit& hit : answer.hits) {
    documents.push_back({docno(hit, unit), hit.score});
  }
  return documents;
}

std::string line_of(std::string_view name, const Measures& measures) {
  std::string line = fmt::format("{:<24}", name);
  for (const MeasureName& measure : measure_names()) {
    line += fmt::format(" {:>8.4f}", measures.*measure.value);
  }
  return line + "\n";
}

std::string as_text(const Evaluation& evaluation, const QueryOptions& options) {
  std::string out = fmt::format("{:<24}", "query");
  for (const MeasureName& measure : measure_names()) {
    out += fmt::format(" {:>8}", measure.label);
  }
  out += "\n";
  if (options.per_query) {
    for (const auto& [line, query] : evaluation.queries()) {
      out += line_of(query.qid, query.measures);
    }
  }
  return out + line_of(fmt::format("mean of {}", evaluation.queries().size()), evaluation.means());
}

Row row_of(const Measures& measures, Row row) {
  for (const MeasureName& measure : measure_names()) {
    row[std::string(measure.key)] = measures.*measure.value;
  }
  return row;
}

std::string as_json(const Evaluation& evaluation, const QueryOptions& options) {
  Row object = Row::object();
  object["n_queries"] = evaluation.queries().size();
  object["means"] = row_of(evaluation.means(), Row::object());
  if (options.per_query) {
    Row rows = Row::array();
    for (const auto& [line, query] : evaluation.queries()) {
      Row row = Row::object();
      row["qid"] = query.qid;
      rows.push_back(row_of(query.measures, std::move(row)));
    }
    object["queries"] = std::move(rows);
  }
  return to_json(object) + "\n";
}

void say_rest(const QueryOptions& options, const Evaluation& evaluation, const Qrels& qrels) {
  const std::size_t judged = evaluation.queries().size();
  if (!options.output.quiet && judged < qrels.queries.size()) {
    say(fmt::format("{} of the {} judged queries of {} are not in {}", qrels.queries.size() - judged,
                    qrels.queries.size(), options.qrels, options.many.queries));
  }
}

}  // namespace

ExitCode run_eval(const QueryOptions& options, const Console& console) {
  const Qrels qrels = read_qrels(options.qrels);
  const TrecUnit unit = unit_of(qrels, options.index);
  QueryOptions asked = options;
  if (unit == TrecUnit::Passage && !options.per_article) {
    asked.request.per_article = std::numeric_limits<std::uint32_t>::max();
  }
  Evaluation evaluation;
  const auto ask = [&](Searcher& searcher, const NamedQuery& query) {
    const Answer answer = searcher.search(request_for(asked, query));
    const auto judgments = qrels.queries.find(query.qid);
    if (judgments != qrels.queries.end()) {
      evaluation.add(query, measure(ranking_of(answer, unit), judgments->second));
    }
    return Outcome{{}, answer.hits.size(), answer.took_us};
  };
  const ExitCode code = answer_queries(asked, console, {{}, bind_check(asked), ask});
  if (evaluation.queries().empty()) {
    throw Failure(ExitCode::Usage, fmt::format("no query of {} is judged in {}", options.many.queries, options.qrels),
                  "the qids of both files must agree");
  }
  say_rest(options, evaluation, qrels);
  const bool json = options.output.format == FormatName::Json;
  console.output.write(json ? as_json(evaluation, options) : as_text(evaluation, options));
  return code;
}

}  // namespace nutgraf::query
