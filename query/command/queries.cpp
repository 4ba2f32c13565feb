// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <utility>

#include "core/base/file_reader.h"
#include "core/base/utf8.h"
#include "core/cli/progress_line.h"
#include "query/command/unknown_words.h"
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

/// Once a query; of `similar` the query is an id.
void say_unknown_values(const QueryOptions& options, search::Searcher& searcher, const input::NamedQuery& query) {
  if (is_quiet(options)) {
    return;
  }
  search::Request request = request_for(options, query);
  request.query = options.command == Command::Similar ? std::string() : request.query;
  for (const std::string& line : searcher.unknown_values(request)) {
    say(query.qid.empty() ? line : fmt::format("query {}: {}", query.qid, line));
  }
}

std::size_t place_in(const std::string& query, std::size_t byte) {
  return utf8::count(std::string_view(query).substr(0, byte));
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
    } catch (const parse::QueryError& error) {
      ++wrong_;
      report(error, reader_.where(*query, place_in(query->text, error.byte())) + ": ");
    } catch (const Failure& failure) {
      if (failure.code() != ExitCode::Usage) {
        throw;
      }
      ++wrong_;
      report(failure, query ? reader_.where(*query, 0) + ": " : "");
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

/// `answered` says what was.
void stop_if_wrong(const QueryOptions& options, std::size_t wrong, std::string_view answered) {
  if (wrong > 0 && !options.many.keep_going) {
    const std::string file = options.many.queries == "-" ? "standard input" : options.many.queries;
    throw Failure(
        ExitCode::Usage, fmt::format("{} {} of {} cannot be read", wrong, wrong == 1 ? "query" : "queries", file),
        fmt::format("{}: fix {}, or answer the others with --keep-going", answered, wrong == 1 ? "it" : "them"));
  }
}

ExitCode answer_one(const QueryOptions& options, const Console& console, const View& view) {
  search::Searcher searcher(open_index(options.index));
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
  stop_if_wrong(options, collector.wrong(), "nothing was answered");
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

// Each answer goes out before the next query is read: a program at the other end may wait for it.
ExitCode answer_stream(const QueryOptions& options, const Console& console, const View& view) {
  search::Searcher searcher(open_index(options.index));
  warn_of_versions(options, searcher);
  Collector collector(options, view);
  Writer writer(options, console, view);
  console.output.flush();
  const Ask ask = repeated(view, options.many.repeat);
  LineReader lines("-");
  for (std::string line; lines.next(line);) {
    if (const std::optional<input::NamedQuery> query = collector.read(line, searcher)) {
      say_unknown_values(options, searcher, *query);
      writer.take(*query, ask(searcher, *query));
      console.output.flush();
    }
    stop_if_wrong(options, collector.wrong(), "the queries before it were answered, those after it were not");
  }
  const ExitCode code = writer.finish();
  return collector.wrong() > 0 ? ExitCode::Usage : code;
}

}  // namespace

ExitCode answer_queries(const QueryOptions& options, const Console& console, const View& view) {
  if (options.many.queries.empty()) {
    return answer_one(options, console, view);
  }
  return options.many.queries == "-" ? answer_stream(options, console, view) : answer_file(options, console, view);
}

format::Queries how_many(const QueryOptions& options) {
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
