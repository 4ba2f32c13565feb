// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace CLI {
class App;
}

/// What the standard streams are attached to, and what follows from it.
namespace nutgraf::cli {

enum class When : std::uint8_t { Auto, Always, Never };
enum class ShowProgress : std::uint8_t { Auto, Always, Never, Json };
enum class ProgressForm : std::uint8_t {
  None,
  Line,   // rewritten again and again
  Lines,  // of JSON, for programs
};
enum class Verbosity : std::uint8_t { Normal, Quiet };

/// --color, --pager, --progress, --quiet.
struct ConsoleOptions {
  When color = When::Auto;
  When pager = When::Auto;
  ShowProgress progress = ShowProgress::Auto;
  Verbosity verbosity = Verbosity::Normal;
};
void add_console_options(CLI::App& app, ConsoleOptions& options);

enum class Stream : std::uint8_t { Out, Err };

struct Terminal {
  bool out = false;       // standard output is a terminal
  bool err = false;       // standard error is one
  bool dumb = false;      // it knows no escape sequences
  bool colors = true;     // NO_COLOR is not set
  std::size_t width = 0;  // columns of standard output; 0 = unknown

  [[nodiscard]] bool is_colored(const ConsoleOptions& options, Stream stream) const;
  /// Long answers go through a pager.
  [[nodiscard]] bool is_paged(const ConsoleOptions& options) const;
  /// How progress is shown on standard error.
  [[nodiscard]] ProgressForm progress(const ConsoleOptions& options) const;
};

[[nodiscard]] Terminal process_terminal();

}  // namespace nutgraf::cli
