// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "indexer/report.h"

namespace nutgraf {
namespace {

constexpr std::string_view kWipeLine = "\r\x1b[K";

void show(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
  (void)std::fflush(stderr);
}

}  // namespace

ProgressLine::ProgressLine(const build::Progress& progress, Switch shown) : progress_(progress) {
  if (shown == Switch::On) {
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
    show(std::string(kWipeLine) + progress_text(progress_, std::chrono::steady_clock::now() - start_));
  }
}

std::string progress_text(const build::Progress& progress, std::chrono::duration<double> elapsed) {
  const double rate = static_cast<double>(progress.bytes.load()) / 1e6 / std::max(elapsed.count(), 1e-3);
  return fmt::format("{} · {} · {} · {:.1f} MB/s", counted(progress.files.load(), "file"),
                     counted(progress.articles.load(), "article"), counted(progress.passages.load(), "passage"), rate);
}

}  // namespace nutgraf
