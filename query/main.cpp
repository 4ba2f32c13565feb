// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/program.h"
#include "query/command/commands.h"
#include "query/command/console.h"
#include "query/command_line.h"
#include "query/serve/serve.h"

namespace {

using namespace nutgraf;

ExitCode run(const query::QueryOptions& options) {
  return options.command == query::Command::Serve ? serve::run(options) : query::run(options);
}

}  // namespace

int main(int argc, char** argv) {
  const auto report = [](const Failure& failure) { query::report(failure); };
  return cli::run<query::QueryOptions>({argv, static_cast<std::size_t>(argc)}, query::read_command_line, run, report);
}
