// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "core/text/display_width.h"
#include "query/format/captions.h"
#include "query/format/formats.h"
#include "query/format/html_text.h"
#include "query/format/marks.h"

namespace nutgraf::format {
namespace {

// Wide, narrow, dark and on paper; nothing is fetched and nothing runs.
constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>nutgraf</title>
<style>
:root { --ink: #1d1d1f; --faint: #5c5f66; --paper: #fff; --line: #d9dbe0; --mark: #ffe58a; --bar: #3b6ea8; --slot: #f1f2f5; --link: #1a4f8b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7e7ea; --faint: #a2a6b0; --paper: #16181c; --line: #363a42; --mark: #6b5600; --bar: #7fb0e6; --slot: #20242b; --link: #9cc5f2; }
}
body { font: 1rem/1.55 Georgia, "Noto Serif", serif; max-width: 44rem; margin: 1rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.45rem; line-height: 1.25; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; line-height: 1.3; margin: 1.6rem 0 .1rem; overflow-wrap: anywhere; }
h3 { font: 600 .8rem/1.4 system-ui, sans-serif; margin: 0 0 .3rem; color: var(--faint); text-transform: capitalize; }
a { color: var(--link); }
p { margin: .45rem 0; overflow-wrap: anywhere; }
.context { color: var(--faint); }
.where, .notes, figcaption, .facets { font: .82rem/1.45 system-ui, sans-serif; color: var(--faint); }
mark { background: var(--mark); color: inherit; font-weight: bold; border-radius: .15em; padding: 0 .1em; }
article { border-top: 1px solid var(--line); }
.timeline { margin: 1rem 0; }
.timeline svg { display: block; width: 100%; height: 5rem; border-bottom: 1px solid var(--line); }
.timeline rect { fill: var(--bar); }
.timeline rect.slot { fill: var(--slot); }
figcaption { display: flex; justify-content: space-between; gap: 1rem; margin-top: .2rem; }
.facets { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem 1.5rem; margin: 1rem 0 1.5rem; }
.facets ul { list-style: none; margin: 0; padding: 0; }
.facets li { display: grid; grid-template-columns: 1fr auto; gap: 0 .5rem; margin-bottom: .3rem; }
.facets .name { color: var(--ink); overflow-wrap: anywhere; min-width: 0; }
.facets .number { font-variant-numeric: tabular-nums; }
.facets .part { grid-column: 1 / -1; height: 3px; background: var(--bar); border-radius: 2px; }
@media print {
  :root { --ink: #000; --faint: #444; --paper: #fff; --line: #999; --mark: #fff; --bar: #555; --slot: #fff; --link: #000; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  mark { text-decoration: underline; }
  rect, .facets .part { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1, h2, .where, .timeline { break-after: avoid; }
  .timeline, .facets section { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
</style>
</head>
<body>
)";
constexpr std::string_view kFoot = "</body>\n</html>\n";

std::string paragraph_of(const Body& paragraph) {
  std::string out = "<p dir=\"auto\">";
  for (const Segment& segment : segments(paragraph.text, paragraph.highlights)) {
    out += segment.marked ? fmt::format("<mark>{}</mark>", escaped_html(segment.text)) : escaped_html(segment.text);
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
std::string title_of(const view::Hit& hit) {
  const std::string title = escaped_html(hit.record.title.empty() ? "(no title)" : hit.record.title);
  return is_web(hit.record.url) ? fmt::format("<a href=\"{}\">{}</a>", escaped_html(hit.record.url), title) : title;
}

std::string context(const std::vector<std::string>& passages) {
  std::string out;
  for (const std::string& passage : passages) {
    out += paragraphs_of({passage, {}});
  }
  return out.empty() ? out : fmt::format("<div class=\"context\">\n{}</div>\n", out);
}

// What a reader that speaks, or hyphenates, needs to know.
std::string language_of(const view::Hit& hit) {
  const std::string& language = hit.record.language;
  return language.empty() || language == "und" ? "" : fmt::format(" lang=\"{}\"", escaped_html(language));
}

std::string block(const view::Hit& hit) {
  return fmt::format("<article{}>\n<h2 dir=\"auto\">{}. {}</h2>\n<p class=\"where\">{}</p>\n{}{}{}</article>\n",
                     language_of(hit), hit.rank, title_of(hit), escaped_html(citation(hit)), context(hit.before),
                     paragraphs_of(body_of(hit)), context(hit.after));
}

// One page that needs nothing else: for a phone, for print, for a mail.
class Html : public AnswerFormat {
 public:
  [[nodiscard]] Frame frame() const override { return {std::string(kHead), {}, std::string(kFoot)}; }

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::string out =
        fmt::format("<h1 dir=\"auto\">{}{}</h1>\n", answer.qid.empty() ? "" : escaped_html(answer.qid) + " · ",
                    escaped_html(answer.query));
    out += html_overview(answer);
    for (const view::Hit& hit : answer.hits) {
      out += block(hit);
    }
    for (const std::string& note : answer.notes) {
      out += fmt::format("<p class=\"notes\">{}</p>\n", escaped_html(note));
    }
    const std::string more = advice_for_more(answer);
    out += fmt::format("<p class=\"notes\">{}{}</p>\n", range_of(answer), more.empty() ? "" : "; " + more);
    return out;
  }
};

}  // namespace

std::string escaped_html(std::string_view text) {
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

std::unique_ptr<AnswerFormat> html_format(const FormatOptions& /*options*/) {
  return std::make_unique<Html>();
}

}  // namespace nutgraf::format
