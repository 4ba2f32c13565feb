// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cli/program.h"

namespace nutgraf::cli {
namespace {

std::string indented(std::string_view lines) {
  std::string text;
  for (const std::string& line : CLI::detail::split(std::string(lines), '\n')) {
    text += fmt::format("  {}\n", line);
  }
  return text;
}

/// Lines of at most `width` bytes, unless a word is longer.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string lines;
  std::size_t column = 0;
  for (const std::string& word : CLI::detail::split(std::string(text), ' ')) {
    const bool fits = column + 1 + word.size() <= width;
    lines += lines.empty() ? "" : fits ? " " : "\n";
    column = fits ? column + 1 + word.size() : word.size();
    lines += word;
  }
  return lines;
}

class Formatter : public CLI::Formatter {
 public:
  explicit Formatter(std::string usage) : usage_(std::move(usage)) { column_width(kNames); }

  [[nodiscard]] std::string make_usage(const CLI::App* /*app*/, std::string /*name*/) const override {
    return fmt::format("\nUsage: {} [OPTIONS]\n\n", usage_);
  }
  [[nodiscard]] std::string make_group(std::string group, bool is_positional,
                                       std::vector<const CLI::Option*> opts) const override {
    return CLI::Formatter::make_group(std::move(group), is_positional, std::move(opts)).substr(1);  // an empty line
  }
  [[nodiscard]] std::string make_option_opts(const CLI::Option* option) const override {
    const std::string value = value_name(*option);
    return value.empty() ? value : " " + value;
  }
  [[nodiscard]] std::string make_option_desc(const CLI::Option* option) const override {
    return wrapped(full_description(*option), kColumns - kNames);
  }

 private:
  static constexpr std::size_t kNames = 28;
  static constexpr std::size_t kColumns = 100;

  std::string usage_;
};

}  // namespace

std::string value_name(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) {
    return {};
  }
  const std::string name = option.get_type_name();  // TYPE, or TYPE:what a validator takes
  return name.substr(name.find(':') + 1);
}

std::vector<std::string> value_words(const CLI::Option& option) {
  const std::string takes = value_name(option);
  return takes.find('|') == std::string::npos ? std::vector<std::string>() : CLI::detail::split(takes, '|');
}

std::string full_description(const CLI::Option& option) {
  const std::string& normal = option.get_default_str();
  const std::string variable = option.get_envname().empty() ? "" : fmt::format(" (or {})", option.get_envname());
  const std::string usual = normal.empty() ? "" : fmt::format(" (default {})", normal);
  return option.get_description() + usual + variable;
}

std::string usage(const Program& program, const Command& command) {
  return fmt::format("{} {} {}", program.name, command.name, command.operands);
}

void describe(CLI::App& app, const Program& program, const Command& command) {
  app.name(fmt::format("{} {}", program.name, command.name));
  app.description(fmt::format("{} {}: {}", program.name, command.name, command.summary));
  app.footer(fmt::format("Examples:\n{}", indented(command.examples)));
  app.formatter(std::make_shared<Formatter>(usage(program, command)));
  app.set_help_flag("-h,--help", "print this text");
}

std::string overview(const Program& program) {
  std::string text = fmt::format("{}\n\nUsage: {} COMMAND ...\n\nCommands:\n", program.purpose, program.name);
  const std::size_t width = std::ranges::max_element(program.commands, {}, [](const Command& c) {
                              return c.operands.size();
                            })->operands.size();
  for (const Command& command : program.commands) {
    text += fmt::format("  {:<10} {:<{}} {}\n", command.name, command.operands, width, command.summary);
  }
  return fmt::format("{}\n{}\n\n{} COMMAND --help (or help COMMAND) lists the options of a command.\n\nExamples:\n{}",
                     text, program.notes, program.name, indented(program.examples));
}

std::string help_advice(const CLI::App& app) {
  return app.get_name() + " --help lists its options";
}

}  // namespace nutgraf::cli
