// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "core/cli/terminal.h"

namespace nutgraf::cli {

/// What something that takes long has done so far, on standard error, by a thread of its own: a line that is rewritten
/// five times a second and wiped at the end, or a line a second, and one at the end.
class ProgressLine {
 public:
  /// Called from the line's thread with the time since the start.
  using Text = std::function<std::string(std::chrono::duration<double> elapsed)>;

  ProgressLine(ProgressForm form, Text text);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ProgressLine(ProgressLine&&) = delete;
  ProgressLine& operator=(ProgressLine&&) = delete;

 private:
  void run();
  [[nodiscard]] std::string text() const { return text_(std::chrono::steady_clock::now() - start_); }

  ProgressForm form_;
  Text text_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;  // guards what follows
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace nutgraf::cli
