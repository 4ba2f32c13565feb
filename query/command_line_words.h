// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/command_line.h"
#include "query/command_line_commands.h"
#include "query/command_line_split.h"

/// Which word is INDEX and which are QUERY.
namespace nutgraf::query {

struct IndexAndWords {
  std::string index;
  std::vector<std::string> words;
  std::optional<std::string> taken;  // the word that was read as INDEX
};

/// `given` is -i/--index, empty where not given. Throws Failure(Usage) where nothing names an index.
[[nodiscard]] IndexAndWords choose_index(const CommandSpec& command, const std::string& given,
                                         const SplitArguments& arguments, const Environment& environment);

/// The words as one text: joined by a blank; a single `-` before `--` means standard input. Throws Failure(Usage) where
/// the command needs words and there are none, takes none and there are some, or where they are no UTF-8.
[[nodiscard]] std::string join_words(const CommandSpec& command, const IndexAndWords& chosen,
                                     const SplitArguments& arguments, const Environment& environment);

}  // namespace nutgraf::query
