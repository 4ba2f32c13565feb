// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
}

/// The one pass over argv before CLI11 sees it. It decides which arguments are words, for CLI11 would read -india as
/// -i ndia: short options are not bundled, and a value is attached to a letter only where it cannot be a word (-n3,
/// -fjsonl).
namespace nutgraf::cli {

/// What the words of a command are; a query has its own way to write a word that begins with a dash.
enum class WordKind : std::uint8_t { Path, Query };

struct Arguments {
  std::vector<std::string> options;  // "--limit=10", "--quiet": in order, names long, values never empty
  std::vector<std::string> words;    // before "--"
  std::vector<std::string> rest;     // after "--": words whatever they begin with
  bool help = false;
};

/// `app` declares the options; its name is that of the program and the command. Throws Failure(Usage).
[[nodiscard]] Arguments split_arguments(std::span<const std::string> arguments, const CLI::App& app, WordKind kind);

}  // namespace nutgraf::cli
