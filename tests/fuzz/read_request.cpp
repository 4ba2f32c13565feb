// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever a client sends either is refused, or becomes arguments of which each option is one that its view allows.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/failure.h"
#include "query/serve/parameters.h"
#include "query/serve/request.h"

namespace {

using namespace nutgraf::serve;

bool is_allowed(const std::string& argument, const ViewRow& view) {
  const std::string name = argument.substr(0, argument.find('='));
  return name.starts_with("--") && std::ranges::find(view.names, name.substr(2)) != view.names.end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Request request;
  try {
    read_request({reinterpret_cast<const char*>(data), size}, request);
    const ViewRow& view = view_named(request.view);
    const std::vector<std::string> arguments = arguments_of(request, view);
    const bool ends_well = arguments.size() >= 3 && arguments[arguments.size() - 2] == "--";
    if (!ends_well || !std::all_of(arguments.begin() + 1, arguments.end() - 2,
                                   [&](const std::string& argument) { return is_allowed(argument, view); })) {
      std::abort();
    }
  } catch (const nutgraf::Failure& failure) {
    if (failure.code() != nutgraf::ExitCode::Usage) {
      std::abort();
    }
  }
  return 0;
}
