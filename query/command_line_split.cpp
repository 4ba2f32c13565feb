// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_split.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/nearest_name.h"

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
      refuse(fmt::format("{} has no option {}", rules_.command, name),
             did_you_mean("", nearest_name(name, rules_.names)));
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
    if (const std::optional<KnownOption> option = rules_.find(argument)) {
      take_known(*option);
      return;
    }
    const std::optional<KnownOption> letter = rules_.find(argument.substr(0, 2));
    const std::string value = argument.substr(2);
    if (!letter || !may_be_attached(*letter, value)) {
      refuse_short(argument, letter.value_or(KnownOption{}));
    }
    add(*letter, value);
  }

  static bool may_be_attached(const KnownOption& option, const std::string& value) {
    const bool digits = !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
    const auto& names = option.attached_names;
    return (option.attaches_digits && digits) || std::find(names.begin(), names.end(), value) != names.end();
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

  [[noreturn]] void refuse(const std::string& message, const std::string& nearest = {}) const {
    throw Failure(ExitCode::Usage, message,
                  fmt::format("{}nutgraf-query {} --help lists its options", nearest, rules_.command));
  }

  [[noreturn]] void refuse_short(const std::string& argument, const KnownOption& letter) const {
    const std::string value = argument.substr(std::min<std::size_t>(2, argument.size()));
    const bool number = letter.attaches_digits && !value.empty() && ascii::is_digit(value.front());
    const std::string meant = nearest_name(value, letter.attached_names);
    const std::string advice = number || (letter.attaches_digits && value == "all")
                                   ? fmt::format("type {} {}; ", argument.substr(0, 2), value)
                                   : did_you_mean(argument.substr(0, 2), meant);
    throw Failure(ExitCode::Usage, fmt::format("there is no option {}", argument), advice + advice_for(argument));
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
