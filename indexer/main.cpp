// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/console.h"
#include "core/cli/program.h"
#include "indexer/command/commands.h"
#include "indexer/command_line.h"

int main(int argc, char** argv) {
  using namespace nutgraf;
  const auto report = [](const Failure& failure) { cli::print_failure(failure, {"nutgraf-index: ", ""}); };
  return cli::run<IndexOptions>({argv, static_cast<std::size_t>(argc)}, read_command_line, command::run, report);
}
