// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "core/base/file_reader.h"
#include "core/base/utf8.h"
#include "core/cli/progress_line.h"
#include "query/command/opened_index.h"
#include "query/command/unknown_words.h"
#include "query/format/failure_row.h"
#include "query/format/hit_row.h"
#include "query/parse/query_error.h"

namespace nutgraf::query {
namespace {

/// Writes outcomes and keeps what is said of them afterwards.
class Writer {
 public:
  Writer(const QueryOptions& options, const Console& console, const View& view)
      : options_(options), console_(console), view_(view) {
    console.output.write(view.frame.begin);
  }

  void take(const input::NamedQuery& query, const Outcome& outcome) {
    if (!outcome.output.empty()) {
      console_.output.write(written_ ? view_.frame.between : std::string());
      console_.output.write(outcome.output);
      written_ = true;
    }
    found_ = found_ || outcome.rows > 0;
    const bool is_ranked = options_.command == Command::Search || options_.command == Command::Similar;
    if (console_.remarks != nullptr && is_ranked) {
      console_.remarks->rows = outcome.rows;
      console_.remarks->limit = outcome.rows;
    }
    note(options_, console_, outcome.notes, query.qid.empty() ? std::string() : fmt::format("query {}: ", query.qid));
    const std::string qid = query.qid.empty() ? "1" : query.qid;
    if (!options_.many.summary.empty()) {
      summary_ += fmt::format("{}\t{}\n", qid, outcome.rows);
    }
    if (!options_.many.timings.empty()) {
      timings_ += fmt::format("{}\t{}\t{}\n", qid, outcome.rows, outcome.us);
    }
  }

  ExitCode finish() {
    console_.output.write(view_.frame.end);
    console_.output.flush();
    if (!options_.many.summary.empty()) {
      cli::write_file(options_.many.summary, summary_);
    }
    if (!options_.many.timings.empty()) {
      cli::write_file(options_.many.timings, timings_);
    }
    return found_ || options_.ok_empty ? ExitCode::Done : ExitCode::NothingFound;
  }

 private:
  const QueryOptions& options_;
  const Console& console_;
  const View& view_;
  bool written_ = false;
  bool found_ = false;
  std::string summary_;
  std::string timings_;
};

// The query again and again; the best time counts.
Ask repeated(const View& view, unsigned times) {
  return [&view, times](search::Searcher& searcher, const input::NamedQuery& query) {
    Outcome best = view.ask(searcher, query);
    for (unsigned i = 1; i < times; ++i) {
      best.us = std::min(best.us, view.ask(searcher, query).us);
    }
    return best;
  };
}

std::size_t thread_count(const QueryOptions& options, std::size_t queries) {
  std::size_t threads = options.many.threads;
  if (threads == 0) {
    // Queries that share a machine's cores disturb each other's times.
    threads = options.many.timings.empty() ? std::max(1U, std::thread::hardware_concurrency()) : 1;
  }
  return std::clamp<std::size_t>(queries, 1, threads);
}

void warn_of_versions(const QueryOptions& options, const search::Searcher& searcher) {
  const std::string warning = version_warning(searcher.index().contract);
  if (!warning.empty() && !is_quiet(options)) {
    say(warning);
  }
}

/// Once a query.
void say_unknown_values(const QueryOptions& options, search::Searcher& searcher, const input::NamedQuery& query) {
  if (is_quiet(options)) {
    return;
  }
  for (const std::string& line : unknown_values_of(options, searcher, query)) {
    say(query.qid.empty() ? line : fmt::format("query {}: {}", query.qid, line));
  }
}

/// "q.tsv:2:5: ", the place that a failure of a query is about.
std::string where(const input::QueryReader& reader, const input::NamedQuery& query, const Failure& failure) {
  const auto* const error = dynamic_cast<const parse::QueryError*>(&failure);
  const std::string_view before = std::string_view(query.text).substr(0, error == nullptr ? 0 : error->byte());
  return reader.where(query, utf8::count(before)) + ": ";
}

/// The queries of a file, the wrong ones reported.
class Collector {
 public:
  Collector(const QueryOptions& options, const View& view)
      : options_(options), view_(view), reader_(input::query_reader(options.many.queries)) {}

