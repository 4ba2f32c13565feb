// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/index/record.h"

namespace nutgraf {

enum class IdSource : std::uint8_t {
  Declared,  // the record said so
  Path,      // made from the file's path relative to its root
};

/// One article on its way from a reader to its passages.
struct Article {
  ArticleRecord record;  // id is set by the reader; language stays empty until detected
  IdSource id_source = IdSource::Path;
  std::string text;  // valid UTF-8, LF line ends; paragraphs separated by blank lines; without the title
};

}  // namespace nutgraf
