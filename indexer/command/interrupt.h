// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

namespace nutgraf::command {

/// Makes SIGINT and SIGTERM a question that long work asks, instead of the end of the process. Where the work does not
/// answer within two seconds the process ends with 130 all the same: what it leaves is what a kill leaves, and the next
/// writer clears it away. One at a time, made before other threads start.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  Interrupt(Interrupt&&) = delete;
  Interrupt& operator=(Interrupt&&) = delete;

  [[nodiscard]] static bool came();
  [[nodiscard]] static std::function<bool()> question() {
    return [] { return came(); };
  }
  /// Throws Failure(Interrupted) if one came.
  static void check();
};

}  // namespace nutgraf::command
