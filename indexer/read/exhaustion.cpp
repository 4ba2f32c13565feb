// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/exhaustion.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "core/base/failure.h"

namespace nutgraf::read {

void refuse_exhaustion(int error, std::string_view verb, std::string_view path) {
  if (error != EMFILE && error != ENFILE && error != ENOMEM && error != EAGAIN) {
    return;
  }
  throw Failure(ExitCode::Failed, fmt::format("cannot {} {}: {}", verb, path, std::generic_category().message(error)),
                error == EMFILE ? "nothing was changed; raise the limit with ulimit -n"
                                : "nothing was changed; the system has too little left for it");
}

}  // namespace nutgraf::read
