// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/check_options.h"

#include <fmt/format.h>

#include "core/base/failure.h"
#include "indexer/read/dates/date_pattern.h"
#include "indexer/read/keys.h"
#include "indexer/read/meta_file.h"
#include "indexer/read/registry.h"

namespace nutgraf::read {

void check_options(const ReadOptions& options) {
  if (!options.format.empty() && reader_named(options.format) == nullptr) {
    throw Failure(ExitCode::Usage, fmt::format("--format: there is no reader '{}'", options.format),
                  fmt::format("readers: {}", reader_names()));
  }
  static_cast<void>(KeyPlan(options));
  static_cast<void>(MetaFiles(options));
  if (!options.date_from.empty()) {
    static_cast<void>(dates::DatePattern(options.date_from));
  }
}

}  // namespace nutgraf::read
