// SPDX-License-Identifier: GPL-2.0-or-later
#include <csignal>
#include <string>
#include <vector>

#include "core/base/standard_streams.h"
#include "query/command/commands.h"
#include "query/command_line.h"
#include "query/terminal.h"

namespace {

int answer(const std::vector<std::string>& arguments) {
  using namespace nutgraf::query;
  const CommandLine line = read_command_line(arguments, process_environment());
  if (!line.text.empty()) {
    Output output({}, {});
    output.write(line.text);
    output.finish();
    return 0;
  }
  return static_cast<int>(run(line.options));
}

}  // namespace

int main(int argc, char** argv) {
  nutgraf::open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone shows as an error of write()
  try {
    return answer({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const nutgraf::query::ClosedPipe&) {
    return 0;
  } catch (const nutgraf::Failure& failure) {
    nutgraf::query::report(failure);
    return static_cast<int>(failure.code());
  } catch (const std::exception& error) {
    nutgraf::query::say(error.what());
    return static_cast<int>(nutgraf::ExitCode::Failed);
  }
}
