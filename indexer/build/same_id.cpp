// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/same_id.h"

#include <fmt/format.h>

namespace nutgraf::build {

Failure same_id(const std::string& id, const std::string& one, const std::string& other) {
  return {ExitCode::Usage, fmt::format("two files would get the same id '{}': {} and {}", id, one, other),
          "rename one, index only one of them, or give --root DIR, a folder above both"};
}

}  // namespace nutgraf::build
