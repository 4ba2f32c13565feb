// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

/// Takes the words of a command line apart before CLI11 sees them: short options do not bundle and take attached only
/// what cannot be a word (-j4, -fjson), an option takes exactly one value, and every complaint is ours.
namespace nutgraf {

struct KnownOption {
  std::vector<std::string> names;  // with dashes: "-j", "--threads"
  std::string value;               // "N"; empty for a flag
};

struct Scanned {
  std::vector<std::pair<std::string, std::string>> options;  // name as typed with its value ("" for flags), in order
  std::vector<std::string> arguments;                        // all others
};

/// `command` ("nutgraf-index build") is named in advice. Throws Failure(Usage).
[[nodiscard]] Scanned scan(std::span<const std::string> words, std::span<const KnownOption> known,
                           const std::string& command);

}  // namespace nutgraf
