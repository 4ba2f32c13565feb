// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/build/types.h"
#include "indexer/options.h"

namespace nutgraf {

/// One line on a terminal's stderr while a build or update runs, rewritten a few times a second by a thread of its own
/// and wiped at the end.
class ProgressLine {
 public:
  ProgressLine(const build::Progress& progress, Switch shown);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ProgressLine(ProgressLine&&) = delete;
  ProgressLine& operator=(ProgressLine&&) = delete;

 private:
  void run();

  const build::Progress& progress_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;
};

/// "1,204 files · 1,198 articles · 5,630 passages · 12.3 MB/s"
[[nodiscard]] std::string progress_text(const build::Progress& progress, std::chrono::duration<double> elapsed);

}  // namespace nutgraf
