// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace nutgraf {

/// --source --lang --where: a field of the query language and its value. --since and --until: fields "since" and
/// "until", the day, month or year included.
struct Filter {
  std::string field;
  std::string value;
  std::string typed = {};  // the option with its value, for messages: --where tag=x
};

}  // namespace nutgraf
