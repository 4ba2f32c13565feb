// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever is typed either cannot be read, or prints as a query that is read as the same tree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "query/parse/parse.h"
#include "query/parse/query_error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  nutgraf::AstPtr ast;
  try {
    ast = nutgraf::parse(query);
  } catch (const nutgraf::QueryError&) {
    return 0;
  }
  if (!nutgraf::same_tree(*nutgraf::parse(nutgraf::print(*ast)), *ast)) {
    std::abort();
  }
  return 0;
}
