// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdio>

#include "indexer/options.h"

namespace nutgraf {

/// While it lives, what goes to stdout goes through `less -FRX` (or straight on where there is no less).
class Pager {
 public:
  explicit Pager(Switch used);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  Pager(Pager&&) = delete;
  Pager& operator=(Pager&&) = delete;

 private:
  std::FILE* pipe_ = nullptr;
  int real_stdout_ = -1;
};

}  // namespace nutgraf
