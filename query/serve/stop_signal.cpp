// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/stop_signal.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "core/base/failure.h"

namespace nutgraf::serve {

StopSignal::StopSignal() {
  ::sigset_t signals{};
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
  descriptor_ = ::signalfd(-1, &signals, SFD_CLOEXEC);
  if (descriptor_ < 0) {
    throw Failure(ExitCode::Failed, fmt::format("cannot wait for signals: {}", std::generic_category().message(errno)));
  }
}

StopSignal::~StopSignal() {
  ::close(descriptor_);
  // What has come is done with: to let it through now would end the process without its exit code.
  ::signal(SIGINT, SIG_IGN);
  ::signal(SIGTERM, SIG_IGN);
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool StopSignal::has_come() const {
  ::pollfd question{descriptor_, POLLIN, 0};
  return ::poll(&question, 1, 0) > 0;
}

}  // namespace nutgraf::serve
