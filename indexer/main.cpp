// SPDX-License-Identifier: GPL-2.0-or-later
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "core/base/standard_streams.h"
#include "indexer/command/commands.h"
#include "indexer/command_line.h"
#include "indexer/console.h"

namespace {

nutgraf::ExitCode run(const std::vector<std::string>& arguments) {
  const nutgraf::Typed typed = nutgraf::read_command_line(arguments);
  if (typed.text) {
    nutgraf::Console({}).answer(*typed.text);
    return nutgraf::ExitCode::Done;
  }
  return nutgraf::command::run(nutgraf::resolve(typed, nutgraf::surroundings()));
}

}  // namespace

int main(int argc, char** argv) {
  nutgraf::open_standard_streams();
  (void)std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is no error
  (void)std::signal(SIGXFSZ, SIG_IGN);  // a file-size limit is a full disk
  try {
    return static_cast<int>(run({argv + 1, argv + argc}));
  } catch (const nutgraf::Failure& failure) {
    return nutgraf::complain(failure);
  } catch (const std::bad_alloc&) {
    return nutgraf::complain({nutgraf::ExitCode::Failed, "out of memory", "try a smaller --memory or fewer --threads"});
  } catch (const std::exception& error) {
    return nutgraf::complain({nutgraf::ExitCode::Failed, error.what()});
  }
}
