// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "query/format/formats.h"
#include "query/format/hit_row.h"

namespace nutgraf::format {
namespace {

Row head_of(const view::Answer& answer, Queries queries) {
  Row head = Row::object();
  if (queries == Queries::Several) {
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

// One object an answer, a hit a line; several answers are the list "answers" of one object.
class Json : public AnswerFormat {
 public:
  explicit Json(const FormatOptions& options)
      : queries_(options.queries), fields_(options.fields.empty() ? hit_keys() : options.fields) {}

  [[nodiscard]] Frame frame() const override {
    return queries_ == Queries::One ? Frame{{}, {}, "\n"} : Frame{"{\"answers\":[\n", ",\n", "\n]}\n"};
  }

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::string out = to_json(head_of(answer, queries_));
    out.pop_back();
    out += ",\"hits\":[";
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
      out += i == 0 ? "\n" : ",\n";
      out += to_json(hit_row(answer.hits[i], fields_));
    }
    out += answer.hits.empty() ? "]}" : "\n]}";
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
  return std::make_unique<Jsonl>(options);
}

std::unique_ptr<RowFormat> json_rows(const Columns& /*columns*/, const FormatOptions& /*options*/) {
  return std::make_unique<JsonRows>();
}

std::unique_ptr<RowFormat> jsonl_rows(const Columns& /*columns*/, const FormatOptions& /*options*/) {
  return std::make_unique<JsonlRows>();
}

}  // namespace nutgraf::format
