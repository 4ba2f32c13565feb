// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes: the properties of an analysis hold, and the same text gives the same analysis.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/text/analyzer.h"
#include "tests/core/text/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string broken = nutgraf::properties::first_broken(text);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
