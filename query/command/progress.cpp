// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "query/format/captions.h"

namespace nutgraf::query {

void Progress::advance() {
  ++done_;
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - drawn_ < std::chrono::milliseconds(200)) {
    return;
  }
  drawn_ = now;
  dirty_ = true;
  fmt::print(stderr, "\r{} of {} queries", fmt::group_digits(done_), fmt::group_digits(total_));
  std::fflush(stderr);
}

void Progress::clear() {
  if (dirty_) {
    fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
    dirty_ = false;
  }
}

}  // namespace nutgraf::query
