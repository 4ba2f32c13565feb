// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "core/cli/output.h"
#include "core/cli/program.h"
#include "indexer/command/commands.h"
#include "indexer/command_line.h"
#include "indexer/console.h"
#include "indexer/read/parsers.h"
#include "indexer/read/sandbox/serve.h"

int main(int argc, char** argv) {
  using namespace nutgraf;
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  if (arguments.size() == 1 && arguments[0] == read::sandbox::kServeArgument) {
    return read::sandbox::serve(read::parsers());
  }
  const auto body = [&] {
    const CommandLine line = read_command_line(arguments);
    if (!line.text.empty()) {
      cli::print(line.text);
      return ExitCode::Done;
    }
    return command::run(line.options);
  };
  return cli::run(body, print_failure);
}
