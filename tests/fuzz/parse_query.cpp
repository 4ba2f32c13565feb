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
  nutgraf::parse::AstPtr ast;
  try {
    ast = nutgraf::parse::parse(query);
  } catch (const nutgraf::parse::QueryError&) {
    return 0;
  }
  if (!nutgraf::parse::same_tree(*nutgraf::parse::parse(nutgraf::parse::print(*ast)), *ast)) {
    std::abort();
  }
  return 0;
}
