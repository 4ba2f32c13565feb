// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/same_id.h"

#include <fmt/format.h>

#include "indexer/read/file_name.h"

namespace nutgraf::read {

Failure same_id(const std::string& id, const std::string& one, const std::string& other) {
  // Files beside each other, packed in two ways or packed and not, stay that below any root.
  const bool beside = without_compression(one) == without_compression(other);
  return {ExitCode::Usage, fmt::format("two files would get the same id '{}': {} and {}", id, one, other),
          beside ? "a packed file has the id of the unpacked one: rename one of the two, or index only one"
                 : "give as the only --root a folder above both, rename one of the two, or index only one"};
}

}  // namespace nutgraf::read
