// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/options.h"

/// From argv to IndexOptions in two steps: what was typed, then what it means. The first asks neither the environment
/// nor the disk, so that --help never fails.
namespace nutgraf {

enum class When : std::uint8_t { Auto, Always, Never };

struct Typed {
  std::optional<std::string> text;     // of --help or --version: print it and be done
  std::optional<std::string> index;    // -i
  std::vector<std::string> arguments;  // INDEX (unless -i or NUTGRAF_INDEX) and INPUTs
  When color = When::Auto;
  When progress = When::Auto;
  When pager = When::Auto;
  IndexOptions options;  // all else
};

/// What the second step asks of the world around.
struct Surroundings {
  std::string index;                  // NUTGRAF_INDEX
  Switch color_allowed = Switch::On;  // NO_COLOR not set, TERM not dumb
  Switch terminal_out = Switch::Off;
  Switch terminal_err = Switch::Off;
  unsigned cores = 1;
};
[[nodiscard]] Surroundings surroundings();

/// `arguments` without the program's name. Throws Failure(Usage).
[[nodiscard]] Typed read_command_line(std::span<const std::string> arguments);

/// Decides which argument is INDEX and fills in defaults. Throws Failure(Usage).
[[nodiscard]] IndexOptions resolve(Typed typed, const Surroundings& around);

[[nodiscard]] std::string name_of(Command command);

}  // namespace nutgraf
