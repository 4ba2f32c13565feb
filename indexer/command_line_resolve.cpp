// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <thread>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "indexer/command_line.h"
#include "indexer/shell_word.h"

namespace nutgraf {
namespace {

Switch on_if(bool condition) {
  return condition ? Switch::On : Switch::Off;
}

Switch decide(When when, Switch automatic) {
  switch (when) {
    case When::Always:
      return Switch::On;
    case When::Never:
      return Switch::Off;
    case When::Auto:
      break;
  }
  return automatic;
}

bool looks_like_index(const std::string& argument) {
  return argument.find('/') != std::string::npos || argument.ends_with(".idx") || layout::is_index(argument);
}

bool takes_inputs(Command command) {
  return command == Command::Build || command == Command::Update || command == Command::Preview;
}

/// The argument or variable that names the index; taken out of the arguments.
std::string take_index(Typed& typed, const Surroundings& around) {
  if (typed.index) {
    return *typed.index;
  }
  std::vector<std::string>& arguments = typed.arguments;
  const bool first_is_index = !arguments.empty() && (looks_like_index(arguments.front()) || around.index.empty());
  if (first_is_index) {
    std::string index = arguments.front();
    arguments.erase(arguments.begin());
    return index;
  }
  if (around.index.empty()) {
    const std::string command = name_of(typed.options.command);
    throw Failure(ExitCode::Usage, fmt::format("{} needs the path of an index", command),
                  fmt::format("nutgraf-index {} news.idx{}", command,
                              typed.options.command == Command::Build ? " INPUT..." : ""));
  }
  return around.index;
}

void refuse_arguments(const Typed& typed) {
  if (takes_inputs(typed.options.command) || typed.arguments.empty()) {
    return;
  }
  const std::string command = name_of(typed.options.command);
  const std::string& first = typed.arguments.front();
  const std::string rest = typed.options.command == Command::Delete ? " --id " + shell_word(first) : "";
  throw Failure(ExitCode::Usage, fmt::format("{} takes no argument '{}' beside the index", command, first),
                fmt::format("nutgraf-index {} {}{}", command, shell_word(typed.options.index.string()), rest));
}

void require_ids(const IndexOptions& options) {
  if (options.command == Command::Delete && options.ids.empty() && options.ids_file.empty()) {
    throw Failure(ExitCode::Usage, "delete needs the ids of articles",
                  fmt::format("nutgraf-index delete {} --id ID, or --ids FILE", shell_word(options.index.string())));
  }
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

Surroundings surroundings() {
  Surroundings around;
  if (const char* index = std::getenv("NUTGRAF_INDEX"); index != nullptr) {
    around.index = index;
  }
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  around.color_allowed = on_if(!is_set("NO_COLOR") && !dumb);
  around.terminal_out = on_if(::isatty(STDOUT_FILENO) == 1);
  around.terminal_err = on_if(::isatty(STDERR_FILENO) == 1);
  around.cores = std::max(1U, std::thread::hardware_concurrency());
  return around;
}

IndexOptions resolve(Typed typed, const Surroundings& around) {
  IndexOptions& options = typed.options;
  if (options.command != Command::Preview) {
    options.index = take_index(typed, around);
  } else if (typed.arguments.empty()) {
    throw Failure(ExitCode::Usage, "preview needs something to read", "nutgraf-index preview FILE...");
  }
  refuse_arguments(typed);
  if (options.writing.resumption == Resumption::Resumed && options.writing.writer == Writer::Api) {
    throw Failure(ExitCode::Usage, "--resume goes with --writer bulk only", "leave one of the two out");
  }
  require_ids(options);
  options.reading.inputs = typed.arguments;
  options.console.color =
      decide(typed.color, on_if(around.terminal_err == Switch::On && around.color_allowed == Switch::On));
  options.console.progress = decide(typed.progress, around.terminal_err);
  options.console.pager = decide(typed.pager, around.terminal_out);
  if (options.console.loudness == Loudness::Quiet) {
    options.console.progress = Switch::Off;
  }
  if (options.writing.threads == 0) {
    options.writing.threads = around.cores;
  }
  return options;
}

}  // namespace nutgraf
