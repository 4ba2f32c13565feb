// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "core/text/display_width.h"
#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/evaluate/measures.h"
#include "query/evaluate/randomisation.h"
#include "query/evaluate/run_file.h"
#include "query/format/hit_row.h"
#include "query/format/trec.h"
#include "query/search/postings/articles.h"

namespace nutgraf::query {
namespace {

using Values = std::vector<double>;  // a measure each

struct Judged {
  std::string qid;
  Values values;
  Values baseline;  // of the run to compare with
};

/// Results of judged queries in the order of the file; filled by several threads.
class Evaluation {
 public:
  /// `place`: in which order it is shown.
  void add(std::size_t place, Judged judged) {
    const std::lock_guard lock(mutex_);
    queries_[place] = std::move(judged);
  }
  [[nodiscard]] const std::map<std::size_t, Judged>& queries() const { return queries_; }

  [[nodiscard]] Values means(Values Judged::*of) const {
    Values sums;
    for (const auto& [line, query] : queries_) {
      sums.resize((query.*of).size());
      std::transform(sums.begin(), sums.end(), (query.*of).begin(), sums.begin(), std::plus<>());
    }
    for (double& sum : sums) {
      sum /= static_cast<double>(queries_.size());
    }
    return sums;
  }

  /// What each query gained over the baseline by one measure.
  [[nodiscard]] Values differences(std::size_t measure) const {
    Values found;
    for (const auto& [line, query] : queries_) {
      found.push_back(query.values[measure] - query.baseline[measure]);
    }
    return found;
  }

