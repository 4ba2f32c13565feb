// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <thread>

#include "core/base/failure.h"
#include "core/cli/shell_word.h"

namespace nutgraf {
namespace {

[[noreturn]] void refuse(const std::string& message, const std::string& advice) {
  throw Failure(ExitCode::Usage, message, advice);
}

void take_words(IndexOptions& options, const cli::CommandLine& line) {
  std::vector<std::string>& inputs = options.reading.inputs;
  inputs = line.words;
  std::ranges::copy(line.rest, std::back_inserter(inputs));
  switch (options.command) {
    case Command::Build:
    case Command::Update:
      break;
    case Command::Preview:
      if (inputs.empty()) {
        refuse("preview needs something to read", line.usage);
      }
      break;
    case Command::Delete:
    case Command::Rollback:
    case Command::Check:
    case Command::Stats:
    case Command::Optimize:
    case Command::Export:
      if (!inputs.empty()) {
        const bool ids = options.command == Command::Delete;
        refuse(fmt::format("{}: unexpected argument `{}`", line.command, inputs.front()),
               ids ? fmt::format("nutgraf-index delete {} --id {}", cli::shell_word(options.index.string()),
                                 cli::shell_word(inputs.front()))
                   : line.usage);
      }
      break;
  }
}

}  // namespace

void resolve(IndexOptions& options, const cli::CommandLine& line) {
  take_words(options, line);
  if (options.command == Command::Delete && options.ids.empty() && options.ids_file.empty() && options.query.empty()) {
    refuse("delete needs the ids of articles, or a query", line.usage);
  }
  if (!options.match.empty() && options.query.empty()) {
    refuse("--match goes with --query", line.usage);
  }
  if (options.blocking == Blocking::Lifted && (options.erasure == Erasure::Purged || !options.query.empty())) {
    refuse("--unblock takes ids alone", "nutgraf-index delete INDEX --id ID --unblock");
  }
  if (options.writing.resumption == Resumption::Resumed && options.writing.writer == Writer::Api) {
    refuse("--resume goes with --writer bulk only", "leave one of the two out");
  }
  if (options.writing.threads == 0) {
    options.writing.threads = std::max(1U, std::thread::hardware_concurrency());
  }
}

}  // namespace nutgraf
