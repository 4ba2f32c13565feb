// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/document.h"

#include <fmt/format.h>

namespace nutgraf::read {

std::string shown_path(const Origin& origin) {
  return origin.member.empty() ? origin.path : fmt::format("{}!{}", origin.path, origin.member);
}

}  // namespace nutgraf::read
