// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>

#include "core/text/display_width.h"
#include "query/command/article_names.h"
#include "query/command/commands.h"
#include "query/command/opened_index.h"
#include "query/command/queries.h"
#include "query/format/captions.h"
#include "query/format/hit_row.h"
#include "query/format/marks.h"
#include "query/format/wrap.h"
#include "query/search/postings/articles.h"
#include "query/view/difference.h"

namespace nutgraf::query {
namespace {

struct Shown {
  search::postings::StoredArticle article;
  std::uint32_t first = 0;  // passages [first, end)
  std::uint32_t end = 0;
  std::vector<search::postings::StoredArticle> copies;
  std::map<std::uint32_t, std::vector<view::CodePoints>> marks;  // by passage
};

std::vector<search::postings::StoredArticle> copies_of(const OpenIndex& index, const ArticleRecord& record) {
  std::vector<search::postings::StoredArticle> copies;
  for (const std::string& id : search::postings::copies_of(index.database, record)) {
    if (auto copy = search::postings::read_article(index, id)) {
      copies.push_back(std::move(*copy));
    }
  }
  return copies;
}

/// What a search for the query marks in the article.
std::map<std::uint32_t, std::vector<view::CodePoints>> marks_of(search::Searcher& searcher, const QueryOptions& options,
                                                                const NamedArticle& name) {
  std::map<std::uint32_t, std::vector<view::CodePoints>> marks;
  search::Request request = options.request;
  request.query = options.show_query.empty() ? name.query : options.show_query;
  if (request.query.empty()) {
    return marks;
  }
  request.filters.push_back(bind::field_filter("id", name.id, name.id));
  request.per_article = std::numeric_limits<std::uint32_t>::max();
  request.copies = search::Copies::All;
  request.texts = search::Texts::Full;
  request.notes = search::Notes::None;
  for (view::Hit& hit : searcher.search(request).hits) {
    marks[hit.passage] = std::move(hit.highlights);  // in the text without the title that the first one begins with
  }
  return marks;
}

Shown find(search::Searcher& searcher, const QueryOptions& options, const NamedArticle& name) {
  Shown shown;
  shown.article = *search::postings::read_article(searcher.index(), name.id);
  shown.end = static_cast<std::uint32_t>(shown.article.passages.size());
  if (options.show_part == ShowPart::Copies) {
    shown.copies = copies_of(searcher.index(), shown.article.record);
  }
  if (options.show_part == ShowPart::Whole) {
    shown.marks = marks_of(searcher, options, name);
  }
  if (name.passage) {
    if (*name.passage >= shown.end) {
      throw Failure(ExitCode::NothingFound,
                    fmt::format("there is no passage {} in {}: its last one is {}#{}", *name.passage, name.id, name.id,
                                shown.end - 1),
                    fmt::format("ids are in the results of: nutgraf-query search {} QUERY", options.index));
    }
    shown.first = *name.passage;
    shown.end = shown.first + 1;
  }
  return shown;
}

// Every passage as a hit: it has the keys and the captions that are wanted.
std::vector<view::Hit> hits_of(const Shown& shown) {
  std::vector<view::Hit> hits;
  for (std::uint32_t passage = shown.first; passage < shown.end; ++passage) {
    view::Hit hit;
    hit.id = shown.article.record.id;
    hit.passage = passage;
    hit.passages = static_cast<std::uint32_t>(shown.article.passages.size());
    hit.record = shown.article.record;
    hit.record.origin.page = shown.article.pages[passage];
    hit.text = shown.article.passages[passage];
    if (const auto marks = shown.marks.find(passage); marks != shown.marks.end()) {
      const std::size_t title = passage == 0 ? search::postings::title_bytes(hit.text, hit.record.title) : 0;
      const std::uint32_t before = format::length_of(std::string_view(hit.text).substr(0, title));
      for (const view::CodePoints& mark : marks->second) {
        hit.highlights.push_back({mark.begin + before, mark.end + before});
      }
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

format::Row article_row(const Shown& shown) {
  const std::vector<view::Hit> hits = hits_of(shown);
  const std::vector<std::string> keys = {"id",   "title",   "date",    "time", "date_source", "source", "url",
                                         "lang", "authors", "section", "tags", "origin",      "meta"};
  format::Row article = format::hit_row(hits.front(), keys);
  article["n_passages"] = hits.front().passages;
  format::Row passages = format::Row::array();
  for (const view::Hit& hit : hits) {
    passages.push_back({{"passage", hit.passage}, {"text", hit.text}});
    if (hit.record.origin.page != 0) {
      passages.back()["page"] = hit.record.origin.page;
    }
    if (!shown.marks.empty()) {
      passages.back().update(format::hit_row(hit, std::vector<std::string>{"highlights"}));
    }
  }
  article["passages"] = std::move(passages);
  return article;
}

std::string head_of(const Shown& shown, const view::Hit& first) {
  const ArticleRecord& record = first.record;
  const std::string name = shown.end - shown.first == 1 && first.passages > 1
                               ? fmt::format("{}#{} of {}", record.id, first.passage, first.passages)
                               : record.id;
  std::string line = record.source.empty() ? "" : record.source + " · ";
  line += (record.date.empty() ? "undated" : record.date) + " · " + name;
  line += record.origin.page == 0 ? "" : fmt::format(" · page {}", record.origin.page);
  std::string head = without_controls(record.title.empty() ? "(no title)" : record.title) + "\n";
  if (!record.authors.empty()) {
    head += without_controls(fmt::format("{}", fmt::join(record.authors, ", "))) + "\n";
  }
  return head + without_controls(line) + "\n" + without_controls(format::place_of(record)) + "\n";
}

std::string as_text(const Shown& shown, const Appearance& look) {
  const std::vector<view::Hit> hits = hits_of(shown);
  std::string out = head_of(shown, hits.front());
  const format::Paper paper{look.width, ""};
  const format::MarkStyle style = format::text_marks(look.marks);
  for (const view::Hit& hit : hits) {
    for (const format::Body& paragraph : format::paragraphs(format::body_of(hit))) {
      out += "\n" + format::wrap(format::segments(paragraph.text, paragraph.highlights), style, paper);
    }
  }
  return out;
}

/// The whole of what is shown as one hit, for formats of search.
view::Hit as_one_hit(const Shown& shown) {
  std::vector<view::Hit> hits = hits_of(shown);
  view::Hit whole = std::move(hits.front());
  for (auto hit = std::next(hits.begin()); hit != hits.end(); ++hit) {
    const std::uint32_t before = format::length_of(whole.text) + 2;
    whole.text += "\n\n" + hit->text;
    for (const view::CodePoints& mark : hit->highlights) {
      whole.highlights.push_back({mark.begin + before, mark.end + before});
    }
  }
  return whole;
}

std::string as_page(const std::vector<Shown>& all, const QueryOptions& options, const Console& console) {
  view::Answer answer;
  answer.query = options.show_query.empty() ? options.words : options.show_query;
  for (const Shown& shown : all) {
    answer.hits.push_back(as_one_hit(shown));
    answer.hits.back().rank = answer.hits.size();
  }
  answer.total = answer.n_passages = answer.n_articles = answer.hits.size();
  const auto format = format::answer_format(format_of(options), format_options(options, console));
  return format->frame().begin + format->answer(answer) + format->frame().end;
}

/// Without the title.
std::string text_of(const search::postings::StoredArticle& article) {
  const std::string text = fmt::format("{}", fmt::join(article.passages, "\n\n"));
  return text.substr(search::postings::title_bytes(text, article.record.title));
}

/// Who printed it, and when; then the sentences that only it has, and those that it lacks.
std::string copy_as_text(const search::postings::StoredArticle& copy, std::string_view text) {
  const ArticleRecord& record = copy.record;
  std::string out = without_controls(fmt::format("{} · {} · {} · {}", record.date.empty() ? "undated" : record.date,
                                                 record.source.empty() ? "(no source)" : record.source,
                                                 record.title.empty() ? "(no title)" : record.title, record.id)) +
                    "\n";
  const view::Difference differing = view::difference(text_of(copy), text);
  for (const std::string& sentence : differing.added) {
    out += "  + " + without_controls(sentence) + "\n";
  }
  for (const std::string& sentence : differing.missing) {
    out += "  - " + without_controls(sentence) + "\n";
  }
  return out;
}

std::string copies_as_text(const Shown& shown) {
  const std::string text = text_of(shown.article);
  std::string out;
  for (const search::postings::StoredArticle& copy : shown.copies) {
    out += copy_as_text(copy, text);
  }
  return out;
}

format::Row copies_rows(const Shown& shown) {
  static const std::vector<std::string> keys = {"id", "title", "date", "source", "url", "lang"};
  format::Row rows = format::Row::array();
  for (const search::postings::StoredArticle& copy : shown.copies) {
    view::Hit hit;
    hit.id = copy.record.id;
    hit.record = copy.record;
    rows.push_back(format::hit_row(hit, keys));
  }
  return rows;
}

std::string cuts_as_text(const Shown& shown) {
  std::string out;
  for (const auto& [rule, text] : shown.article.record.cuts) {
    out += without_controls(fmt::format("{}: {}", rule, text)) + "\n";
  }
  return out;
}

format::Row cut_rows(const Shown& shown) {
  format::Row rows = format::Row::array();
  for (const auto& [rule, text] : shown.article.record.cuts) {
    rows.push_back({{"rule", rule}, {"text", text}});
  }
  return rows;
}

std::string part_as_text(const Shown& shown, const QueryOptions& options, const Appearance& look) {
  switch (options.show_part) {
    case ShowPart::Whole:
      break;
    case ShowPart::Origin:
      return without_controls(format::place_of(shown.article.record)) + "\n";
    case ShowPart::Copies:
      return copies_as_text(shown);
    case ShowPart::Cuts:
      return cuts_as_text(shown);
  }
  return as_text(shown, look);
}

std::string as_json(const Shown& shown, ShowPart part) {
  switch (part) {
    case ShowPart::Whole:
    case ShowPart::Origin:
      break;
    case ShowPart::Copies:
      return format::to_json(copies_rows(shown)) + "\n";
    case ShowPart::Cuts:
      return format::to_json(cut_rows(shown)) + "\n";
  }
  return format::to_json(article_row(shown)) + "\n";
}

}  // namespace

ExitCode run_show(const QueryOptions& options, const Console& console) {
  const OpenedIndex opened(options, console);
  std::vector<Shown> all;
  const Numbers numbers = console.searcher == nullptr ? options.show_numbers : Numbers::Ids;  // no terminal searched
  for (const NamedArticle& name : named_articles(opened.index(), options.words, numbers)) {
    if (!name.query.empty() && !is_quiet(options)) {
      say(fmt::format("{} of the last search: {}", name.id, without_controls(name.query)));
    }
    all.push_back(find(opened.searcher(), options, name));
  }
  const format::FormatName format = format_of(options);
  if (format == format::FormatName::Markdown || format == format::FormatName::Html) {
    console.output.write(as_page(all, options, console));
    return ExitCode::Done;
  }
  const bool json = format == format::FormatName::Json;
  const bool apart = !json && options.show_part == ShowPart::Whole;
  for (const Shown& shown : all) {
    console.output.write(apart && &shown != &all.front() ? "\n" : "");
    console.output.write(json && options.show_part != ShowPart::Origin ? as_json(shown, options.show_part)
                                                                       : part_as_text(shown, options, console.look));
  }
  return ExitCode::Done;
}

}  // namespace nutgraf::query
