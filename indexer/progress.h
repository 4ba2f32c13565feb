// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "core/cli/progress_line.h"
#include "core/cli/terminal.h"
#include "indexer/build/types.h"

namespace nutgraf {

/// "1,204 files · 1,198 articles · 5,630 passages · 12.3 MB/s"
[[nodiscard]] std::string progress_text(const build::Progress& progress, std::chrono::duration<double> elapsed);

/// The same for --progress json: {"files":1204,"articles":1198,"passages":5630,"bytes":...,"seconds":...}
[[nodiscard]] std::string progress_json(const build::Progress& progress, std::chrono::duration<double> elapsed);

}  // namespace nutgraf
