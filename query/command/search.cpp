// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "query/bind/plain_spelling.h"
#include "query/command/bare_words.h"
#include "query/command/commands.h"
#include "query/command/last_search.h"
#include "query/command/queries.h"
#include "query/command/saved_search.h"
#include "query/format/captions.h"
#include "query/format/formats.h"
#include "query/format/hit_row.h"
#include "query/parse/parse.h"
#include "query/search/postings/articles.h"

namespace nutgraf::query {
namespace {

bool has_context(const ContextOptions& context) {
  return context.whole_article || context.passages > 0;
}

void add_context(const OpenIndex& index, const ContextOptions& context, view::Hit& hit) {
  const std::optional<search::postings::StoredArticle> article = search::postings::read_article(index, hit.id);
  if (!article || hit.passage >= article->passages.size()) {
    return;
  }
  const auto& texts = article->passages;
  const std::size_t here = hit.passage;
  const std::size_t reach = context.whole_article ? texts.size() : context.passages;
  const std::size_t first = here - std::min(here, reach);
  const std::size_t last = std::min(texts.size() - 1, here + reach);
  const auto at = [&](std::size_t place) { return texts.begin() + static_cast<std::ptrdiff_t>(place); };
  hit.before.assign(at(first), at(here));
  hit.after.assign(at(here + 1), at(last + 1));
}

format::FormatOptions hit_format_options(const QueryOptions& options, const Console& console) {
  format::FormatOptions format = format_options(options, console);
  const format::FormatName name = format_of(options);
  const bool adds_keys =
      format.fields.empty() && (name == format::FormatName::Json || name == format::FormatName::Jsonl);
  if (adds_keys && (has_context(options.context) || options.request.explain == search::Explain::Yes)) {
    format.fields = format::hit_keys();
    if (has_context(options.context)) {
      format.fields.insert(format.fields.end(), {"before", "after"});
    }
    if (options.request.explain == search::Explain::Yes) {
      format.fields.emplace_back("explanation");
    }
  }
  return format;
}

std::unique_ptr<format::AnswerFormat> format_for(const QueryOptions& options, const Console& console) {
  if (options.output.paths_only) {
    return format::paths_format(options.output.zero_ends ? format::PathEnd::Zero : format::PathEnd::Line);
  }
  return format::answer_format(format_of(options), hit_format_options(options, console));
}

// A page of its own shows when and where, beside the passages.
void add_overview(const QueryOptions& options, search::Searcher& searcher, const search::Request& request,
                  view::Answer& answer) {
  const bool is_page = options.output.format == format::FormatName::Html && options.command != Command::Similar;
  if (!is_page || answer.total == 0) {
    return;
  }
  answer.timeline = view::overview_buckets(searcher.trend(request));
  answer.facets = searcher.facets(request, std::vector<std::string>{"source", "author", "tag", "lang"});
}

view::Answer answer_of(const QueryOptions& options, search::Searcher& searcher, const search::Request& request) {
  return options.command == Command::Similar ? searcher.similar(request, request.query) : searcher.search(request);
}

// Of `similar` the queries are ids.
std::function<void(search::Searcher&, const input::NamedQuery&)> check_of(const QueryOptions& options) {
  if (options.command != Command::Similar) {
    return bind_check(options);
  }
  return [](search::Searcher& searcher, const input::NamedQuery& query) {
    if (!search::postings::has_article(searcher.index(),
                                       search::postings::read_name(searcher.index(), query.text).id)) {
      throw Failure(ExitCode::Usage, fmt::format("there is no article {}", query.text), "give ids of articles");
    }
  };
}

// By relevance any of the words would do.
void add_sort_note(const QueryOptions& options, const input::NamedQuery& query, view::Answer& answer) {
  const bool differs = options.command != Command::Similar && is_sorted_by_date(options) && !options.match;
  if (differs && has_several_words(options, query)) {
    const std::string_view about = answer.relation == view::Relation::Approximate ? "about " : "";
    const std::string_view noun = answer.n_passages == 1 ? "passage" : "passages";
    const std::string passages =
        answer.n_passages == 0 ? "no passage has"
                               : fmt::format("the {}{} {} with", about, fmt::group_digits(answer.n_passages), noun);
    answer.notes.push_back(fmt::format("sorted by date: {} all words; any word: --match any", passages));
  }
}

// A phrase typed with an accent finds only words as typed.
void add_accent_note(const QueryOptions& options, search::Searcher& searcher, const search::Request& request,
                     view::Answer& answer) {
  if (request.notes != search::Notes::Counts || options.command == Command::Similar) {
    return;
  }
  const std::optional<std::string> plain = bind::without_accents(request.query, searcher.index().contract.languages);
  if (!plain) {
    return;
  }
  search::Request without = request;
  without.query = *plain;
  const std::uint64_t all = searcher.count_articles(without).passages;
  const std::uint64_t more = all - std::min(all, searcher.count_articles(request).passages);
  if (more > 0) {
    answer.notes.push_back(fmt::format("{} more {} without accents: {}", fmt::group_digits(more),
                                       more == 1 ? "passage" : "passages", *plain));
  }
}

bool is_words_alone(const parse::Ast& ast) {
  return ast.kind == parse::AstKind::Word ||
         (ast.kind == parse::AstKind::BestMatch && std::ranges::all_of(ast.children, [](const parse::AstPtr& child) {
            return child->kind == parse::AstKind::Word;
          }));
}

// A short text of Chinese is one string, as is desk@example.org; --plain reads its words.
void add_string_note(const QueryOptions& options, search::Searcher& searcher, const search::Request& request,
                     view::Answer& answer) {
  if (answer.total != 0 || request.notes != search::Notes::Counts || options.command == Command::Similar ||
      request.syntax == bind::Syntax::Plain || !is_words_alone(*parse::parse(request.query))) {
    return;
  }
  search::Request plain = request;
  plain.syntax = bind::Syntax::Plain;
  const std::uint64_t passages = searcher.count_articles(plain).passages;
  if (passages != 0) {
    answer.notes.push_back(fmt::format("no passage has it in one piece; {} {} some of its words: --plain",
                                       fmt::group_digits(passages), passages == 1 ? "passage has" : "passages have"));
  }
}

// What text shows at its end and the other formats for people to read on a screen cannot.
void say_rest(const QueryOptions& options, const view::Answer& answer) {
  if (is_quiet(options)) {
    return;
  }
  const bool text = format_of(options) == format::FormatName::Text;
  const std::string more = format::advice_for_more(answer);
  if (answer.total == 0 && text) {
    say("nothing found");
  } else if (options.output.paths_only && !more.empty()) {
    say(format::range_of(answer) + "; " + more);
  }
}

/// The search with all that it finds, and no texts.
search::Request all_of(search::Request request) {
  request.limit = kAllRows;
  request.offset = 0;
  request.per_article = 1;
  request.copies = search::Copies::All;
  request.totals = search::Totals::None;
  request.texts = search::Texts::None;
  request.notes = search::Notes::None;
  return request;
}

/// Leaves only articles that the saved search has not shown yet, and as many as are wanted.
view::Answer new_answer(const QueryOptions& options, search::Searcher& searcher, search::Request request,
                        const SavedSearch& saved) {
  const std::uint64_t wanted = request.limit;
  request.limit = kAllRows;
  view::Answer answer = searcher.search(request);
  std::erase_if(answer.hits, [&](const view::Hit& hit) { return saved.seen.contains(hit.id); });
  answer.total = answer.hits.size();
  answer.relation = view::Relation::Exact;
  answer.hits.resize(std::min<std::uint64_t>(wanted, answer.hits.size()));
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    answer.hits[i].rank = i + 1;
  }
  answer.notes = {fmt::format("new in @{}", options.saved.name)};
  return answer;
}

/// Written once the answer is out: what nobody got was not seen.
void keep_saved(const QueryOptions& options, search::Searcher& searcher, const view::Answer& answer) {
  if (!options.saved.save.empty()) {
    SavedSearch saved{options.saved.options, options.words, {}};
    saved.options.push_back("--index=" + std::filesystem::absolute(options.index).string());
    input::NamedQuery query;
    query.text = options.words;
    for (const view::Hit& hit : searcher.search(all_of(request_for(options, query))).hits) {
      saved.seen.insert(hit.id);
    }
    write_saved_search(options.saved.save, saved);
  } else if (options.saved.only_new) {
    SavedSearch saved = read_saved_search(options.saved.name);
    for (const view::Hit& hit : answer.hits) {
      saved.seen.insert(hit.id);
      for (const view::Printing& copy : hit.copies) {
        saved.seen.insert(copy.id);
      }
    }
    write_saved_search(options.saved.name, saved);
  }
}

}  // namespace

