// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "query/format/captions.h"
#include "query/format/formats.h"
#include "query/format/marks.h"
#include "query/view/display_width.h"

namespace nutgraf {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>nutgraf</title>
<style>
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 1rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.4rem; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 0; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
.where, .notes { font: .85rem/1.4 sans-serif; color: #555; }
mark { background: #ffe58a; color: inherit; font-weight: bold; }
article { break-inside: avoid; }
</style>
</head>
<body>
)";
constexpr std::string_view kFoot = "</body>\n</html>\n";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : without_controls(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string paragraph_of(const Body& paragraph) {
  std::string out = "<p dir=\"auto\">";
  for (const Segment& segment : segments(paragraph.text, paragraph.highlights)) {
    out += segment.marked ? fmt::format("<mark>{}</mark>", escaped(segment.text)) : escaped(segment.text);
  }
  return out + "</p>\n";
}

std::string paragraphs_of(const Body& body) {
  std::string out;
  for (const Body& paragraph : paragraphs(body)) {
    out += paragraph_of(paragraph);
  }
  return out;
}

bool is_web(std::string_view url) {
  return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://";
}

// Only web addresses become links: an article may claim any URL, "javascript:" too.
std::string title_of(const Hit& hit) {
  const std::string title = escaped(hit.record.title.empty() ? "(no title)" : hit.record.title);
  return is_web(hit.record.url) ? fmt::format("<a href=\"{}\">{}</a>", escaped(hit.record.url), title) : title;
}

std::string context(const std::vector<std::string>& passages) {
  std::string out;
  for (const std::string& passage : passages) {
    out += paragraphs_of({passage, {}});
  }
  return out;
}

std::string block(const Hit& hit) {
  return fmt::format("<article>\n<h2 dir=\"auto\">{}. {}</h2>\n<p class=\"where\">{}</p>\n{}{}{}</article>\n", hit.rank,
                     title_of(hit), escaped(citation(hit)), context(hit.before), paragraphs_of(body_of(hit)),
                     context(hit.after));
}

// One page that needs nothing else: for a phone, for print, for a mail.
class Html : public AnswerFormat {
 public:
  [[nodiscard]] Frame frame() const override { return {std::string(kHead), {}, std::string(kFoot)}; }

  [[nodiscard]] std::string answer(const Answer& answer) const override {
    std::string out = fmt::format("<h1 dir=\"auto\">{}{}</h1>\n", answer.qid.empty() ? "" : escaped(answer.qid) + " · ",
                                  escaped(answer.query));
    for (const Hit& hit : answer.hits) {
      out += block(hit);
    }
    for (const std::string& note : answer.notes) {
      out += fmt::format("<p class=\"notes\">{}</p>\n", escaped(note));
    }
    out += fmt::format("<p class=\"notes\">{}</p>\n", range_of(answer));
    return out;
  }
};

}  // namespace

std::unique_ptr<AnswerFormat> html_format(const FormatOptions& /*options*/) {
  return std::make_unique<Html>();
}

}  // namespace nutgraf
