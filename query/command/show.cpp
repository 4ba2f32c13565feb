// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "core/text/display_width.h"
#include "query/command/commands.h"
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
};

[[noreturn]] void refuse(const QueryOptions& options, const std::string& message) {
  throw Failure(ExitCode::NothingFound, message,
                fmt::format("ids are in the results of: nutgraf-query search {} QUERY", options.index));
}

Shown find(const QueryOptions& options) {
  const OpenIndex index = open_index(options.index);
  const search::postings::PassageName name = search::postings::read_name(index, options.words);
  std::optional<search::postings::StoredArticle> article = search::postings::read_article(index, name.id);
  if (!article) {
    refuse(options, fmt::format("{} has no article with the id {}", options.index, name.id));
  }
  const auto count = static_cast<std::uint32_t>(article->passages.size());
  std::vector<search::postings::StoredArticle> copies;
  if (options.show_part == ShowPart::Copies) {
    for (const std::string& id : search::postings::copies_of(index.database, article->record)) {
      if (auto copy = search::postings::read_article(index, id)) {
        copies.push_back(std::move(*copy));
      }
    }
  }
  if (!name.passage) {
    return {std::move(*article), 0, count, std::move(copies)};
  }
  if (*name.passage >= count) {
    refuse(options, fmt::format("there is no passage {} in {}: its last one is {}#{}", *name.passage, name.id, name.id,
                                count - 1));
  }
  return {std::move(*article), *name.passage, *name.passage + 1, std::move(copies)};
}

// Every passage as a hit without marks: it has the keys and the captions that are wanted.
std::vector<view::Hit> hits_of(const Shown& shown) {
  std::vector<view::Hit> hits;
  for (std::uint32_t passage = shown.first; passage < shown.end; ++passage) {
    view::Hit hit;
    hit.id = shown.article.record.id;
    hit.passage = passage;
    hit.passages = static_cast<std::uint32_t>(shown.article.passages.size());
    hit.record = shown.article.record;
    hit.text = shown.article.passages[passage];
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::string as_json(const Shown& shown) {
  const std::vector<view::Hit> hits = hits_of(shown);
  const std::vector<std::string> keys = {"id",   "title",   "date",    "time", "date_source", "source", "url",
                                         "lang", "authors", "section", "tags", "origin",      "meta"};
  format::Row article = format::hit_row(hits.front(), keys);
  article["n_passages"] = hits.front().passages;
  format::Row passages = format::Row::array();
  for (const view::Hit& hit : hits) {
    passages.push_back({{"passage", hit.passage}, {"text", hit.text}});
  }
  article["passages"] = std::move(passages);
  return format::to_json(article) + "\n";
}

std::string head_of(const Shown& shown, const view::Hit& first) {
  const ArticleRecord& record = first.record;
  const std::string name = shown.end - shown.first == 1 && first.passages > 1
                               ? fmt::format("{}#{} of {}", record.id, first.passage, first.passages)
                               : record.id;
  std::string line = record.source.empty() ? "" : record.source + " · ";
  line += (record.date.empty() ? "undated" : record.date) + " · " + name;
  std::string head = without_controls(record.title.empty() ? "(no title)" : record.title) + "\n";
  if (!record.authors.empty()) {
    head += without_controls(fmt::format("{}", fmt::join(record.authors, ", "))) + "\n";
  }
  return head + without_controls(line) + "\n" + without_controls(format::place_of(record)) + "\n";
}

std::string as_text(const Shown& shown, std::size_t width) {
  const std::vector<view::Hit> hits = hits_of(shown);
  std::string out = head_of(shown, hits.front());
  const format::Paper paper{width, ""};
  for (const view::Hit& hit : hits) {
    for (const format::Body& paragraph : format::paragraphs(format::body_of(hit))) {
      out += "\n" + format::wrap(format::segments(paragraph.text, {}), {}, paper);
    }
  }
  return out;
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

std::string copies_as_json(const Shown& shown) {
  static const std::vector<std::string> keys = {"id", "title", "date", "source", "url", "lang"};
  format::Row rows = format::Row::array();
  for (const search::postings::StoredArticle& copy : shown.copies) {
    view::Hit hit;
    hit.id = copy.record.id;
    hit.record = copy.record;
    rows.push_back(format::hit_row(hit, keys));
  }
  return format::to_json(rows) + "\n";
}

std::string cuts_as_text(const Shown& shown) {
  std::string out;
  for (const auto& [rule, text] : shown.article.record.cuts) {
    out += without_controls(fmt::format("{}: {}", rule, text)) + "\n";
  }
  return out;
}

std::string cuts_as_json(const Shown& shown) {
  format::Row rows = format::Row::array();
  for (const auto& [rule, text] : shown.article.record.cuts) {
    rows.push_back({{"rule", rule}, {"text", text}});
  }
  return format::to_json(rows) + "\n";
}

}  // namespace

ExitCode run_show(const QueryOptions& options, const Console& console) {
  const Shown shown = find(options);
  const bool json = options.output.format == format::FormatName::Json;
  switch (options.show_part) {
    case ShowPart::Whole:
      console.output.write(json ? as_json(shown) : as_text(shown, console.look.width));
      break;
    case ShowPart::Origin:
      console.output.write(format::place_of(shown.article.record) + "\n");
      break;
    case ShowPart::Copies:
      console.output.write(json ? copies_as_json(shown) : copies_as_text(shown));
      break;
    case ShowPart::Cuts:
      console.output.write(json ? cuts_as_json(shown) : cuts_as_text(shown));
      break;
  }
  return ExitCode::Done;
}

}  // namespace nutgraf::query
