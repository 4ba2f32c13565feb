// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>

namespace nutgraf::glass {

/// A table contains what neither Xapian nor we write.
class CorruptionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace nutgraf::glass
