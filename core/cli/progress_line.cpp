// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/progress_line.h"

#include <cstdio>
#include <string_view>
#include <utility>

namespace nutgraf::cli {
namespace {

constexpr std::string_view kWipeLine = "\r\x1b[K";

void show(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
  (void)std::fflush(stderr);
}

}  // namespace

ProgressLine::ProgressLine(Text text) : text_(std::move(text)) {
  if (text_) {
    thread_ = std::thread([this] { run(); });
  }
}

ProgressLine::~ProgressLine() {
  if (!thread_.joinable()) {
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  wake_.notify_one();
  thread_.join();
  show(kWipeLine);
}

void ProgressLine::run() {
  constexpr std::chrono::milliseconds kPause{200};
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, kPause, [this] { return done_; })) {
    show(std::string(kWipeLine) + text_(std::chrono::steady_clock::now() - start_));
  }
}

}  // namespace nutgraf::cli
