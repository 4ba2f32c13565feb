// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <dlfcn.h>

namespace nutgraf::test {

/// The function that a program would have called without the shim: next_function(&::open, "open").
template <typename Function>
Function* next_function(Function* /*ours*/, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace nutgraf::test
