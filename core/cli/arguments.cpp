// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/cli/help.h"

namespace nutgraf::cli {
namespace {

bool is_long(std::string_view argument) {
  return argument.size() > 2 && argument.starts_with("--");
}

bool is_short(std::string_view argument) {
  return argument.size() > 1 && argument[0] == '-' && argument[1] != '-';
}

bool takes_number(const CLI::Option& option) {
  return (value_name(option) + "|").starts_with("N|");
}

bool takes_word(const CLI::Option& option, const std::string& word) {
  const std::vector<std::string> words = value_words(option);
  return std::ranges::find(words, word) != words.end();
}

bool is_number(const std::string& value) {
  return value.find_first_not_of("0123456789") == std::string::npos;
}

class Splitter {
 public:
  Splitter(std::span<const std::string> arguments, const CLI::App& app, WordKind kind)
      : arguments_(arguments), app_(app), kind_(kind) {}

  Arguments run() {
    for (; next_ < arguments_.size(); ++next_) {
      const std::string& argument = arguments_[next_];
      if (argument == "--") {
        out_.rest.assign(arguments_.begin() + static_cast<std::ptrdiff_t>(next_) + 1, arguments_.end());
        break;
      }
      if (is_long(argument)) {
        take_long(argument);
      } else if (is_short(argument)) {
        take_short(argument);
      } else {
        out_.words.push_back(argument);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const CLI::Option* find(const std::string& name) const { return app_.get_option_no_throw(name); }

  void take_long(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const CLI::Option* option = find(name);
    if (option == nullptr) {
      std::vector<std::string> names;
      for (const CLI::Option* known : app_.get_options()) {
        names.push_back(known->get_name());
      }
      refuse(fmt::format("{} has no option {}", app_.get_name().substr(app_.get_name().find(' ') + 1), name),
             did_you_mean("", nearest_name(name, names)));
    }
    if (equals == std::string::npos) {
      take(*option);
    } else if (value_name(*option).empty()) {
      refuse(fmt::format("{} takes no value", name));
    } else {
      add(*option, argument.substr(equals + 1));
    }
  }

  void take_short(const std::string& argument) {
    const CLI::Option* option = find(argument.substr(0, 2));
    const std::string value = argument.substr(2);
    if (option != nullptr && value.empty()) {
      take(*option);
    } else if (option != nullptr && (takes_number(*option) ? is_number(value) : takes_word(*option, value))) {
      add(*option, value);
    } else {
      throw Failure(ExitCode::Usage, fmt::format("there is no option {}", argument),
                    meant(argument, option) + advice_for(argument));
    }
  }

  void take(const CLI::Option& option) {
    if (&option == app_.get_help_ptr()) {
      out_.help = true;
    } else if (value_name(option).empty()) {
      out_.options.push_back(option.get_name());
    } else {
      const bool is_there = next_ + 1 < arguments_.size() && !is_option(arguments_[next_ + 1]);
      add(option, is_there ? arguments_[++next_] : std::string());
    }
  }

  // A value may begin with a dash (--sort -date), but it is no option that we know.
  [[nodiscard]] bool is_option(const std::string& argument) const {
    return argument == "--" || is_long(argument) || (is_short(argument) && find(argument) != nullptr);
  }

  void add(const CLI::Option& option, const std::string& value) {
    if (value.empty()) {
      refuse(fmt::format("{} needs a value", option.get_name()),
             fmt::format("type {} {}; ", option.get_name(), value_name(option)));
    }
    out_.options.push_back(option.get_name() + "=" + value);
  }

  [[noreturn]] void refuse(const std::string& message, const std::string& advice = {}) const {
    throw Failure(ExitCode::Usage, message, advice + help_advice(app_));
  }

  /// What an argument that is not an option looks like: -n5x, -fcvs, -ql.
  [[nodiscard]] std::string meant(const std::string& argument, const CLI::Option* letter) const {
    const std::string value = argument.substr(2);
    const auto is_letter = [&](char c) { return find({'-', c}) != nullptr; };
    if (letter == nullptr || value.empty()) {
      return {};
    }
    if (takes_number(*letter) && (ascii::is_digit(value[0]) || takes_word(*letter, value))) {
      return fmt::format("type {} {}; ", argument.substr(0, 2), value);
    }
    if (value_name(*letter).empty() && std::ranges::all_of(value, is_letter)) {
      return fmt::format("type -{}; ", fmt::join(argument.substr(1), " -"));
    }
    return did_you_mean(argument.substr(0, 2), nearest_name(value, value_words(*letter)));
  }

  // A word of a query with a minus is most often one to leave out.
  [[nodiscard]] std::string advice_for(const std::string& argument) const {
    if (kind_ == WordKind::Path) {
      return fmt::format("for a file of that name: ./{}", argument);
    }
    std::vector<std::string> words = out_.words;
    const auto is_index = [](const std::string& option) { return option.starts_with("--index="); };
    if (!words.empty() && std::ranges::none_of(out_.options, is_index)) {
      words.erase(words.begin());
    }
    const std::string before = words.empty() ? "" : fmt::format("{} ", fmt::join(words, " "));
    return fmt::format("to leave a word out: {0} INDEX -- {1}{2}, or: {1}NOT {3}", app_.get_name(), before, argument,
                       argument.substr(1));
  }

  std::span<const std::string> arguments_;
  const CLI::App& app_;
  WordKind kind_;
  std::size_t next_ = 0;
  Arguments out_;
};

}  // namespace

Arguments split_arguments(std::span<const std::string> arguments, const CLI::App& app, WordKind kind) {
  return Splitter(arguments, app, kind).run();
}

}  // namespace nutgraf::cli
