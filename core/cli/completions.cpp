// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cli/help.h"
#include "core/cli/program.h"

namespace nutgraf::cli {
namespace {

enum class Takes : std::uint8_t { Nothing, Path, Word, Anything };

/// What a shell needs to know of an option.
struct CompletedOption {
  std::vector<std::string> names;  // "-n", "--limit"
  Takes takes = Takes::Nothing;
  std::vector<std::string> words;  // of Takes::Word
  std::string value;               // what the help calls the value
  std::string description;         // one line
};

Takes kind_of(const std::string& value, const std::vector<std::string>& words) {
  if (value.empty()) {
    return Takes::Nothing;
  }
  if (!words.empty()) {
    return Takes::Word;
  }
  return value == "FILE" || value == "DIR" ? Takes::Path : Takes::Anything;
}

CompletedOption completed(const CLI::Option& option) {
  CompletedOption out;
  for (const std::string& name : option.get_snames()) {
    out.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    out.names.push_back("--" + name);
  }
  out.value = value_name(option);
  for (const std::string& word : value_words(option)) {
    if (word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos) {  // not the N of N|all
      out.words.push_back(word);
    }
  }
  out.takes = kind_of(out.value, out.words);
  out.description = option.get_description();
  return out;
}

std::vector<CompletedOption> options_of(const Program& program, const Command& command) {
  const auto app = command_app(program, command);
  std::vector<CompletedOption> options;
  for (const CLI::Option* option : std::as_const(*app).get_options()) {
    if (option->nonpositional() && !option->get_group().empty()) {
      options.push_back(completed(*option));
    }
  }
  return options;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string function_name(const Program& program) {
  return "_" + replaced(std::string(program.name), "-", "_");
}

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") {
  return fmt::format("{}", fmt::join(words, between));
}

/// For a string in single quotes; fish and sh agree where there is no backslash before the quote.
std::string quoted(const std::string& text) {
  return "'" + replaced(text, "'", "'\\''") + "'";
}

std::string zsh_option(const CompletedOption& option) {
  std::string text = replaced(replaced(option.description, "[", "("), "]", ")");
  std::string action;
  switch (option.takes) {
    case Takes::Nothing:
      break;
    case Takes::Path:
      action = ":" + option.value + ":_files";
      break;
    case Takes::Word:
      action = fmt::format(":value:({})", joined(option.words));
      break;
    case Takes::Anything:
      action = fmt::format(":{}: ", replaced(option.value, ":", "\\:"));
      break;
  }
  std::string lines;
  for (const std::string& name : option.names) {
    lines += fmt::format("        {} \\\n", quoted(fmt::format("*{}[{}]{}", name, text, action)));
  }
  return lines;
}

std::string fish_option(const Program& program, const Command& command, const CompletedOption& option) {
  std::string line = fmt::format("complete -c {} -n '__fish_seen_subcommand_from {}'", program.name, command.name);
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  switch (option.takes) {
    case Takes::Nothing:
      break;
    case Takes::Path:
      line += " -r -F";
      break;
    case Takes::Word:
      line += fmt::format(" -x -a {}", quoted(joined(option.words)));
      break;
    case Takes::Anything:
      line += " -x";
      break;
  }
  return fmt::format("{} -d {}\n", line, quoted(option.description));
}

}  // namespace

std::string bash_completions(const Program& program) {
  std::string values;
  std::string names;
  for (const Command& command : program.commands) {
    std::vector<std::string> all;
    for (const CompletedOption& option : options_of(program, command)) {
      all.insert(all.end(), option.names.begin(), option.names.end());
      if (option.takes == Takes::Word) {
        std::vector<std::string> patterns;
        for (const std::string& name : option.names) {
          patterns.push_back(fmt::format("{}:{}", command.name, name));
        }
        values += fmt::format("    {}) words={} ;;\n", joined(patterns, "|"), quoted(joined(option.words)));
      }
    }
    names += fmt::format("    {}) words={} ;;\n", command.name, quoted(joined(all)));
  }
  return fmt::format(R"sh(# bash completion for {0}
{1}() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} command=${{COMP_WORDS[1]}} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{2} help --help --version' -- "$cur"))
    return
  fi
  case $command:$prev in
    help:*) words='{2}' ;;
{3}  esac
  if [ -z "$words" ] && [ "${{cur#-}}" != "$cur" ]; then
    case $command in
{4}    esac
  fi
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$cur"))
}}
complete -o bashdefault -o default -F {1} {0}
)sh",
                     program.name, function_name(program), fmt::join(command_names(program), " "), values, names);
}

std::string zsh_completions(const Program& program) {
  std::string commands;
  std::string cases;
  for (const Command& command : program.commands) {
    commands += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command.name, command.summary)));
    cases += fmt::format("    {})\n      _arguments \\\n", command.name);
    for (const CompletedOption& option : options_of(program, command)) {
      cases += zsh_option(option);
    }
    cases += "        '*::word:_files' ;;\n";
  }
  return fmt::format(R"sh(#compdef {0}
{1}() {{
  local -a commands=(
{2}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    help) _describe command commands ;;
{3}  esac
}}
{1} "$@"
)sh",
                     program.name, function_name(program), commands, cases);
}

std::string fish_completions(const Program& program) {
  std::string text = fmt::format("# fish completion for {}\n", program.name);
  for (const Command& command : program.commands) {
    text += fmt::format("complete -c {} -n __fish_use_subcommand -f -a {} -d {}\n", program.name, command.name,
                        quoted(std::string(command.summary)));
  }
  for (const Command& command : program.commands) {
    for (const CompletedOption& option : options_of(program, command)) {
      text += fish_option(program, command, option);
    }
  }
  return text;
}

}  // namespace nutgraf::cli
