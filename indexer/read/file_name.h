// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// What the names of files and of members of archives tell.
namespace nutgraf::read {

/// "jsonl" of "b/a.JSONL": in lower case, without the full stop; empty for a name that has none, or only at its front.
[[nodiscard]] std::string extension_of(std::string_view name);

/// "a.jsonl.gz" -> "a.jsonl", "a.tgz" -> "a.tar".
[[nodiscard]] std::string without_compression(std::string_view name);

/// Files that no one means by "this folder": hidden ones, ._*, Thumbs.db, __MACOSX.
[[nodiscard]] bool is_hidden_name(std::string_view name);

}  // namespace nutgraf::read
