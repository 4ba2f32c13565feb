// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <csignal>

namespace nutgraf::serve {

/// SIGINT and SIGTERM as something to wait for instead of the end of the process. To be made before any other thread.
class StopSignal {
 public:
  /// Throws Failure(Failed).
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  StopSignal(StopSignal&&) = delete;
  StopSignal& operator=(StopSignal&&) = delete;

  /// Becomes readable with the signal and stays so.
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool has_come() const;

 private:
  ::sigset_t before_{};
  int descriptor_ = -1;
};

}  // namespace nutgraf::serve
