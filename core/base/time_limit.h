// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace nutgraf {

/// How long the work of one thread may go on, and whether anyone still waits for it. Whoever answers requests sets one;
/// long loops call check(), which costs next to nothing where there is none.
class TimeLimit {
 public:
  using IsWanted = std::function<bool()>;  // asked now and then on the same thread; none = always

  /// From now on and until it is destroyed, on this thread; one at a time. Zero = no end.
  explicit TimeLimit(std::chrono::milliseconds most, IsWanted is_wanted = {});
  ~TimeLimit();
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;
  TimeLimit(TimeLimit&&) = delete;
  TimeLimit& operator=(TimeLimit&&) = delete;

  /// Throws Failure(Failed) past the limit of this thread, Failure(Interrupted) if nobody waits any more.
  static void check();

 private:
  using Clock = std::chrono::steady_clock;
  void look();

  std::chrono::milliseconds most_;
  IsWanted is_wanted_;
  Clock::time_point end_;
  Clock::time_point next_question_;
  std::uint32_t checks_ = 0;
};

}  // namespace nutgraf
