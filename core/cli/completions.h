// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

/// Scripts by which shells complete commands, options and the values of options, made from their declarations. Other
/// words are completed as paths.
namespace nutgraf::cli {

struct Program;

[[nodiscard]] std::string bash_completions(const Program& program);
[[nodiscard]] std::string zsh_completions(const Program& program);
[[nodiscard]] std::string fish_completions(const Program& program);

}  // namespace nutgraf::cli
