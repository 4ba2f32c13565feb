// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace nutgraf::build {

/// Lets threads that hold numbers 0, 1, 2, ... go through one by one in that order.
class Sequencer {
 public:
  enum class Answer : unsigned char { Go, GiveUp };
  /// Waits for this number's turn. GiveUp once abort() was called.
  [[nodiscard]] Answer wait_for(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return aborted_ || next_ == number; });
    return aborted_ ? Answer::GiveUp : Answer::Go;
  }
  /// Ends the turn of the thread that has it.
  void pass_on() {
    const std::lock_guard lock(mutex_);
    ++next_;
    changed_.notify_all();
  }
  void abort() {
    const std::lock_guard lock(mutex_);
    aborted_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  bool aborted_ = false;
};

}  // namespace nutgraf::build
