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

ProgressLine::ProgressLine(ProgressForm form, Text text) : form_(form), text_(std::move(text)) {
  if (form_ != ProgressForm::None) {
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
  show(form_ == ProgressForm::Line ? std::string(kWipeLine) : text() + "\n");
}

void ProgressLine::run() {
  const bool line = form_ == ProgressForm::Line;
  const std::chrono::milliseconds pause{line ? 200 : 1000};
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, pause, [this] { return done_; })) {
    show(line ? std::string(kWipeLine) + text() : text() + "\n");
  }
}

}  // namespace nutgraf::cli
