// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/json_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>

#include "core/base/json_text.h"
#include "core/schema/terms.h"
#include "core/text/token_names.h"

namespace nutgraf::preview {
namespace {

using Json = nlohmann::ordered_json;

/// Every key is always there, null where nothing is known.
Json or_null(const std::string& value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

Json or_null(std::uint32_t page) {
  return page == 0 ? Json(nullptr) : Json(page);
}

void write_line(std::ostream& out, const Json& json) {
  out << json_text(json) << '\n';
}

Json origin_of(const Origin& origin) {
  return {{"path", origin.path},
          {"member", or_null(origin.member)},
          {"offset", origin.offset},
          {"page", or_null(origin.page)}};
}

Json meta_of(const ArticleRecord& record) {
  Json meta = Json::object();
  for (const auto& [key, value] : record.meta) {
    meta[key] = value;
  }
  return meta;
}

Json cuts_of(const ArticleView& article) {
  Json cuts = Json::array();
  for (const clean::Cut& cut : article.cuts) {
    cuts.push_back({{"rule", cut.rule}, {"text", cut.text}});
  }
  return cuts;
}

Json repairs_of(const ArticleView& article) {
  Json repairs = Json::array();
  for (const clean::Repair& repair : article.repairs.examples) {
    repairs.push_back({{"rule", repair.rule}, {"before", repair.before}, {"after", repair.after}});
  }
  return repairs;
}

/// As keys of JSON are written here.
std::string name_in_json(TokenKind kind) {
  std::string name(name_of(kind));
  std::ranges::replace(name, '-', '_');
  return name;
}

/// Spans are bytes of the passage's text.
Json tokens_of(const Analysis& analysis) {
  Json tokens = Json::array();
  for (const Token& token : analysis.tokens) {
    tokens.push_back({{"term", schema::make_term(schema::prefix_of(token.kind), analysis.term(token))},
                      {"kind", name_in_json(token.kind)},
                      {"position", token.position.value},
                      {"begin", token.span.begin},
                      {"end", token.span.end}});
  }
  return tokens;
}

Json passages_of(const ArticleView& article, Detail detail) {
  Json passages = Json::array();
  for (const PassageView& passage : article.passages) {
    Json out = {{"words", passage.words}, {"page", or_null(passage.page)}, {"text", passage.text}};
    if (detail == Detail::Tokens) {
      out["tokens"] = tokens_of(passage.analysis);
    }
    passages.push_back(std::move(out));
  }
  return passages;
}

}  // namespace

void JsonWriter::article(const ArticleView& article) {
  const ArticleRecord& record = article.record;
  write_line(out_, {{"id", record.id},
                    {"title", or_null(record.title)},
                    {"date", or_null(record.date)},
                    {"date_source", or_null(record.date_source)},
                    {"source", or_null(record.source)},
                    {"url", or_null(record.url)},
                    {"lang", record.language},
                    {"authors", record.authors},
                    {"section", or_null(record.section)},
                    {"tags", record.tags},
                    {"meta", meta_of(record)},
                    {"origin", origin_of(record.origin)},
                    {"text", article.text},
                    {"cuts", cuts_of(article)},
                    {"repairs", repairs_of(article)},
                    {"passages", passages_of(article, detail_)}});
}

void JsonWriter::reject(const read::Reject& reject) {
  write_line(out_, {{"rejected",
                     {{"path", reject.path},
                      {"member", or_null(reject.member)},
                      {"line", reject.line},
                      {"byte", reject.byte},
                      {"reason", reject.reason},
                      {"action", reject.action}}}});
}

void JsonWriter::skip(const std::string& path, read::Skip kind) {
  write_line(out_, {{"skipped", {{"path", path}, {"kind", read::name_of(kind)}}}});
}

}  // namespace nutgraf::preview
