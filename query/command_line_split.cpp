// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_split.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/base/failure.h"

namespace nutgraf::query {
namespace {

bool is_long(std::string_view argument) {
  return argument.size() > 2 && argument.substr(0, 2) == "--";
}

bool is_short(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-' && argument[1] != '-';
}

class Splitter {
 public:
  Splitter(std::span<const std::string> arguments, const SplitRules& rules) : arguments_(arguments), rules_(rules) {}

  SplitArguments run() {
    for (; next_ < arguments_.size(); ++next_) {
      const std::string& argument = arguments_[next_];
      if (argument == "--") {
        out_.rest.assign(arguments_.begin() + static_cast<std::ptrdiff_t>(next_) + 1, arguments_.end());
        break;
      }
      take(argument);
    }
    return std::move(out_);
  }

 private:
  void take(const std::string& argument) {
    if (argument == "--help" || argument == "-h") {
      out_.help = true;
    } else if (is_long(argument)) {
      take_long(argument);
    } else if (is_short(argument)) {
      take_short(argument);
    } else {
      out_.words.push_back(argument);
    }
  }

  void take_long(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const std::optional<KnownOption> option = rules_.find(name);
    if (!option) {
      refuse(fmt::format("{} has no option {}", rules_.command, name));
    }
    if (equals == std::string::npos) {
      take_known(*option);
    } else if (!option->takes_value) {
      refuse(fmt::format("{} takes no value", name));
    } else {
      add(*option, argument.substr(equals + 1));
    }
  }

  void take_short(const std::string& argument) {
    const std::optional<KnownOption> option = rules_.find(argument);
    if (!option) {
      refuse_short(argument);
    }
    take_known(*option);
  }

  void take_known(const KnownOption& option) {
    if (!option.takes_value) {
      out_.options.push_back(option.name);
      return;
    }
    const bool is_there = next_ + 1 < arguments_.size() && !is_option(arguments_[next_ + 1]);
    add(option, is_there ? arguments_[++next_] : std::string());
  }

  // A value may begin with a dash (--offset -5 is a wrong number), but it is no option that we know.
  [[nodiscard]] bool is_option(const std::string& argument) const {
    return argument == "--" || is_long(argument) || (is_short(argument) && rules_.find(argument).has_value());
  }

  void add(const KnownOption& option, const std::string& value) {
    if (value.empty()) {
      refuse(fmt::format("{} needs a value", option.name));
    }
    out_.options.push_back(option.name + "=" + value);
  }

  [[noreturn]] void refuse(const std::string& message) const {
    throw Failure(ExitCode::Usage, message, fmt::format("nutgraf-query {} --help lists its options", rules_.command));
  }

  [[noreturn]] void refuse_short(const std::string& argument) const {
    const std::optional<KnownOption> letter = rules_.find(argument.substr(0, 2));
    const std::string value = argument.substr(2);
    if (letter && letter->takes_value && value.find_first_not_of("0123456789") == std::string::npos) {
      throw Failure(ExitCode::Usage,
                    fmt::format("a short option takes its value as an argument of its own: {}", argument),
                    fmt::format("type {} {}", argument.substr(0, 2), value));
    }
    throw Failure(ExitCode::Usage, fmt::format("there is no option {}", argument), advice_for(argument));
  }

  // A word with a minus is most often meant for the query.
  [[nodiscard]] std::string advice_for(const std::string& argument) const {
    std::vector<std::string> words = out_.words;
    const bool has_index = std::any_of(out_.options.begin(), out_.options.end(),
                                       [](const std::string& option) { return option.substr(0, 8) == "--index="; });
    if (!words.empty() && !has_index) {
      words.erase(words.begin());
    }
    const std::string before = words.empty() ? "" : fmt::format("{} ", fmt::join(words, " "));
    return fmt::format("to leave a word out: nutgraf-query {0} INDEX -- {1}{2}, or: {1}NOT {3}", rules_.command, before,
                       argument, argument.substr(1));
  }

  std::span<const std::string> arguments_;
  const SplitRules& rules_;
  SplitArguments out_;
  std::size_t next_ = 0;
};

}  // namespace

SplitArguments split_arguments(std::span<const std::string> arguments, const SplitRules& rules) {
  return Splitter(arguments, rules).run();
}

}  // namespace nutgraf::query
