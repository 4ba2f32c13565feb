// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/values.h"
#include "query/format/formats.h"
#include "query/options.h"

/// Options that several commands share, by their headings in the help. Each function adds them to the command `app`.
namespace nutgraf::query {

/// The name of a value; empty where it has none.
template <class Value>
std::string name_among(const cli::Choices<Value>& choices, Value value) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [value](const auto& choice) { return choice.second == value; });
  return found == choices.end() ? std::string() : found->first;
}

/// An option that takes one of these names; the help says which of them `value` is.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,  // NOLINT(readability-function-size)
                        const std::string& help, const cli::Choices<Value>& choices) {
  return app.add_option(name, value, help)->transform(cli::one_of(choices))->default_str(name_among(choices, value));
}

/// "all", or the number.
[[nodiscard]] std::string limit_text(std::uint64_t limit);

void matching(CLI::App& app, QueryOptions& o);
void filters(CLI::App& app, QueryOptions& o);
void ranking(CLI::App& app, QueryOptions& o);
void expansion(CLI::App& app, QueryOptions& o);
/// What --fields takes: is it a field, those that a row has, all for messages.
struct FieldSet {
  bool (*holds)(std::string_view name);
  std::vector<std::string> (*keys)();
  std::string (*names)();
};
void fields(CLI::App& app, QueryOptions& o, const FieldSet& known);
void hits(CLI::App& app, QueryOptions& o);
void many_queries(CLI::App& app, QueryOptions& o);
/// `usual`: what the help says of a --limit that is not given.
void rows(CLI::App& app, QueryOptions& o, const std::string& usual);
void output(CLI::App& app, QueryOptions& o, format::Shape shape);

}  // namespace nutgraf::query
