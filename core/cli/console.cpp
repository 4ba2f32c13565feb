// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/console.h"

#include <cstdio>
#include <string>

#include "core/text/display_width.h"

namespace nutgraf::cli {
namespace {

void write(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace

void print_line(std::string_view line, Tone tone) {
  const std::string safe = without_controls(line);
  write(tone == Tone::Warning ? "\x1b[33m" + safe + "\x1b[m\n" : safe + "\n");
}

void print_failure(const Failure& failure, const Surroundings& surroundings) {
  std::string text = surroundings.before + failure.what() + "\n";
  text += surroundings.after;
  text += failure.advice().empty() ? "" : failure.advice() + "\n";
  write(without_controls(text));
}

}  // namespace nutgraf::cli
