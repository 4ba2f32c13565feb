// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <random>

namespace nutgraf::test {

/// The same numbers in every run, 32 bits at a time.
class Random {
 public:
  explicit Random(std::uint32_t seed) : random_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(random_()); }

 private:
  std::mt19937 random_;
};

}  // namespace nutgraf::test
