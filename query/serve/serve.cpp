// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/serve.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "core/cli/output.h"
#include "query/bind/limits.h"
#include "query/command/console.h"
#include "query/serve/access.h"
#include "query/serve/answerer.h"
#include "query/serve/http_server.h"
#include "query/serve/served_index.h"
#include "query/serve/stdio.h"

namespace nutgraf::serve {
namespace {

Limits limits_of(const query::ServeOptions& options) {
  Limits limits;
  if (options.over == query::ServeOver::Http) {
    limits = {.rows = query::kServedRows,
              .clauses = bind::Limits().clauses,
              .expansions = query::usual_limits(query::Command::Count).pattern_words,
              .bytes = query::kServedBytes,
              .time = std::chrono::milliseconds(query::kServedMilliseconds)};
  }
  limits.rows = options.rows.value_or(limits.rows);
  limits.bytes = options.bytes.value_or(limits.bytes);
  limits.time = options.time_ms ? std::chrono::milliseconds(*options.time_ms) : limits.time;
  return limits;
}

std::size_t thread_count(const query::QueryOptions& options) {
  return options.many.threads > 0 ? options.many.threads : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

ExitCode run(const query::QueryOptions& options) {
  ServedIndexes indexes(options.serve.indexes, thread_count(options));
  const Answerer answerer(indexes, limits_of(options.serve));
  if (options.serve.over == query::ServeOver::Stdio) {
    return serve_stdio(answerer);
  }
  const std::string& file = options.serve.token_file;
  const HttpOptions http{options.serve.port, file.empty() ? new_secret() : read_token(file)};
  return serve_http(answerer, http, [&options](const std::string& url) {
    cli::print(url + "\n");
    if (!is_quiet(options)) {
      query::say("open this address in a browser; Ctrl-C ends the server");
    }
  });
}

}  // namespace nutgraf::serve
