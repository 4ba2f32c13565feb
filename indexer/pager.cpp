// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pager.h"

#include <unistd.h>

#include <iostream>

namespace nutgraf {

Pager::Pager(Switch used) {
  if (used == Switch::Off) {
    return;
  }
  pipe_ = ::popen("command -v less >/dev/null 2>&1 && exec less -FRX; exec cat", "w");
  if (pipe_ != nullptr) {
    real_stdout_ = ::dup(STDOUT_FILENO);
    (void)::dup2(::fileno(pipe_), STDOUT_FILENO);
  }
}

Pager::~Pager() {
  if (pipe_ == nullptr) {
    return;
  }
  std::cout.flush();
  (void)std::fflush(stdout);
  (void)::dup2(real_stdout_, STDOUT_FILENO);
  (void)::close(real_stdout_);
  (void)::pclose(pipe_);
}

}  // namespace nutgraf
