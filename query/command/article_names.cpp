// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/article_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "core/base/failure.h"
#include "query/command/last_search.h"
#include "query/search/postings/articles.h"

namespace nutgraf::query {
namespace {

using search::postings::PassageName;

std::optional<NamedArticle> by_id(const OpenIndex& index, const std::string& typed) {
  PassageName name = search::postings::read_name(index, typed);
  return search::postings::has_article(index, name.id)
             ? std::optional(NamedArticle{std::move(name.id), name.passage, {}})
             : std::nullopt;
}

/// The id of a file is its path below some folder: corpus/text/post/a.txt, ./post/a.txt.
std::optional<NamedArticle> by_path(const OpenIndex& index, const std::string& typed) {
  for (std::size_t slash = typed.find('/'); slash != std::string::npos; slash = typed.find('/', slash + 1)) {
    if (std::optional<NamedArticle> found = by_id(index, typed.substr(slash + 1))) {
      return found;
    }
  }
  return std::nullopt;
}

std::optional<NamedArticle> by_url(const OpenIndex& index, const std::string& typed) {
  std::optional<std::string> id = search::postings::id_of_url(index, typed);
  return id ? std::optional(NamedArticle{std::move(*id), std::nullopt, {}}) : std::nullopt;
}

std::optional<std::uint64_t> number_of(const std::string& typed) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  return error == std::errc() && end == typed.data() + typed.size() ? std::optional(number) : std::nullopt;
}

std::optional<NamedArticle> by_rank(const OpenIndex& index, const std::string& typed) {
  const std::optional<std::uint64_t> rank = number_of(typed);
  const std::optional<LastSearch> last = rank ? last_search() : std::nullopt;
  if (!last) {
    return std::nullopt;
  }
  std::error_code ignored;
  if (!std::filesystem::equivalent(last->index, index.path, ignored)) {
    throw Failure(ExitCode::NothingFound, fmt::format("the last search on this terminal was of {}", last->index),
                  fmt::format("nutgraf-query show {} {}", last->index, typed));
  }
  const auto found = std::find_if(last->results.begin(), last->results.end(),
                                  [&](const auto& result) { return result.rank == *rank; });
  if (found == last->results.end()) {
    throw Failure(ExitCode::NothingFound, fmt::format("the last search, `{}`, has no result {}", last->query, *rank),
                  "search again, for more results with -n N");
  }
  if (!search::postings::has_article(index, found->id)) {
    throw Failure(ExitCode::NothingFound,
                  fmt::format("{} no longer has result {} of the last search, {}", index.path, *rank, found->id),
                  fmt::format("search again: `{}`", last->query));
  }
  return NamedArticle{found->id, std::nullopt, last->query};
}

using Find = std::optional<NamedArticle> (*)(const OpenIndex&, const std::string&);

std::vector<Find> ways_to_find(Numbers numbers) {
  switch (numbers) {
    case Numbers::Ids:
      break;
    case Numbers::IdsOrResults:
      return {by_id, by_url, by_path, by_rank};
    case Numbers::Results:
      return {by_rank};
  }
  return {by_id, by_url, by_path};
}

NamedArticle named_article(const OpenIndex& index, const std::string& typed, Numbers numbers) {
  for (const Find find : ways_to_find(numbers)) {
    if (std::optional<NamedArticle> found = find(index, typed)) {
      return std::move(*found);
    }
  }
  throw Failure(ExitCode::NothingFound, fmt::format("{} has no article with the id {}", index.path, typed),
                fmt::format("ids are in the results of: nutgraf-query search {} QUERY", index.path));
}

}  // namespace

std::vector<NamedArticle> named_articles(const OpenIndex& index, const std::string& typed, Numbers numbers) {
  if (std::optional<NamedArticle> whole = by_id(index, typed); whole && numbers != Numbers::Results) {
    return {std::move(*whole)};
  }
  std::vector<NamedArticle> articles;
  std::istringstream names(typed);
  for (std::string name; names >> name;) {
    articles.push_back(named_article(index, name, numbers));
  }
  return articles;
}

std::optional<std::string> index_of_numbers(std::span<const std::string> words) {
  if (!std::ranges::all_of(words, [](const std::string& word) { return number_of(word).has_value(); })) {
    return std::nullopt;
  }
  const std::optional<LastSearch> last = last_search();
  if (!last) {
    throw Failure(ExitCode::Usage, fmt::format("no search on this terminal is known that {} is a result of", words[0]),
                  "nutgraf-query show INDEX ID; a search is known where its results were printed on the terminal");
  }
  return last->index;
}

}  // namespace nutgraf::query
