// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <string_view>

#include "core/cli/console.h"
#include "core/cli/program.h"
#include "indexer/command/commands.h"
#include "indexer/command_line.h"
#include "indexer/read/parsers.h"
#include "indexer/read/sandbox/serve.h"

int main(int argc, char** argv) {
  using namespace nutgraf;
  if (argc == 2 && std::string_view(argv[1]) == read::sandbox::kServeArgument) {
    return read::sandbox::serve(read::parsers());
  }
  const auto report = [](const Failure& failure) { cli::print_failure(failure, {"nutgraf-index: ", ""}); };
  return cli::run<IndexOptions>({argv, static_cast<std::size_t>(argc)}, read_command_line, command::run, report);
}
