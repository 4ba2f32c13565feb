// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/failure.h"
#include "core/base/utf8.h"

namespace nutgraf::query {
namespace {

/// Syntax of queries, which no one puts into a path: /t(a|ai)wan/, "taiwan NEAR/5 strait", folder:2024/06.
bool looks_like_query(const std::string& word) {
  const bool regex = word.size() > 2 && word.front() == '/' && word.find('/', 1) == word.size() - 1;
  return regex || word.find_first_of(" \t\"()[]{}*?|^:") != std::string::npos;
}

bool looks_like_index(const std::string& word, const Environment& environment) {
  constexpr std::string_view kEnding = ".idx";
  const bool ends = word.size() > kEnding.size() && word.substr(word.size() - kEnding.size()) == kEnding;
  const bool path = word.find('/') != std::string::npos && !looks_like_query(word);
  return ends || path || environment.is_index(word);
}

[[noreturn]] void refuse_missing_words(const CommandSpec& command, const IndexAndWords& chosen) {
  std::string advice = fmt::format("nutgraf-query {} {}", command.name, synopsis(command));
  if (chosen.taken) {
    advice += fmt::format(" (`{}` was read as INDEX)", *chosen.taken);
  }
  const std::string_view noun = command.word_name == "QUERY" ? "query" : command.word_name;
  throw Failure(ExitCode::Usage, fmt::format("{}: no {} given", command.name, noun), advice);
}

void require_utf8(const std::string& text) {
  if (const std::size_t valid = utf8::valid_length(text); valid < text.size()) {
    throw Failure(ExitCode::Usage, fmt::format("the query is not UTF-8: byte {} is wrong", valid + 1),
                  "convert it, for example with iconv -t UTF-8");
  }
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
    text.pop_back();
  }
  return text;
}

}  // namespace

IndexAndWords choose_index(const CommandSpec& command, const std::string& given, const SplitArguments& arguments,
                           const Environment& environment) {
  IndexAndWords chosen{given, arguments.words, {}};
  if (!given.empty()) {
    return chosen;
  }
  const bool has_word = !arguments.words.empty();
  if (has_word && (environment.index.empty() || looks_like_index(arguments.words.front(), environment))) {
    chosen.index = arguments.words.front();
    chosen.taken = chosen.index;
    chosen.words.erase(chosen.words.begin());
    return chosen;
  }
  if (environment.index.empty()) {
    throw Failure(ExitCode::Usage, fmt::format("{}: no index given", command.name),
                  fmt::format("nutgraf-query {} {}, or set NUTGRAF_INDEX", command.name, synopsis(command)));
  }
  chosen.index = environment.index;
  return chosen;
}

std::string join_words(const CommandSpec& command, const IndexAndWords& chosen, const SplitArguments& arguments,
                       const Environment& environment) {
  std::vector<std::string> words = chosen.words;
  const bool from_input = words.size() == 1 && words.front() == "-" && arguments.rest.empty();
  words.insert(words.end(), arguments.rest.begin(), arguments.rest.end());
  if (command.words == Words::None && !words.empty()) {
    throw Failure(ExitCode::Usage,
                  fmt::format("{} takes its queries from a file: `{}` is too much", command.name, words.front()),
                  fmt::format("nutgraf-query {} {}", command.name, synopsis(command)));
  }
  std::string text = from_input ? without_line_end(environment.read_input()) : fmt::format("{}", fmt::join(words, " "));
  const bool needed = command.words == Words::Query || command.words == Words::Needed;
  if (needed && text.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse_missing_words(command, chosen);
  }
  require_utf8(text);
  return text;
}

}  // namespace nutgraf::query
