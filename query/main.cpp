// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "core/cli/output.h"
#include "core/cli/program.h"
#include "query/command/commands.h"
#include "query/command/console.h"
#include "query/command_line.h"

int main(int argc, char** argv) {
  using namespace nutgraf;
  const auto body = [&] {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const query::CommandLine line = query::read_command_line(arguments);
    if (!line.text.empty()) {
      cli::print(line.text);
      return ExitCode::Done;
    }
    return query::run(line.options);
  };
  return cli::run(body, [](const Failure& failure) { query::report(failure); });
}