 private:
  std::mutex mutex_;
  std::map<std::size_t, Judged> queries_;  // by place
};

/// Against the baseline, a measure each.
struct Comparison {
  Values baseline;
  Values difference;
  Values p;
};

Comparison compare_runs(const Evaluation& evaluation, const EvalOptions& options) {
  Comparison comparison;
  comparison.baseline = evaluation.means(&Judged::baseline);
  const Values means = evaluation.means(&Judged::values);
  for (std::size_t i = 0; i < options.measures.size(); ++i) {
    comparison.difference.push_back(means[i] - comparison.baseline[i]);
    comparison.p.push_back(evaluate::randomisation_p(evaluation.differences(i), {options.permutations, options.seed}));
  }
  return comparison;
}

bool names_passage(std::string_view docno) {
  const std::size_t hash = docno.rfind('#');
  return hash != std::string_view::npos && hash > 0 && hash + 1 < docno.size() &&
         docno.find_first_not_of("0123456789", hash + 1) == std::string_view::npos;
}

// Judgments of passages name every document ID#K, and the index has no such ids of articles.
format::TrecUnit unit_of(const evaluate::Qrels& qrels, const std::string& index_path) {
  std::string example;
  for (const auto& [qid, judgments] : qrels.queries) {
    for (const auto& [docno, grade] : judgments) {
      if (!names_passage(docno)) {
        return format::TrecUnit::Article;
      }
      example = docno;
    }
  }
  if (example.empty()) {
    return format::TrecUnit::Article;
  }
  return search::postings::has_article(open_index(index_path), example) ? format::TrecUnit::Article
                                                                        : format::TrecUnit::Passage;
}

std::vector<evaluate::RankedDocument> ranking_of(const view::Answer& answer, format::TrecUnit unit) {
  std::vector<evaluate::RankedDocument> documents;
  for (const view::Hit& hit : answer.hits) {
    documents.push_back({format::docno(hit, unit), hit.score});
  }
  return documents;
}

std::string line_of(std::string_view name, const Values& values) {
  std::string line = fmt::format("{:<24}", name);
  for (const double value : values) {
    line += fmt::format(" {:>8.4f}", value);
  }
  return line + "\n";
}

std::string as_text(const Evaluation& evaluation, const EvalOptions& options) {
  std::string out = fmt::format("{:<24}", "query");
  for (const evaluate::Measure& measure : options.measures) {
    out += fmt::format(" {:>8}", evaluate::label_of(measure));
  }
  out += "\n";
  if (options.per_query) {
    for (const auto& [line, query] : evaluation.queries()) {
      out += line_of(query.qid, query.values);
    }
  }
  out += line_of(fmt::format("mean of {}", evaluation.queries().size()), evaluation.means(&Judged::values));
  if (!options.baseline.empty()) {
    const Comparison comparison = compare_runs(evaluation, options);
    out += line_of("baseline", comparison.baseline) + line_of("difference", comparison.difference) +
           line_of("p, two-sided", comparison.p);
  }
  return out;
}

format::Row row_of(const Values& values, const EvalOptions& options, format::Row row) {
  for (std::size_t i = 0; i < options.measures.size(); ++i) {
    row[evaluate::key_of(options.measures[i])] = values[i];
  }
  return row;
}

std::string as_json(const Evaluation& evaluation, const EvalOptions& options) {
  format::Row object = format::Row::object();
  object["n_queries"] = evaluation.queries().size();
  object["means"] = row_of(evaluation.means(&Judged::values), options, format::Row::object());
  if (!options.baseline.empty()) {
    const Comparison comparison = compare_runs(evaluation, options);
    object["baseline"] = row_of(comparison.baseline, options, format::Row::object());
    object["difference"] = row_of(comparison.difference, options, format::Row::object());
    object["p"] = row_of(comparison.p, options, format::Row::object());
  }
  if (options.per_query) {
    format::Row rows = format::Row::array();
    for (const auto& [line, query] : evaluation.queries()) {
      format::Row row = row_of(query.values, options, {{"qid", query.qid}});
      if (!options.baseline.empty()) {
        row["baseline"] = row_of(query.baseline, options, format::Row::object());
      }
      rows.push_back(std::move(row));
    }
    object["queries"] = std::move(rows);
  }
  return format::to_json(object) + "\n";
}

Values baseline_of(const evaluate::Run& run, const std::string& qid, const evaluate::Judgments& judgments,
                   const EvalOptions& options) {
  const auto found = run.find(qid);
  return evaluate::measure(found == run.end() ? std::vector<evaluate::RankedDocument>() : found->second, judgments,
                           options.measures);
}

void say_rest(const QueryOptions& options, const Evaluation& evaluation, const evaluate::Qrels& qrels) {
  const std::size_t judged = evaluation.queries().size();
  if (!is_quiet(options) && judged < qrels.queries.size()) {
    say(fmt::format("{} of the {} judged queries of {} are not in {}", qrels.queries.size() - judged,
                    qrels.queries.size(), options.eval.qrels,
                    options.eval.run.empty() ? options.many.queries : options.eval.run));
  }
}

/// Judgments of documents that are not in the index can never be met.
void say_missing(const QueryOptions& options, const evaluate::Qrels& qrels, format::TrecUnit unit) {
  if (is_quiet(options)) {
    return;
  }
  const OpenIndex index = open_index(options.index);
  std::set<std::string_view> judged;
  std::size_t missing = 0;
  for (const auto& [qid, judgments] : qrels.queries) {
    for (const auto& [docno, grade] : judgments) {
      const std::string id = unit == format::TrecUnit::Passage ? docno.substr(0, docno.rfind('#')) : docno;
      missing += judged.insert(docno).second && !search::postings::has_article(index, id) ? 1U : 0U;
    }
  }
  if (missing > 0) {
    say(fmt::format("{} of the {} judged documents of {} are not in {}", fmt::group_digits(missing),
                    fmt::group_digits(judged.size()), options.eval.qrels, options.index));
  }
}

ExitCode write_measures(const QueryOptions& options, const Console& console, const Evaluation& evaluation,
                        const evaluate::Qrels& qrels) {
  if (evaluation.queries().empty()) {
    const std::string& asked = options.eval.run.empty() ? options.many.queries : options.eval.run;
    throw Failure(ExitCode::Usage, fmt::format("no query of {} is judged in {}", asked, options.eval.qrels),
                  "the qids of both files must agree");
  }
  say_rest(options, evaluation, qrels);
  const bool json = options.output.format == format::FormatName::Json;
  console.output.write(json ? as_json(evaluation, options.eval) : without_controls(as_text(evaluation, options.eval)));
  return ExitCode::Done;
}

/// A run that some program made.
ExitCode measure_run(const QueryOptions& options, const Console& console, const evaluate::Qrels& qrels,
                     const evaluate::Run& baseline) {
  Evaluation evaluation;
  std::size_t place = 0;
  for (const auto& [qid, documents] : evaluate::read_run(options.eval.run)) {
    const auto judgments = qrels.queries.find(qid);
    if (judgments != qrels.queries.end()) {
      evaluation.add(++place, {qid, evaluate::measure(documents, judgments->second, options.eval.measures),
                               baseline_of(baseline, qid, judgments->second, options.eval)});
    }
  }
  return write_measures(options, console, evaluation, qrels);
}

}  // namespace

ExitCode run_eval(const QueryOptions& options, const Console& console) {
  const EvalOptions& eval = options.eval;
  const evaluate::Qrels qrels = evaluate::read_qrels(eval.qrels, eval.negatives);
  const evaluate::Run baseline = eval.baseline.empty() ? evaluate::Run() : evaluate::read_run(eval.baseline);
  if (!eval.run.empty()) {
    return measure_run(options, console, qrels, baseline);
  }
  const format::TrecUnit unit = unit_of(qrels, options.index);
  QueryOptions asked = options;
  if (unit == format::TrecUnit::Passage && !options.per_article) {
    asked.request.per_article = std::numeric_limits<std::uint32_t>::max();
  }
  Evaluation evaluation;
  const auto ask = [&](search::Searcher& searcher, const input::NamedQuery& query) {
    const view::Answer answer = searcher.search(request_for(asked, query));
    const auto judgments = qrels.queries.find(query.qid);
    if (judgments != qrels.queries.end()) {
      evaluation.add(query.line,
                     {query.qid, evaluate::measure(ranking_of(answer, unit), judgments->second, eval.measures),
                      baseline_of(baseline, query.qid, judgments->second, eval)});
    }
    return Outcome{{}, answer.hits.size(), answer.took_us};
  };
  const ExitCode code = answer_queries(asked, console, {{}, bind_check(asked), ask});
  static_cast<void>(write_measures(options, console, evaluation, qrels));
  say_missing(options, qrels, unit);
  return code;
}

}  // namespace nutgraf::query
