// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

/// `PROGRAM --generate KIND [COMMAND]` prints what a package installs beside the program: man (of one command, where it
/// is named), commands (their names), complete-bash, complete-zsh, complete-fish.
namespace nutgraf::cli {

struct Program;

/// `arguments` follow --generate. Throws Failure(Usage).
[[nodiscard]] std::string generate(const Program& program, std::span<const std::string> arguments);

}  // namespace nutgraf::cli
