// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/article.h"

namespace nutgraf::read {

/// Who asked for a file: an INPUT that was typed is no accident, a file met in a folder or an archive may be anything.
enum class Mention : std::uint8_t { Named, Found };

/// A file, or a member of an archive, as the readers of formats see it.
struct Document {
  Origin origin;        // offset 0
  std::string id;       // derived: relative to the root, members after a slash
  std::string file_id;  // the same without the member
  std::string name;     // decides the format: the path without .gz and the like
  std::string given;    // the input as typed and the way down from there
  Mention mention = Mention::Found;
  std::shared_ptr<const Article> beside;  // what a file of metadata says of it; may be null
};

/// "news.zip!2023/a.txt": where a document is, for people.
[[nodiscard]] std::string shown_path(const Origin& origin);

}  // namespace nutgraf::read
