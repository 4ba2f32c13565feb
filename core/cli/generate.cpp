// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/generate.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

#include "core/base/failure.h"
#include "core/cli/completions.h"
#include "core/cli/man_page.h"
#include "core/cli/program.h"

namespace nutgraf::cli {
namespace {

std::string commands_of(const Program& program) {
  return fmt::format("{}\n", fmt::join(command_names(program), "\n"));
}

struct Kind {
  std::string_view name;
  std::string (*make)(const Program&);
};

constexpr std::array kKinds = {
    Kind{"man", man_page},
    Kind{"commands", commands_of},
    Kind{"complete-bash", bash_completions},
    Kind{"complete-zsh", zsh_completions},
    Kind{"complete-fish", fish_completions},
};

}  // namespace

std::string generate(const Program& program, std::span<const std::string> arguments) {
  const auto kind = std::ranges::find(kKinds, arguments.empty() ? std::string_view() : arguments[0], &Kind::name);
  if (kind == kKinds.end() || arguments.size() > 2 || (arguments.size() == 2 && kind->name != "man")) {
    std::vector<std::string_view> names;
    std::ranges::transform(kKinds, std::back_inserter(names), &Kind::name);
    throw Failure(ExitCode::Usage, "--generate takes one of its kinds",
                  fmt::format("{} --generate {}, or man COMMAND", program.name, fmt::join(names, "|")));
  }
  return arguments.size() == 2 ? man_page(program, find_command(program, arguments[1])) : kind->make(program);
}

}  // namespace nutgraf::cli
