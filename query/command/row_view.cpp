// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/row_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/text/display_width.h"
#include "query/command/bare_words.h"
#include "query/command/copies_note.h"
#include "query/command/queries.h"
#include "query/command/undated_note.h"
#include "query/format/captions.h"
#include "query/format/hit_row.h"

namespace nutgraf::query {
namespace {

/// The rows of one query as the format writes them.
class RowWriter {
 public:
  RowWriter(const QueryOptions& options, const Console& console, const RowView& view)
      : queries_(how_many(options)),
        streams_(queries_ == format::Queries::One && options.many.repeat == 1),
        output_(console.output),
        text_(view.text) {
    const format::FormatName name = format_of(options);
    if (name != format::FormatName::Text) {
      std::vector<std::string> columns = view.columns;
      if (queries_ == format::Queries::Several) {
        columns.insert(columns.begin(), "qid");
      }
      const bool lines = queries_ == format::Queries::Lines;
      format_ = format::row_format(lines ? format::FormatName::Json : name, columns, format_options(options, console));
      between_ = lines ? "," : format_->frame().between;
    }
  }

  [[nodiscard]] format::Frame frame() const {
    if (queries_ == format::Queries::Lines) {
      return {};
    }
    return format_ ? format_->frame() : format::Frame{{}, queries_ == format::Queries::Several ? "\n" : "", {}};
  }

  [[nodiscard]] RowTotals write(search::Searcher& searcher, const input::NamedQuery& query, const RowView& view,
                                std::string& out) const {
    if (format_) {
      const bool lines = queries_ == format::Queries::Lines;
      out = lines ? head_of(query) : std::string();
      bool first = true;
      RowTotals totals = view.rows(searcher, query, [&](const format::Row& row) {
        out += first ? std::string() : between_;
        first = false;
        add(query, row, out);
      });
      out += lines ? "]}\n" : "";
      return totals;
    }
    std::vector<format::Row> rows;
    RowTotals totals = view.rows(searcher, query, [&](const format::Row& row) { rows.push_back(row); });
    out = queries_ == format::Queries::Several ? fmt::format("{} · {}\n", query.qid, without_controls(query.text)) : "";
    out += text_(rows);
    if (rows.size() < totals.rows) {
      out += fmt::format("{} of {}; more: -n {}\n", fmt::group_digits(rows.size()), fmt::group_digits(totals.rows),
                         totals.limit);
    }
    out += totals.caption;
    return totals;
  }

 private:
  // The beginning of the one object that answers a query.
  static std::string head_of(const input::NamedQuery& query) {
    format::Row head = format::Row::object();
    head["qid"] = query.qid;
    head["query"] = query.text;
    std::string text = format::to_json(head);
    text.pop_back();
    return text + ",\"rows\":[";
  }

  void add(const input::NamedQuery& query, const format::Row& row, std::string& out) const {
    if (queries_ != format::Queries::Several) {
      out += format_->row(row);
      write_out(out);
      return;
    }
    format::Row named = format::Row::object();
    named["qid"] = query.qid;
    named.update(row);
    out += format_->row(named);
  }

  // The rows of the only query need not be kept until its last.
  void write_out(std::string& out) const {
    constexpr std::size_t kEnough = 1 << 20;
    if (streams_ && out.size() >= kEnough) {
      output_.write(out);
      out.clear();
    }
  }

  format::Queries queries_;
  bool streams_;
  cli::Output& output_;
  std::unique_ptr<format::RowFormat> format_;  // none for text
  std::string between_;                        // rows of one query
  std::function<std::string(const std::vector<format::Row>&)> text_;
};

void append(std::vector<std::string> from, std::vector<std::string>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

}  // namespace

ExitCode answer_with_rows(const QueryOptions& options, const Console& console, const RowView& view) {
  const RowWriter writer(options, console, view);
  const auto ask = [&](search::Searcher& searcher, const input::NamedQuery& query) {
    require_clear_words(options, query);
    const auto start = std::chrono::steady_clock::now();
    Outcome outcome;
    const RowTotals totals = writer.write(searcher, query, view, outcome.output);
    outcome.rows = totals.found;
    outcome.notes = totals.notes;
    outcome.us = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
    if (console.remarks != nullptr) {
      console.remarks->rows = totals.rows;
      console.remarks->limit = totals.limit;
    }
    if (wants_notes(options, console)) {
      append(copies_note(request_for(options, query), searcher), outcome.notes);
      append(undated_note(request_for(options, query), searcher), outcome.notes);
    }
    return outcome;
  };
  return answer_queries(options, console, {writer.frame(), clear_words_check(options), ask});
}

TakeRow at_most(std::uint64_t limit, TakeRow take) {
  return [limit, take = std::move(take), taken = std::uint64_t{0}](const format::Row& row) mutable {
    if (taken < limit) {
      take(row);
      ++taken;
    }
  };
}

}  // namespace nutgraf::query
