// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/preview/text_writer.h"

#include <fmt/format.h>

#include <ostream>
#include <string_view>

#include "core/schema/terms.h"
#include "core/text/display_width.h"

namespace nutgraf::preview {
namespace {

constexpr std::string_view kIndent = "    ";

std::string indented(std::string_view text) {
  std::string out(kIndent);
  for (const char c : text) {
    out += c;
    if (c == '\n') {
      out += kIndent;
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    out.append(out.empty() ? "" : "; ").append(value);
  }
  return out;
}

/// What was cut on one line.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out;
}

std::string place_of(const Origin& origin) {
  std::string place = origin.path;
  if (!origin.member.empty()) {
    place.append("!").append(origin.member);
  }
  return origin.offset == 0 ? place : fmt::format("{} at byte {}", place, origin.offset);
}

std::string dated(const ArticleRecord& record) {
  return record.date.empty() ? "undated" : fmt::format("{}{} (from {})", record.date, record.time, record.date_source);
}

/// "1 the 2 china's=china 3 us=XC:US": the terms of each place.
std::string token_list(const Analysis& analysis) {
  std::string out;
  for (const Token& token : analysis.tokens) {
    if (token.kind == TokenKind::Word) {
      out += fmt::format("{}{} {}", out.empty() ? "" : " ", token.position.value, analysis.term(token));
    } else {
      out += fmt::format("={}", schema::make_term(schema::prefix_of(token.kind), analysis.term(token)));
    }
  }
  return out;
}

}  // namespace

void TextWriter::line(const char* name, const std::string& value) {
  if (!value.empty()) {
    out_ << fmt::format("  {:<9}{}\n", name, without_controls(value));
  }
}

void TextWriter::article(const ArticleView& article) {
  const ArticleRecord& record = article.record;
  out_ << without_controls(record.id) << '\n';
  line("title", record.title);
  line("date", dated(record));
  line("source", record.source);
  line("authors", joined(record.authors));
  line("section", record.section);
  line("tags", joined(record.tags));
  line("url", record.url);
  line("language", record.language);
  for (const auto& [key, value] : record.meta) {
    line("meta", fmt::format("{} = {}", key, one_line(value)));
  }
  line("origin", place_of(record.origin));
  for (const clean::Cut& cut : article.cuts) {
    line("cut", fmt::format("{}: {}", cut.rule, one_line(cut.text)));
  }
  for (const clean::Repair& repair : article.repairs.examples) {
    line("repaired", fmt::format("{}: {} -> {}", repair.rule, one_line(repair.before), repair.after));
  }
  for (std::size_t i = 0; i < article.passages.size(); ++i) {
    passage(i, article.passages[i]);
  }
  out_ << '\n';
}

void TextWriter::passage(std::size_t number, const PassageView& passage) {
  const std::string page = passage.page == 0 ? "" : fmt::format(" · page {}", passage.page);
  out_ << fmt::format("  passage {} · {} {}{}\n", number, passage.words, passage.words == 1 ? "word" : "words", page)
       << indented(without_controls(passage.text)) << '\n';
  if (detail_ == Detail::Tokens) {
    out_ << "  tokens\n" << indented(token_list(passage.analysis)) << '\n';
  }
}

void TextWriter::reject(const read::Reject& reject) {
  std::string place = place_of({reject.path, reject.member, reject.line == 0 ? reject.byte : 0});
  if (reject.line != 0) {
    place += fmt::format(":{}", reject.line);
  }
  out_ << without_controls(fmt::format("rejected {}: {} ({})\n\n", place, reject.reason, reject.action));
}

void TextWriter::skip(const std::string& path, read::Skip kind) {
  out_ << without_controls(fmt::format("skipped {}: {}\n\n", path, read::name_of(kind)));
}

}  // namespace nutgraf::preview
