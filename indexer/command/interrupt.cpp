// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/interrupt.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <string_view>

#include "core/base/failure.h"

namespace nutgraf::command {
namespace {

constexpr unsigned kPatienceSeconds = 2;
constexpr std::array kSignals{SIGINT, SIGTERM};

// A signal handler reaches nothing but globals.
std::atomic<bool> interrupted{false};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_alarm(int /*signal*/) {
  constexpr std::string_view kMessage = "nutgraf-index: interrupted; the index is whole\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  ::_exit(static_cast<int>(ExitCode::Interrupted));
}

extern "C" void on_interrupt(int /*signal*/) {
  interrupted.store(true);
  ::alarm(kPatienceSeconds);
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  (void)::sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
  interrupted.store(false);
  handle(SIGALRM, on_alarm);
  for (const int signal : kSignals) {
    handle(signal, on_interrupt);
  }
}

Interrupt::~Interrupt() {
  for (const int signal : kSignals) {
    handle(signal, SIG_DFL);
  }
  ::alarm(0);
}

bool Interrupt::came() {
  return interrupted.load();
}

void Interrupt::check() {
  if (came()) {
    throw Failure(ExitCode::Interrupted, "interrupted; nothing was changed");
  }
}

}  // namespace nutgraf::command
