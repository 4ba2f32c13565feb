// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/commands.h"

namespace nutgraf::query {

ExitCode run_command(const QueryOptions& options, const Console& console) {
  switch (options.command) {
    case Command::Search:
    case Command::Batch:
    case Command::Similar:
      return run_search(options, console);
    case Command::Count:
      return run_count(options, console);
    case Command::Kwic:
      return run_kwic(options, console);
    case Command::Trend:
      return run_trend(options, console);
    case Command::Facets:
      return run_facets(options, console);
    case Command::Collocates:
      return run_collocates(options, console);
    case Command::Compare:
      return run_compare(options, console);
    case Command::Show:
      return run_show(options, console);
    case Command::Terms:
      return run_terms(options, console);
    case Command::Ngrams:
      return run_ngrams(options, console);
    case Command::Analyze:
      return run_analyze(options, console);
    case Command::Explain:
      return run_explain(options, console);
    case Command::Eval:
      return run_eval(options, console);
    case Command::Serve:  // no view: it runs the others
      break;
  }
  return ExitCode::Usage;
}

ExitCode run(const QueryOptions& options) {
  const Appearance look = appearance(options, cli::process_terminal());
  cli::Output output(options.output.file, look.paging);
  const ExitCode code = run_command(options, {output, look});
  output.finish();
  return code;
}

}  // namespace nutgraf::query
