// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/failure.h"

/// What programs write to standard error for people: whole lines of UTF-8, whatever the locale, without the control
/// characters that file names, ids and titles may contain.
namespace nutgraf::cli {

enum class Tone : std::uint8_t { Plain, Warning };  // a warning is coloured

void print_line(std::string_view line, Tone tone = Tone::Plain);

/// What an error message contains besides the failure itself.
struct Surroundings {
  std::string before;  // "nutgraf-query: q.tsv:2:5: "
  std::string after;   // lines between the sentence and the advice
};
void print_failure(const Failure& failure, const Surroundings& surroundings);

}  // namespace nutgraf::cli