  std::optional<input::NamedQuery> read(const std::string& line, search::Searcher& searcher) {
    std::optional<input::NamedQuery> query;
    try {
      query = reader_.next(line);
      if (query) {
        view_.check(searcher, *query);
        say_unknown_words(options_, searcher, *query, reader_.where(*query, 0) + ": ");
        return query;
      }
    } catch (const Failure& failure) {
      if (failure.code() != ExitCode::Usage) {
        throw;
      }
      ++wrong_;
      report(failure, query ? where(reader_, *query, failure) : "");
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t wrong() const { return wrong_; }

 private:
  const QueryOptions& options_;
  const View& view_;
  input::QueryReader reader_;
  std::size_t wrong_ = 0;
};

void stop_if_wrong(const QueryOptions& options, std::size_t wrong) {
  if (wrong > 0 && !options.many.keep_going) {
    const std::string_view it = wrong == 1 ? "it" : "them";
    throw Failure(
        ExitCode::Usage,
        fmt::format("{} {} of {} cannot be read", wrong, wrong == 1 ? "query" : "queries", options.many.queries),
        fmt::format("nothing was answered: fix {}, or answer the others with --keep-going", it));
  }
}

ExitCode answer_one(const QueryOptions& options, const Console& console, const View& view) {
  const OpenedIndex opened(options, console);
  search::Searcher& searcher = opened.searcher();
  warn_of_versions(options, searcher);
  input::NamedQuery query;
  query.text = options.words;
  say_unknown_words(options, searcher, query);
  Writer writer(options, console, view);  // before the answer, which may write its beginning itself
  const Outcome outcome = repeated(view, options.many.repeat)(searcher, query);
  say_unknown_values(options, searcher, query);
  writer.take(query, outcome);
  return writer.finish();
}

ExitCode answer_file(const QueryOptions& options, const Console& console, const View& view) {
  const std::vector<std::string> lines = input::read_lines(options.many.queries);
  std::vector<search::Searcher> searchers = open_searchers(options.index, thread_count(options, lines.size()));
  warn_of_versions(options, searchers.front());
  Collector collector(options, view);
  std::vector<input::NamedQuery> queries;
  for (const std::string& line : lines) {
    if (std::optional<input::NamedQuery> query = collector.read(line, searchers.front())) {
      queries.push_back(std::move(*query));
    }
  }
  stop_if_wrong(options, collector.wrong());
  for (const input::NamedQuery& query : queries) {
    say_unknown_values(options, searchers.front(), query);
  }
  Writer writer(options, console, view);
  std::atomic<std::size_t> answered = 0;
  const auto progress = [&](std::chrono::duration<double> elapsed) {
    if (console.look.progress == cli::ProgressForm::Lines) {
      return fmt::format(R"({{"done":{},"of":{},"seconds":{:.3f}}})", answered.load(), queries.size(), elapsed.count());
    }
    return fmt::format("{} of {} queries", fmt::group_digits(answered.load()), fmt::group_digits(queries.size()));
  };
  {
    const cli::ProgressLine line(console.look.progress, progress);
    ask_all(searchers, queries, repeated(view, options.many.repeat),
            [&](const input::NamedQuery& query, const Outcome& outcome) {
              writer.take(query, outcome);
              ++answered;
            });
  }
  const ExitCode code = writer.finish();
  return collector.wrong() > 0 ? ExitCode::Usage : code;
}

/// Queries as they arrive. Each answer goes out before the next query is read: a program at the other end may wait for
/// it; and it gets one for every query, wrong ones too.
class Stream {
 public:
  Stream(const QueryOptions& options, const Console& console, const View& view)
      : options_(options),
        console_(console),
        view_(view),
        opened_(options, console),
        reader_(input::query_reader(options.many.queries)),
        writer_(options, console, view) {
    warn_of_versions(options, opened_.searcher());
    console.output.flush();
  }

  void take(const std::string& line) {
    std::optional<input::NamedQuery> query;
    try {
      query = reader_.next(line);
      if (query) {
        answer(*query);
      }
    } catch (const Failure& failure) {
      first_failure_ = first_failure_ == ExitCode::Done ? failure.code() : first_failure_;
      refuse(query ? &*query : nullptr, failure);
    }
    console_.output.flush();
  }

  ExitCode finish() {
    const ExitCode code = writer_.finish();
    return first_failure_ == ExitCode::Done ? code : first_failure_;
  }

 private:
  void answer(const input::NamedQuery& query) {
    search::Searcher& searcher = opened_.searcher();
    view_.check(searcher, query);
    say_unknown_words(options_, searcher, query, reader_.where(query, 0) + ": ");
    say_unknown_values(options_, searcher, query);
    writer_.take(query, repeated(view_, options_.many.repeat)(searcher, query));
  }

  // In JSON the answer is an object that says why, too; other formats have no place for that.
  void refuse(const input::NamedQuery* query, const Failure& failure) {
    report(failure, query == nullptr ? std::string() : where(reader_, *query, failure));
    if (how_many(options_) != format::Queries::Lines) {
      console_.output.write(view_.refused ? view_.refused(query) : std::string());
      return;
    }
    format::Row row = format::Row::object();
    row["qid"] = query == nullptr ? format::Row(nullptr) : format::Row(query->qid);
    row["query"] = query == nullptr ? format::Row(nullptr) : format::Row(query->text);
    row["error"] = format::failure_row(failure, query == nullptr ? std::string() : query->text);
    console_.output.write(format::to_json(row) + "\n");
  }

  const QueryOptions& options_;
  const Console& console_;
  const View& view_;
  OpenedIndex opened_;
  input::QueryReader reader_;
  Writer writer_;
  ExitCode first_failure_ = ExitCode::Done;
};

ExitCode answer_stream(const QueryOptions& options, const Console& console, const View& view) {
  Stream stream(options, console, view);
  LineReader lines("-");
  for (std::string line; lines.next(line);) {
    stream.take(line);
  }
  return stream.finish();
}

}  // namespace

ExitCode answer_queries(const QueryOptions& options, const Console& console, const View& view) {
  if (options.many.queries.empty()) {
    return answer_one(options, console, view);
  }
  return options.many.queries == "-" ? answer_stream(options, console, view) : answer_file(options, console, view);
}

format::Queries how_many(const QueryOptions& options) {
  const format::FormatName name = format_of(options);
  const bool json = name == format::FormatName::Json || name == format::FormatName::Jsonl;
  if (options.many.queries == "-" && json) {
    return format::Queries::Lines;
  }
  return options.many.queries.empty() ? format::Queries::One : format::Queries::Several;
}

bool is_sorted_by_date(const QueryOptions& options) {
  return options.request.sort != search::SortBy::Relevance;
}

search::Request request_for(const QueryOptions& options, const input::NamedQuery& query) {
  search::Request request = options.request;
  request.query = query.text;
  // The newest passages with any of the words are mostly about something else.
  if (is_sorted_by_date(options) && !options.match) {
    request.match = bind::MatchMode::All;
  }
  return request;
}

std::function<void(search::Searcher&, const input::NamedQuery&)> bind_check(const QueryOptions& options) {
  return [&options](search::Searcher& searcher, const input::NamedQuery& query) {
    searcher.check(request_for(options, query));
  };
}

format::FormatOptions format_options(const QueryOptions& options, const Console& console) {
  format::FormatOptions format;
  format.queries = how_many(options);
  format.marks = console.look.marks;
  format.sheet = options.output.excel ? format::Sheet::Excel : format::Sheet::Standard;
  format.trec_unit = options.request.per_article == 1 ? format::TrecUnit::Article : format::TrecUnit::Passage;
  format.width = console.look.width;
  format.fields = options.output.fields;
  return format;
}

}  // namespace nutgraf::query
