// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "query/format/formats.h"
#include "query/format/hit_row.h"

namespace nutgraf::format {
namespace {

Row head_of(const view::Answer& answer, Queries queries) {
  Row head = Row::object();
  if (queries != Queries::One) {
    head["qid"] = answer.qid;
  }
  head["query"] = answer.query;
  head["scope"] = answer.scope;
  head["total"] = {{"value", answer.total}, {"relation", answer.relation == view::Relation::Exact ? "eq" : "approx"}};
  head["n_passages"] = answer.n_passages;
  head["n_articles"] = answer.n_articles;
  head["took_us"] = nullptr;  // two runs are byte-identical; --timings measures
  return head;
}

// One object an answer, a hit a line; several answers are the list "answers" of one object, or one line each.
class Json : public AnswerFormat {
 public:
  explicit Json(const FormatOptions& options)
      : queries_(options.queries), fields_(options.fields.empty() ? hit_keys() : options.fields) {}

  [[nodiscard]] Frame frame() const override {
    switch (queries_) {
      case Queries::One:
        return {{}, {}, "\n"};
      case Queries::Several:
        return {"{\"answers\":[\n", ",\n", "\n]}\n"};
      case Queries::Lines:
        break;
    }
    return {};
  }

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::string out = to_json(head_of(answer, queries_));
    out.pop_back();
    out += ",\"hits\":[";
    const std::string_view line_end = queries_ == Queries::Lines ? "" : "\n";
    std::string_view between = line_end;
    for (const view::Hit& hit : answer.hits) {
      out += between;
      out += to_json(hit_row(hit, fields_));
      between = queries_ == Queries::Lines ? "," : ",\n";
    }
    out += answer.hits.empty() ? "" : line_end;
    out += queries_ == Queries::Lines ? "]}\n" : "]}";
    return out;
  }

 private:
  Queries queries_;
  std::vector<std::string> fields_;
};

class Jsonl : public AnswerFormat {
 public:
  explicit Jsonl(const FormatOptions& options)
      : queries_(options.queries), fields_(options.fields.empty() ? hit_keys() : options.fields) {}

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::string out;
    for (const view::Hit& hit : answer.hits) {
      Row row = Row::object();
      if (queries_ == Queries::Several) {
        row["qid"] = answer.qid;
      }
      row.update(hit_row(hit, fields_));
      out += to_json(row);
      out += '\n';
    }
    return out;
  }

 private:
  Queries queries_;
  std::vector<std::string> fields_;
};

class JsonRows : public RowFormat {
 public:
  [[nodiscard]] Frame frame() const override { return {"{\"rows\":[\n", ",\n", "\n]}\n"}; }
  [[nodiscard]] std::string row(const Row& row) const override { return to_json(row); }
};

class JsonlRows : public RowFormat {
 public:
  [[nodiscard]] std::string row(const Row& row) const override { return to_json(row) + '\n'; }
};

}  // namespace

std::unique_ptr<AnswerFormat> json_format(const FormatOptions& options) {
  return std::make_unique<Json>(options);
}

std::unique_ptr<AnswerFormat> jsonl_format(const FormatOptions& options) {
  if (options.queries == Queries::Lines) {
    return std::make_unique<Json>(options);
  }
  return std::make_unique<Jsonl>(options);
}

std::unique_ptr<RowFormat> json_rows(const Columns& /*columns*/, const FormatOptions& /*options*/) {
  return std::make_unique<JsonRows>();
}

std::unique_ptr<RowFormat> jsonl_rows(const Columns& /*columns*/, const FormatOptions& /*options*/) {
  return std::make_unique<JsonlRows>();
}

}  // namespace nutgraf::format
