// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/terminal.h"
#include "query/evaluate/measures.h"
#include "query/format/formats.h"
#include "query/search/searcher.h"

/// What one run of nutgraf-query is asked to do: the command line after every check, free of text to parse.
namespace nutgraf::query {

enum class Command : std::uint8_t {
  Search,
  Batch,
  Similar,
  Count,
  Kwic,
  Trend,
  Facets,
  Collocates,
  Compare,
  Show,
  Terms,
  Ngrams,
  Analyze,
  Explain,
  Eval,
  Serve,
};

/// What `show` prints of an article.
enum class ShowPart : std::uint8_t { Whole, Origin, Copies, Cuts };

/// What a number means to show: an id only, an id or else a result of the last search on this terminal, or such a
/// result.
enum class Numbers : std::uint8_t { Ids, IdsOrResults, Results };

/// The one number that `count` prints.
enum class Unit : std::uint8_t { All, Passages, Articles, Occurrences, Stories };

inline constexpr format::FormatName kUsualFormat = format::FormatName::Text;
inline constexpr std::size_t kUsualWidth = 80;  // columns, where there is no terminal

/// How clients talk to `serve`: lines on the standard streams, or HTTP on 127.0.0.1.
enum class ServeOver : std::uint8_t { Stdio, Http };

/// Where and how the answer is written.
struct OutputOptions {
  std::optional<format::FormatName> format;  // kUsualFormat unless given
  std::string file;                          // -o; empty = standard output
  std::vector<std::string> fields;
  std::size_t width = 0;  // columns; 0 = the terminal's
  bool excel = false;
  bool paths_only = false;  // -l
  bool zero_ends = false;   // -0
};

/// --queries and what goes with it.
struct ManyOptions {
  std::string queries;  // file, "-" = standard input, empty = one query on the command line
  std::string summary;
  std::string timings;
  unsigned threads = 0;  // 0 = as many as the machine has
  unsigned repeat = 1;
  bool keep_going = false;
};

/// Passages shown around each hit.
struct ContextOptions {
  std::uint32_t passages = 0;
  bool whole_article = false;
};

/// What collocates and compare sort their rows by.
enum class Measured : std::uint8_t { LogDice, Mi, Mi3, T, Ll, ChiSquare, LogRatio, Frequency, Word };

/// What terms and ngrams sort their rows by.
enum class WordOrder : std::uint8_t { Word, Frequency };

inline constexpr const char* kUsualFacet = "source";

/// Rows of facets: one a value, or one a field that says how evenly the matches are spread over its values.
enum class FacetRows : std::uint8_t { Values, Dispersion };

/// Of the views of all matches.
struct ViewOptions {
  std::vector<std::string> facets;  // --by of facets; kUsualFacet unless given
  FacetRows facet_rows = FacetRows::Values;
  view::Period period = view::Period::Month;  // --by of trend
  view::ConcordanceOptions concordance;
  view::CollocateOptions collocates;
  std::uint64_t least_frequency = 1;
  Measured collocate_sort = Measured::LogDice;
  Measured key_word_sort = Measured::Ll;
  std::string against;  // compare: the other query; empty = all other passages
  std::string of;       // terms and ngrams: the query whose passages are read; empty = all passages
  WordOrder word_order = WordOrder::Word;
  view::Spellings spellings = view::Spellings::Plain;
  std::optional<std::uint32_t> ngram_size;  // words; none = as many as the pattern has
};

/// eval.
struct EvalOptions {
  std::string qrels;
  std::string run;  // to be measured; empty = what the index finds for the queries
  std::vector<evaluate::Measure> measures = evaluate::usual_measures();
  std::string baseline;  // a run to compare with; empty = none
  std::uint64_t permutations = 100000;
  std::uint64_t seed = 1;
  evaluate::NegativeGrades negatives = evaluate::NegativeGrades::Unjudged;
  bool per_query = false;
};

/// Searches kept under a name.
struct SavedOptions {
  std::string save;                  // under this name; empty = not
  std::string name;                  // of the one that is asked again; empty = none
  bool only_new = false;             // show what was not seen yet
  std::vector<std::string> options;  // as typed, to be saved
};

/// What a request over HTTP may cost unless options say otherwise.
inline constexpr std::uint64_t kServedRows = 10'000;
inline constexpr std::uint64_t kServedBytes = std::uint64_t{32} << 20U;
inline constexpr std::uint64_t kServedMilliseconds = 10'000;

/// serve.
struct ServeOptions {
  std::vector<std::string> indexes;  // paths
  ServeOver over = ServeOver::Http;
  std::uint16_t port = 8017;             // 0 = any that is free
  std::string token_file;                // empty = a new token
  std::optional<std::uint64_t> rows;     // a request
  std::optional<std::uint64_t> bytes;    // of an answer
  std::optional<std::uint64_t> time_ms;  // milliseconds a request; 0 = no end
};

struct QueryOptions {
  Command command = Command::Search;
  std::string command_name;
  std::string index;
  std::string words;        // QUERY, or the id, text or pattern of commands that take one
  search::Request request;  // its query is filled in query by query
  std::optional<std::uint64_t> limit;
  std::optional<bind::MatchMode> match;
  std::optional<bind::Syntax> syntax;
  std::optional<std::uint32_t> per_article;
  std::optional<std::size_t> max_expansions;  // of a pattern, in a phrase too
  cli::ConsoleOptions console;
  OutputOptions output;
  ManyOptions many;
  ContextOptions context;
  ViewOptions view;
  EvalOptions eval;
  SavedOptions saved;
  ServeOptions serve;
  Unit unit = Unit::All;
  ShowPart show_part = ShowPart::Whole;
  Numbers show_numbers = Numbers::IdsOrResults;
  std::string show_query;  // whose words are marked in what is shown
  bool ok_empty = false;
};

[[nodiscard]] inline format::FormatName format_of(const QueryOptions& options) {
  return options.output.format.value_or(kUsualFormat);
}

/// At most so many rows where --limit is not given; kAllRows = all.
inline constexpr std::uint64_t kAllRows = std::numeric_limits<std::uint32_t>::max();
[[nodiscard]] std::uint64_t usual_limit(Command command, format::FormatName format);

/// How many words a pattern may match where --max-expansions is not given: more where nothing is ranked.
[[nodiscard]] bind::Limits usual_limits(Command command);

[[nodiscard]] inline bool is_quiet(const QueryOptions& options) {
  return options.console.verbosity == cli::Verbosity::Quiet;
}

}  // namespace nutgraf::query
