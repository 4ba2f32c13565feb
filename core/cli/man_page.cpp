// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/man_page.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "core/cli/help.h"
#include "core/cli/program.h"

namespace nutgraf::cli {
namespace {

/// Text that roff takes literally: a hyphen that can be pasted, and no line that is read as a request.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool at_line_start = out.empty() || out.back() == '\n';
    if (at_line_start && (c == '.' || c == '\'')) {
      out += "\\&";
    }
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '~':
        out += "\\(ti";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string upper_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

std::string head(const std::string& name, std::string_view summary) {
  return fmt::format(".TH {} 1 \"\" \"nutgraf {}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n", upper_case(escaped(name)),
                     NUTGRAF_VERSION, escaped(name), escaped(summary));
}

std::string literal_lines(std::string_view title, std::string_view lines) {
  return fmt::format(".SH {}\n.nf\n{}\n.fi\n", title, escaped(lines));
}

std::string option_entry(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) {
    names += fmt::format(R"({}\fB\-{}\fR)", names.empty() ? "" : ", ", escaped(name));
  }
  for (const std::string& name : option.get_lnames()) {
    names += fmt::format(R"({}\fB\-\-{}\fR)", names.empty() ? "" : ", ", escaped(name));
  }
  const std::string value = value_name(option);
  const std::string takes = value.empty() ? "" : fmt::format(" \\fI{}\\fR", escaped(value));
  return fmt::format(".TP\n{}{}\n{}\n", names, takes, escaped(full_description(option)));
}

/// In the order of --help: without a group first, then group by group.
std::string options_of(const CLI::App& app) {
  std::string text = ".SH OPTIONS\n";
  for (const std::string& group : app.get_groups()) {
    const std::vector<const CLI::Option*> options = app.get_options(
        [&group](const CLI::Option* option) { return option->get_group() == group && option->nonpositional(); });
    if (options.empty() || group.empty()) {
      continue;
    }
    text += fmt::format(".SS {}\n", escaped(group));
    for (const CLI::Option* option : options) {
      text += option_entry(*option);
    }
  }
  return text;
}

}  // namespace

std::string man_page(const Program& program) {
  const std::string name(program.name);
  std::string text = head(name, program.summary);
  text += fmt::format(".SH SYNOPSIS\n.B {}\n.I COMMAND\n[\\fIOPTIONS\\fR] ...\n", escaped(name));
  text += fmt::format(".SH DESCRIPTION\n{}\n.SH COMMANDS\n", escaped(program.purpose));
  for (const Command& command : program.commands) {
    text +=
        fmt::format(".TP\n.BR {0}\\-{1} (1)\n{2}\n", escaped(name), escaped(command.name), escaped(command.summary));
  }
  text += fmt::format(".SH NOTES\n{}\n", escaped(program.notes));
  return text + literal_lines("EXAMPLES", program.examples);
}

std::string man_page(const Program& program, const Command& command) {
  const auto app = command_app(program, command);
  const std::string name = fmt::format("{}-{}", program.name, command.name);
  std::string text = head(name, command.summary);
  text += fmt::format(".SH SYNOPSIS\n.B {} {}\n[\\fIOPTIONS\\fR] {}\n", escaped(program.name), escaped(command.name),
                      escaped(command.operands));
  text += options_of(*app);
  text += literal_lines("EXAMPLES", command.examples);
  return text + fmt::format(".SH SEE ALSO\n.BR {} (1)\n", escaped(program.name));
}

}  // namespace nutgraf::cli
