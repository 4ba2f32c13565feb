// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/text/display_width.h"
#include "core/text/unicode.h"
#include "query/format/captions.h"
#include "query/format/formats.h"
#include "query/format/marks.h"

namespace nutgraf::format {
namespace {

// Text that Markdown shows as it is, on one line.
std::string escaped_markdown(std::string_view text) {
  std::string out;
  for (const char c : without_controls(text)) {
    if (c == '\n') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>#|~&").find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string quote_line(const Body& paragraph, std::string_view mark) {
  std::string line = fmt::format("{} ", mark);
  for (const Segment& segment : segments(paragraph.text, paragraph.highlights)) {
    line += segment.marked ? fmt::format("**{}**", escaped_markdown(segment.text)) : escaped_markdown(segment.text);
  }
  return line + "\n";
}

constexpr std::string_view kQuote = ">";
constexpr std::string_view kContextQuote = "> >";  // of passages around a hit

std::string quote(const Body& body, std::string_view mark, std::string out) {
  for (const Body& paragraph : paragraphs(body)) {
    out += out.empty() ? "" : ">\n";
    out += quote_line(paragraph, mark);
  }
  return out;
}

std::string quote(const view::Hit& hit) {
  std::string out;
  for (const std::string& passage : hit.before) {
    out = quote(Body{passage, {}}, kContextQuote, std::move(out));
  }
  out = quote(body_of(hit), kQuote, std::move(out));
  for (const std::string& passage : hit.after) {
    out = quote(Body{passage, {}}, kContextQuote, std::move(out));
  }
  return out;
}

/// Blanks, signs of Markdown and what no terminal should see as %20.
std::string link_target(std::string_view url) {
  std::string out;
  for (std::size_t at = 0; at < url.size();) {
    const utf8::Decoded c = utf8::decode(url, at);
    const std::string_view bytes = url.substr(at, c.size);
    at += c.size;
    if (c.code > ' ' && !is_control(c.code) && !unicode::reorders_text(c.code) && c.code != '<' && c.code != '>') {
      out += bytes;
      continue;
    }
    for (const char byte : bytes) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return out;
}

// A quote block and a line that says where it is from.
class Markdown : public AnswerFormat {
 public:
  explicit Markdown(const FormatOptions& options) : queries_(options.queries) {}

  [[nodiscard]] Frame frame() const override { return {{}, "\n", {}}; }

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::string out;
    if (queries_ == Queries::Several) {
      out += fmt::format("## {} {}\n\n", escaped_markdown(answer.qid), escaped_markdown(answer.query));
    }
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
      out += (i == 0 ? "" : "\n") + block(answer.hits[i]);
    }
    if (const std::string more = advice_for_more(answer); !more.empty()) {
      out += fmt::format("\n{}; {}\n", range_of(answer), more);
    }
    return out;
  }

 private:
  [[nodiscard]] static std::string block(const view::Hit& hit) {
    const std::string title = escaped_markdown(hit.record.title.empty() ? "(no title)" : hit.record.title);
    const std::string named =
        hit.record.url.empty() ? title : fmt::format("[{}](<{}>)", title, link_target(hit.record.url));
    return fmt::format("{}\n— *{}*, {}\n", quote(hit), named, escaped_markdown(citation(hit)));
  }

  Queries queries_;
};

}  // namespace

std::unique_ptr<AnswerFormat> markdown_format(const FormatOptions& options) {
  return std::make_unique<Markdown>(options);
}

}  // namespace nutgraf::format
