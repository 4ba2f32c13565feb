// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/answerer.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "query/command/bare_words.h"
#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/command/undated_note.h"
#include "query/command/unknown_words.h"
#include "query/command_line.h"
#include "query/format/failure_row.h"
#include "query/format/hit_row.h"
#include "query/parse/query_error.h"
#include "query/serve/parameters.h"

namespace nutgraf::serve {
namespace {

constexpr std::string_view kAbout = "about";

format::Row head_of(const Request& request, ExitCode code) {
  format::Row head = format::Row::object();
  head["protocol"] = kProtocol;
  head["id"] = format::Row::parse(request.id);
  head["code"] = static_cast<int>(code);
  return head;
}

/// A command line's advice is what to type there, and its options are our parameters.
Failure without_options(const Failure& failure) {
  const std::string_view message = failure.what();
  return {failure.code(), std::string(message.substr(message.starts_with("--") ? 2 : 0))};
}

query::QueryOptions options_of(const Request& request, const ViewRow& view, const std::string& path,
                               format::FormatName format) {
  std::vector<std::string> arguments = arguments_of(request, view);
  arguments.insert(std::next(arguments.begin()),
                   {"--index=" + path, fmt::format("--format={}", to_string(format)), "--quiet"});
  try {
    return query::read_command_line(arguments).options;
  } catch (const parse::QueryError&) {
    throw;
  } catch (const Failure& failure) {
    throw without_options(failure);
  }
}

void require_clear_words(const query::QueryOptions& options, const ViewRow& view, const input::NamedQuery& query) {
  if (view.bare_words == BareWords::Unclear && !options.match && has_several_words(options, query)) {
    throw Failure(ExitCode::Usage,
                  fmt::format("`{}` may mean any of the words, all of them, or the phrase", query.text),
                  "say which: match any, all or phrase");
  }
}

void limit_rows(const Limits& limits, query::QueryOptions& options) {
  if (options.limit && *options.limit > limits.rows && *options.limit != query::kAllRows) {
    throw Failure(ExitCode::Usage, fmt::format("limit takes at most {} here", limits.rows));
  }
  options.request.limit = std::min(options.request.limit, limits.rows);
}

/// The reply is the same object whatever is counted.
void count_as_object(query::QueryOptions& options) {
  if (options.unit == query::Unit::Stories) {
    options.request.counted = search::Counted::Stories;
  }
  options.unit = query::Unit::All;
}

void require_few_words(const Limits& limits, const query::QueryOptions& options) {
  if (options.request.limits.clauses > limits.clauses) {
    throw Failure(ExitCode::Usage, fmt::format("max-clauses takes at most {} here", limits.clauses));
  }
  if (options.max_expansions.value_or(0) > limits.expansions) {
    throw Failure(ExitCode::Usage, fmt::format("max-expansions takes at most {} here", limits.expansions));
  }
}

/// Line feeds stand between the values of JSON only: in texts they are escaped.
std::string on_one_line(std::string json) {
  std::erase(json, '\n');
  return json;
}

format::Row row_of(const std::string& name, const OpenIndex& index) {
  format::Row row = format::Row::object();
  row["name"] = name;
  row["generation"] = index.generation;
  row["articles"] = index.contract.articles;
  row["passages"] = index.contract.passages;
  row["undated"] = index.contract.undated;
  row["tokens"] = index.contract.tokens;
  row["languages"] = format::Row::array();
  for (const LanguageCount& language : index.contract.languages) {
    row["languages"].push_back({{"lang", language.language}, {"articles", language.articles}});
  }
  return row;
}

void append(std::vector<std::string> from, std::vector<std::string>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

const std::string& query_of(const Request& request, const ViewRow& view) {
  static const std::string none;
  const auto found = std::ranges::find(request.parameters, view.operand, &Parameters::value_type::first);
  return found == request.parameters.end() ? none : found->second;
}

}  // namespace

/// What is served, and what may be asked of it.
Reply Answerer::about(const Request& request) const {
  format::Row row = head_of(request, ExitCode::Done);
  row["view"] = kAbout;
  row["version"] = NUTGRAF_VERSION;
  row["indexes"] = format::Row::array();
  for (ServedIndex& index : indexes_.all()) {
    const ServedIndex::Lease lease(index);
    row["indexes"].push_back(row_of(index.name(), lease.searcher().index()));
  }
  row["views"] = format::Row::object();
  for (const ViewRow& view : views()) {
    row["views"][std::string(view.view)] = {{"operand", view.operand}, {"parameters", view.names}};
  }
  return {ReplyKind::Answer, ExitCode::Done, format::to_json(row) + "\n"};
}

/// An answer as the command printed it.
struct Answerer::Printed {
  ExitCode code = ExitCode::Done;
  std::string index;       // its name
  std::string generation;  // that was live
  std::vector<std::string> notes;
  std::string text;
};

Reply Answerer::answer_line(std::string_view json, TimeLimit::IsWanted is_wanted) const {
  Request request;
  try {
    read_request(json, request);
  } catch (const Failure& wrong) {
    return failure(request, wrong);
  }
  return answer(request, std::move(is_wanted));
}

Reply Answerer::answer(const Request& request, TimeLimit::IsWanted is_wanted) const {
  try {
    if (request.view == kAbout) {
      return about(request);
    }
    const Printed printed = print(request, format::FormatName::Json, std::move(is_wanted));
    format::Row head = head_of(request, printed.code);
    head["view"] = request.view;
    head["index"] = printed.index;
    head["generation"] = printed.generation;
    head["notes"] = printed.notes;
    std::string text = format::to_json(head);
    text.pop_back();
    return {ReplyKind::Answer, printed.code, text + ",\"answer\":" + on_one_line(printed.text) + "}\n"};
  } catch (const Failure& wrong) {
    return failure(request, wrong);
  } catch (const std::exception& error) {
    return failure(request, {ExitCode::Failed, error.what()});
  }
}

Reply Answerer::download(const Request& request, format::FormatName format, TimeLimit::IsWanted is_wanted) const {
  try {
    Printed printed = print(request, format, std::move(is_wanted));
    return {ReplyKind::Answer, printed.code, std::move(printed.text)};
  } catch (const Failure& wrong) {
    return failure(request, wrong);
  } catch (const std::exception& error) {
    return failure(request, {ExitCode::Failed, error.what()});
  }
}

Reply Answerer::failure(const Request& request, const Failure& failure) {
  format::Row row = head_of(request, failure.code());
  const auto view = std::ranges::find(views(), request.view, &ViewRow::view);
  row["error"] = format::failure_row(failure, view == views().end() ? std::string() : query_of(request, *view));
  return {ReplyKind::Error, failure.code(), format::to_json(row) + "\n"};
}

/// Of an answer that would have more rows than a request may cost and was not asked to have fewer.
std::string Answerer::row_limit_note(const query::QueryOptions& options, const query::Remarks& remarks) const {
  const bool is_limited = query::usual_limit(options.command, query::kUsualFormat) > limits_.rows ||
                          options.limit.value_or(0) > limits_.rows;
  const bool is_asked = options.limit && *options.limit <= limits_.rows;
  if (!is_limited || is_asked || remarks.limit <= options.request.limit + options.request.offset) {
    return {};
  }
  return fmt::format(
      "the first {} of {} rows; more: a narrower query, nutgraf-query {} on the command line, or serve --max-rows {}",
      fmt::group_digits(options.request.limit), fmt::group_digits(remarks.rows), options.command_name, remarks.limit);
}

Answerer::Printed Answerer::print(const Request& request, format::FormatName format,
                                  TimeLimit::IsWanted is_wanted) const {
  const TimeLimit limit(limits_.time, std::move(is_wanted));
  const ViewRow& view = view_named(request.view);
  ServedIndex& index = indexes_.find(request.index);
  query::QueryOptions options = options_of(request, view, index.path(), format);
  limit_rows(limits_, options);
  count_as_object(options);
  require_few_words(limits_, options);
  input::NamedQuery query;
  query.text = options.words;

  Printed printed;
  printed.index = index.name();
  ServedIndex::Lease lease(index);
  try {
    search::Searcher& searcher = lease.searcher();
    printed.generation = searcher.index().generation;
    if (view.operand == "query") {
      require_clear_words(options, view, query);
      printed.notes = unknown_words_of(options, searcher, query);
      append(unknown_values_of(options, searcher, query), printed.notes);
    }
    cli::Output output([&](std::string_view bytes) {
      if (printed.text.size() + bytes.size() > limits_.bytes) {
        throw Failure(ExitCode::Failed, fmt::format("the answer is longer than {} bytes", limits_.bytes),
                      "ask for fewer rows with `limit`, or fewer keys with `fields`");
      }
      printed.text += bytes;
    });
    const query::Appearance look;
    query::Remarks remarks;
    printed.code = query::run_command(options, {output, look, &searcher, &remarks});
    output.flush();
    append(std::move(remarks.notes), printed.notes);
    if (options.command == query::Command::Search) {
      append(query::undated_note(query::request_for(options, query), searcher), printed.notes);
    }
    if (const std::string cut = row_limit_note(options, remarks); !cut.empty()) {
      // A file has no place for a note.
      if (format != format::FormatName::Json) {
        throw Failure(ExitCode::Usage, cut.substr(0, cut.find(';')), cut.substr(cut.find(';') + 2));
      }
      printed.notes.push_back(cut);
    }
  } catch (const Failure& wrong) {
    if (wrong.code() == ExitCode::NothingFound) {
      throw without_options(wrong);
    }
    if (wrong.code() != ExitCode::Usage) {
      lease.spoil();
    }
    throw;
  }
  return printed;
}

}  // namespace nutgraf::serve
