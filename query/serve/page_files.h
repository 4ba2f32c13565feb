// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

/// The page for people: the files of query/serve/page, which the build puts into the program.
namespace nutgraf::serve {

struct PageFile {
  std::string_view path;  // "/", "/page.js"
  std::string_view type;  // of its content, for HTTP
  std::string_view bytes;
};

[[nodiscard]] std::span<const PageFile> page_files();

}  // namespace nutgraf::serve