ExitCode run_search(const QueryOptions& options, const Console& console) {
  const std::unique_ptr<format::AnswerFormat> format = format_for(options, console);
  if (options.saved.only_new && options.saved.name.empty()) {
    throw Failure(ExitCode::Usage, "--new shows what is new in a saved search", "nutgraf-query search @NAME --new");
  }
  const SavedSearch saved = options.saved.only_new ? read_saved_search(options.saved.name) : SavedSearch();
  const auto ask = [&](search::Searcher& searcher, const input::NamedQuery& query) {
    const search::Request request = request_for(options, query);
    view::Answer answer =
        options.saved.only_new ? new_answer(options, searcher, request, saved) : answer_of(options, searcher, request);
    answer.qid = query.qid;
    add_sort_note(options, query, answer);
    add_accent_note(options, searcher, request, answer);
    add_string_note(options, searcher, request, answer);
    add_overview(options, searcher, request, answer);
    if (has_context(options.context)) {
      for (view::Hit& hit : answer.hits) {
        add_context(searcher.index(), options.context, hit);
      }
    }
    if (how_many(options) == format::Queries::One) {
      say_rest(options, answer);
      if (format_of(options) == format::FormatName::Text && console.look.to_terminal) {
        remember_search(options.index, answer);
      }
    }
    const bool found = options.request.limit == 0 ? answer.total > 0 : !answer.hits.empty();
    if (!options.saved.save.empty() || options.saved.only_new) {
      console.output.write(format->answer(answer));
      console.output.flush();
      keep_saved(options, searcher, answer);
      return Outcome{{}, answer.hits.size(), answer.took_us};
    }
    return Outcome{format->answer(answer), found ? std::max<std::uint64_t>(answer.total, 1) : 0, answer.took_us};
  };
  return answer_queries(options, console, {format->frame(), check_of(options), ask});
}

}  // namespace nutgraf::query
