// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "core/base/failure.h"
#include "query/terminal.h"

namespace nutgraf::query {

/// Where a command writes: its answer to `output`, notes for people to standard error.
struct Console {
  Output& output;
  const Appearance& look;
};

/// A line on standard error, after the program's name.
void say(std::string_view line);

/// The sentence of a failure, the query with its caret, the advice. `where` goes before the sentence: "q.tsv:2:5: ".
void report(const Failure& failure, std::string_view where = {});

}  // namespace nutgraf::query
