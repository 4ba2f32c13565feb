// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

/// Manual pages in the macros of man(7), made from the declarations of commands and options.
namespace nutgraf::cli {

struct Program;
struct Command;

/// nutgraf-query(1): purpose, commands, exit codes.
[[nodiscard]] std::string man_page(const Program& program);

/// nutgraf-query-search(1): one command with its options.
[[nodiscard]] std::string man_page(const Program& program, const Command& command);

}  // namespace nutgraf::cli
