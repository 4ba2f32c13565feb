// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/time_limit.h"

#include <fmt/format.h>

#include <utility>

#include "core/base/failure.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t kChecksPerLook = 16;                // the clock is read once in so many
constexpr std::chrono::milliseconds kBetweenQuestions{20};  // to ask may be a system call

// Not a parameter: matchers of Xapian, readers and lexicons deep below a request ask it.
thread_local TimeLimit* current = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace

TimeLimit::TimeLimit(std::chrono::milliseconds most, IsWanted is_wanted)
    : most_(most),
      is_wanted_(std::move(is_wanted)),
      end_(most.count() == 0 ? Clock::time_point::max() : Clock::now() + most),
      next_question_(Clock::now() + kBetweenQuestions) {
  current = this;
}

TimeLimit::~TimeLimit() {
  current = nullptr;
}

void TimeLimit::check() {
  if (current != nullptr && ++current->checks_ % kChecksPerLook == 0) {
    current->look();
  }
}

void TimeLimit::look() {
  const Clock::time_point now = Clock::now();
  if (now >= end_) {
    throw Failure(ExitCode::Failed,
                  fmt::format("the answer takes longer than {:g} s", std::chrono::duration<double>(most_).count()),
                  "ask for less: fewer words of a pattern, a shorter time, one source");
  }
  if (is_wanted_ && now >= next_question_) {
    next_question_ = now + kBetweenQuestions;
    if (!is_wanted_()) {
      throw Failure(ExitCode::Interrupted, "nobody waits for the answer any longer");
    }
  }
}

}  // namespace nutgraf
