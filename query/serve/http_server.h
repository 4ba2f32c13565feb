// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/base/failure.h"
#include "query/serve/answerer.h"

namespace nutgraf::serve {

struct HttpOptions {
  std::uint16_t port = 0;  // 0 = any that is free
  std::string token;
};

/// Serves the page at / and requests at /api/VIEW on 127.0.0.1 until SIGINT or SIGTERM comes; requests that have begun
/// are answered first. `announce` gets the address to open, token included, once clients can connect. Throws
/// Failure(Failed) where the port is taken.
[[nodiscard]] ExitCode serve_http(const Answerer& answerer, const HttpOptions& options,
                                  const std::function<void(const std::string& url)>& announce);

}  // namespace nutgraf::serve
