// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/program.h"

#include <errno.h>  // NOLINT(modernize-deprecated-headers): program_invocation_short_name
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iterator>
#include <new>
#include <utility>

#include "core/base/nearest_name.h"
#include "core/base/standard_streams.h"
#include "core/cli/console.h"
#include "core/cli/generate.h"
#include "core/cli/help.h"
#include "core/index/layout.h"

namespace nutgraf::cli {
namespace {

constexpr const char* kIndexVariable = "NUTGRAF_INDEX";

/// Syntax of queries, which no one puts into a path: /t(a|ai)wan/, "taiwan NEAR/5 strait", folder:2024/06.
bool looks_like_query(const std::string& word) {
  const bool regex = word.size() > 2 && word.front() == '/' && word.find('/', 1) == word.size() - 1;
  return regex || word.find_first_of(" \t\"()[]{}*?|^:") != std::string::npos;
}

bool looks_like_index(const std::string& word, WordKind kind) {
  constexpr std::string_view kEnding = ".idx";
  const bool path = word.find('/') != std::string::npos && !(kind == WordKind::Query && looks_like_query(word));
  return path || (word.size() > kEnding.size() && word.ends_with(kEnding)) || layout::is_index(word);
}

/// Makes an option of the word that names the index, or of the index that the words imply.
void take_index(Arguments& arguments, WordKind kind, const ImpliedIndex& implied_index, CommandLine& line) {
  std::vector<std::string>& words = arguments.words;
  const char* variable = std::getenv(kIndexVariable);
  const bool has_variable = variable != nullptr && *variable != '\0';
  const auto is_index = [](const std::string& option) { return option.starts_with("--index="); };
  if (words.empty() || words.front().empty() || std::ranges::any_of(arguments.options, is_index)) {
    return;
  }
  if (!looks_like_index(words.front(), kind)) {
    const auto implied = implied_index && !has_variable ? implied_index(words) : std::nullopt;
    if (implied) {
      arguments.options.push_back("--index=" + *implied);
      line.implied_index = true;
    }
    if (implied || has_variable) {
      return;
    }
  }
  line.taken = words.front();
  words.erase(words.begin());
  arguments.options.push_back("--index=" + line.taken);
}

/// What CLI11 complains of, as a sentence of ours: "--limit: takes ...\nnearest".
Failure failure_of(const CLI::Error& error, const CLI::App& app) {
  const std::string what = error.what();
  const std::size_t colon = what.find(": ");
  const std::size_t end = what.find('\n');
  if (error.get_name() != "ValidationError" || colon > end || end == std::string::npos) {
    return {ExitCode::Usage, what, help_advice(app)};
  }
  const std::string option = what.substr(0, colon);
  return {ExitCode::Usage, option + what.substr(colon + 1, end - colon - 1),
          did_you_mean(option + " ", what.substr(end + 1)) + help_advice(app)};
}

void parse_options(CLI::App& app, std::vector<std::string> options) {
  for (CLI::Option* option : app.get_options()) {
    option->trigger_on_parse();  // so that of options that touch the same thing the last one counts
  }
  std::ranges::reverse(options);  // as CLI11 wants them
  try {
    app.parse(std::move(options));
  } catch (const CLI::Error& error) {
    throw failure_of(error, app);
  }
}

CommandLine read_command(const Program& program, const Command& command, std::span<const std::string> arguments) {
  const std::unique_ptr<CLI::App> owned = command_app(program, command);
  CLI::App& app = *owned;
  Arguments split = split_arguments(arguments, app, program.words);
  CommandLine line;
  line.command = command.name;
  line.usage = usage(program, command);
  if (split.help) {
    line.text = app.help();
    return line;
  }
  const CLI::Option* index = app.get_option_no_throw("--index");
  if (index != nullptr) {
    take_index(split, program.words, command.implied_index, line);
  }
  line.options = split.options;
  parse_options(app, std::move(split.options));
  const bool has_other = !command.instead_of_index.empty() && app.count(std::string(command.instead_of_index)) > 0;
  if (index != nullptr && index->count() == 0 && !has_other) {
    throw Failure(ExitCode::Usage, fmt::format("{} needs the path of an index", command.name),
                  fmt::format("{}, or set {}", line.usage, kIndexVariable));
  }
  line.words = std::move(split.words);
  line.rest = std::move(split.rest);
  return line;
}

/// Where an exception comes that nothing can catch: Xapian throws from destructors if a write fails as it commits.
/// Writers have changed nothing that is live until then.
[[noreturn]] void give_up() noexcept {
  std::string reason = "an error of a library";
  try {
    if (const std::exception_ptr error = std::current_exception()) {
      std::rethrow_exception(error);
    }
  } catch (const std::exception& error) {
    reason = error.what();
  } catch (...) {  // not known here
  }
  print_failure({ExitCode::Failed, fmt::format("gave up in the middle of its work: {}", reason),
                 "see that the disk has room and can be written, and run it again"},
                {fmt::format("{}: ", ::program_invocation_short_name), ""});
  (void)std::fflush(stderr);
  ::_exit(static_cast<int>(ExitCode::Failed));
}

}  // namespace

std::vector<std::string_view> command_names(const Program& program) {
  std::vector<std::string_view> names;
  std::ranges::transform(program.commands, std::back_inserter(names), &Command::name);
  return names;
}

const Command& find_command(const Program& program, const std::string& name) {
  const auto found = std::ranges::find(program.commands, name, &Command::name);
  if (found != program.commands.end()) {
    return *found;
  }
  if (program.words == WordKind::Query && layout::is_index(name)) {
    throw Failure(ExitCode::Usage, fmt::format("there is no command `{}`", name),
                  fmt::format("{} search {} QUERY", program.name, name));
  }
  const std::vector<std::string_view> names = command_names(program);
  const std::string near = did_you_mean(fmt::format("{} ", program.name), nearest_name(name, names));
  throw Failure(ExitCode::Usage, fmt::format("there is no {} `{}`", name.starts_with('-') ? "option" : "command", name),
                fmt::format("{}commands: {}", near, fmt::join(names, ", ")));
}

std::unique_ptr<CLI::App> command_app(const Program& program, const Command& command) {
  auto app = std::make_unique<CLI::App>();
  describe(*app, program, command);
  command.declare(*app);
  return app;
}

void add_index_option(CLI::App& app, const std::function<void(const std::string&)>& take) {
  app.add_option_function<std::string>("-i,--index", take, "the index; may also be the first argument")
      ->type_name("DIR")
      ->envname(kIndexVariable);
}

CommandLine parse(const Program& program, std::span<const std::string> arguments) {
  if (arguments.empty()) {
    throw Failure(
        ExitCode::Usage, "no command given",
        fmt::format("{} --help explains the commands: {}", program.name, fmt::join(command_names(program), ", ")));
  }
  const std::string& first = arguments.front();
  const bool asks_help = first == "help";
  CommandLine line;
  if (first == "--help" || first == "-h" || (asks_help && arguments.size() == 1)) {
    line.text = overview(program);
    return line;
  }
  if (first == "--version" || first == "-V") {
    line.text = fmt::format("{} {}\n", program.name, NUTGRAF_VERSION);
    return line;
  }
  if (first == "--generate") {
    line.text = generate(program, arguments.subspan(1));
    return line;
  }
  const Command& command = find_command(program, arguments[asks_help ? 1 : 0]);
  const std::vector<std::string> help = {"--help"};
  return read_command(program, command, asks_help ? help : arguments.subspan(1));
}

int run(const std::function<ExitCode()>& body, const Report& report) {
  open_standard_streams();
  std::set_terminate(give_up);
  (void)std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone shows as an error of write()
  (void)std::signal(SIGXFSZ, SIG_IGN);  // a file-size limit is a full disk
  const auto reported = [&report](const Failure& failure) {
    report(failure);
    return static_cast<int>(failure.code());
  };
  try {
    return static_cast<int>(body());
  } catch (const ClosedPipe&) {
    return static_cast<int>(ExitCode::Done);
  } catch (const Failure& failure) {
    return reported(failure);
  } catch (const std::bad_alloc&) {
    return reported({ExitCode::Failed, "out of memory", "try a smaller --memory or fewer --threads"});
  } catch (const std::exception& error) {
    return reported({ExitCode::Failed, error.what()});
  }
}

}  // namespace nutgraf::cli
