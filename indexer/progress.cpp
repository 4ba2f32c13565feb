// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/report.h"

namespace nutgraf {

std::string progress_text(const build::Progress& progress, std::chrono::duration<double> elapsed) {
  const double rate = static_cast<double>(progress.bytes.load()) / 1e6 / std::max(elapsed.count(), 1e-3);
  return fmt::format("{} · {} · {} · {:.1f} MB/s", counted(progress.files.load(), "file"),
                     counted(progress.articles.load(), "article"), counted(progress.passages.load(), "passage"), rate);
}

cli::ProgressLine::Text progress_shown(const build::Progress& progress, const cli::ConsoleOptions& options) {
  if (!cli::process_terminal().shows_progress(options)) {
    return {};
  }
  return [&progress](std::chrono::duration<double> elapsed) { return progress_text(progress, elapsed); };
}

}  // namespace nutgraf
