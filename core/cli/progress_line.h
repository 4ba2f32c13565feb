// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace nutgraf::cli {

/// One line on standard error while something takes long, rewritten five times a second by a thread of its own and
/// wiped at the end.
class ProgressLine {
 public:
  /// Called from the line's thread with the time since the start.
  using Text = std::function<std::string(std::chrono::duration<double> elapsed)>;

  /// Without a text it shows nothing.
  explicit ProgressLine(Text text);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ProgressLine(ProgressLine&&) = delete;
  ProgressLine& operator=(ProgressLine&&) = delete;

 private:
  void run();

  Text text_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;  // guards what follows
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace nutgraf::cli
