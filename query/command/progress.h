// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

#include "query/terminal.h"

namespace nutgraf::query {

/// "120 of 1,190 queries" on one line of standard error, drawn five times a second where people see it.
class Progress {
 public:
  Progress(const Appearance& look, std::size_t total) : shown_(look.progress), total_(total) {}
  void advance();
  void clear();

 private:
  bool shown_;
  std::size_t total_;
  std::size_t done_ = 0;
  std::chrono::steady_clock::time_point drawn_ = std::chrono::steady_clock::now();
  bool dirty_ = false;
};

}  // namespace nutgraf::query
