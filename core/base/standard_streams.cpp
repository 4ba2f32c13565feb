// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/standard_streams.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "core/base/failure.h"

namespace nutgraf {

void open_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) {
      continue;
    }
    // The lowest free number is this one: those below are open by now.
    const int wrong_way = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    (void)::open("/dev/null", wrong_way);
  }
}

void require_standard_input_read() {
  if (std::ferror(stdin) == 0) {
    return;
  }
  const int error = ::read(STDIN_FILENO, nullptr, 0) < 0 ? errno : EIO;
  throw Failure(ExitCode::Missing,
                fmt::format("standard input cannot be read: {}", std::generic_category().message(error)),
                "give it a file or a pipe: < FILE, or PROGRAM |");
}

}  // namespace nutgraf
