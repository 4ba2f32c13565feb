// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "core/cli/progress_line.h"
#include "core/cli/terminal.h"
#include "indexer/build/pipeline.h"

namespace nutgraf {

/// "1,204 files · 1,198 articles · 5,630 passages · 12.3 MB/s"
[[nodiscard]] std::string progress_text(const build::Progress& progress, std::chrono::duration<double> elapsed);

/// The same as a line on standard error, where it is to be shown. `progress` must outlive the line.
[[nodiscard]] cli::ProgressLine::Text progress_shown(const build::Progress& progress,
                                                     const cli::ConsoleOptions& options);

}  // namespace nutgraf
