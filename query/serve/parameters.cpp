// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/parameters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"

namespace nutgraf::serve {
namespace {

using Names = std::vector<std::string_view>;

const Names kMatching = {"match", "plain", "scope", "max-clauses", "max-expansions"};
const Names kFilters = {"since", "until", "source", "lang", "where"};
const Names kRanking = {"per-article", "all-copies", "rank", "k1", "b"};
const Names kHits = {"offset", "sort", "exact-total", "explain", "fields", "context"};
const Names kRows = {"limit", "excel"};

/// Take no value on the command line: here true or false.
const Names kFlags = {"plain",  "all-copies", "exact-total", "explain",       "expand",    "sentence",
                      "copies", "cut",        "excel",       "all-spellings", "dispersion"};
/// May be given more than once.
const Names kLists = {"source", "lang", "where", "fields", "by"};

Names all_of(std::initializer_list<Names> groups) {
  Names names;
  for (const Names& group : groups) {
    names.insert(names.end(), group.begin(), group.end());
  }
  return names;
}

Names counting(const Names& own) {
  return all_of({own, {"unit"}, kMatching, kFilters, kRows});
}

bool contains(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

[[noreturn]] void refuse_name(const std::string& name, const ViewRow& view) {
  Names names = view.names;
  names.insert(names.begin(), view.operand);
  throw Failure(ExitCode::Usage, fmt::format("{} takes no parameter `{}`", view.view, name),
                fmt::format("{}it takes {}", did_you_mean("", nearest_name(name, names)), fmt::join(names, ", ")));
}

bool is_set(const std::string& name, const std::string& value) {
  if (value != "true" && value != "false") {
    throw Failure(ExitCode::Usage, fmt::format("`{}` takes true or false, not `{}`", name, value));
  }
  return value == "true";
}

void require_once(const Request& request, const std::string& name) {
  const auto count = std::ranges::count(request.parameters, name, &Parameters::value_type::first);
  if (count > 1 && !contains(kLists, name)) {
    throw Failure(ExitCode::Usage, fmt::format("`{}` is given {} times", name, count));
  }
}

}  // namespace

std::span<const ViewRow> views() {
  static const std::vector<ViewRow> rows = {
      {"search", "query", all_of({kMatching, kFilters, kRanking, {"expand"}, kHits, kRows})},
      {"similar", "article", all_of({kFilters, kRanking, kHits, kRows})},
      {"count", "query", counting({}), BareWords::Unclear},
      {"kwic", "query", counting({"sort", "words", "chars", "sentence", "fields", "sample", "seed"}),
       BareWords::Unclear},
      {"trend", "query", counting({"by"}), BareWords::Unclear},
      {"facets", "query", counting({"by", "dispersion"}), BareWords::Unclear},
      {"collocates", "query", counting({"window", "sentence", "sort", "min-freq"}), BareWords::Unclear},
      {"compare", "query", counting({"against", "sort", "min-freq"}), BareWords::Unclear},
      {"show", "article", {"copies", "cut"}, BareWords::Ranked, Shape::Object},
      {"terms", "pattern", counting({"query", "sort", "min", "all-spellings"})},
      {"ngrams", "pattern", counting({"query", "size", "sort", "min", "all-spellings"})},
      {"analyze", "text", {}},
      {"explain", "query", all_of({kMatching, kFilters, {"expand"}}), BareWords::Ranked, Shape::Object},
  };
  return rows;
}

const ViewRow& view_named(const std::string& name) {
  const auto found = std::ranges::find(views(), name, &ViewRow::view);
  if (found != views().end()) {
    return *found;
  }
  Names names;
  std::ranges::transform(views(), std::back_inserter(names), &ViewRow::view);
  throw Failure(ExitCode::Usage, name.empty() ? "no view given" : fmt::format("there is no view `{}`", name),
                fmt::format("{}views: {}, about", did_you_mean("", nearest_name(name, names)), fmt::join(names, ", ")));
}

std::vector<std::string> arguments_of(const Request& request, const ViewRow& view) {
  std::vector<std::string> arguments = {std::string(view.view)};
  std::string operand;
  for (const auto& [name, value] : request.parameters) {
    require_once(request, name);
    if (name == view.operand) {
      operand = value;
    } else if (!contains(view.names, name)) {
      refuse_name(name, view);
    } else if (!contains(kFlags, name)) {
      arguments.push_back(fmt::format("--{}={}", name, value));
    } else if (is_set(name, value)) {
      arguments.push_back("--" + name);
    }
  }
  arguments.insert(arguments.end(), {"--", operand});
  return arguments;
}

}  // namespace nutgraf::serve
