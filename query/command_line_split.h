// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The argument grammar, before any meaning: which arguments are options, which are values of options, which are words.
namespace nutgraf::query {

/// How the splitter knows an option: its long name, and whether a value follows.
struct KnownOption {
  std::string name;  // "--limit"
  bool takes_value = false;
  // What may stand right behind its letter: values that cannot be words of a query.
  bool attaches_digits = false;                       // -n3
  std::vector<std::string_view> attached_names = {};  // -fjsonl
};

struct SplitRules {
  std::string command;                                                    // for messages
  std::function<std::optional<KnownOption>(std::string_view name)> find;  // by "-n" or "--limit"
  std::vector<std::string> names = {};                                    // all, for near ones
};

struct SplitArguments {
  std::vector<std::string> options;  // "--limit=10", "--quiet": in order, names long, never an empty value
  std::vector<std::string> words;    // before "--"
  std::vector<std::string> rest;     // after "--": words whatever they begin with
  bool help = false;
};

/// Throws Failure(Usage): unknown options, options without their value, short options in bundles, and attached values
/// that may not be: -taiwan.
[[nodiscard]] SplitArguments split_arguments(std::span<const std::string> arguments, const SplitRules& rules);

}  // namespace nutgraf::query
