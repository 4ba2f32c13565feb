// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "core/text/display_width.h"
#include "query/format/captions.h"
#include "query/format/formats.h"
#include "query/format/marks.h"
#include "query/format/wrap.h"

namespace nutgraf::format {
namespace {

struct Look {
  std::string_view title_on, title_off, faint_on, faint_off;
};

constexpr Look kPlain{"", "", "", ""};
constexpr Look kTerminal{"\033[1m", "\033[0m", "\033[2m", "\033[0m"};
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kContextIndent = "  | ";

// Blocks for people: rank and title, where it is from, the passage with its marks, its URL or path.
class Text : public AnswerFormat {
 public:
  explicit Text(const FormatOptions& options)
      : queries_(options.queries),
        look_(options.marks == Marks::Terminal ? kTerminal : kPlain),
        mark_(text_marks(options.marks)),
        paper_{options.width, std::string(kIndent)},
        context_paper_{options.width, std::string(kContextIndent)} {}

  [[nodiscard]] Frame frame() const override { return {{}, "\n", {}}; }

  [[nodiscard]] std::string answer(const view::Answer& answer) const override {
    std::string out;
    if (queries_ == Queries::Several) {
      out +=
          fmt::format("{}{} · {}{}\n\n", look_.title_on, answer.qid, without_controls(answer.query), look_.title_off);
    }
    for (const view::Hit& hit : answer.hits) {
      out += block(hit) + "\n";
    }
    for (const std::string& note : answer.notes) {
      out += without_controls(note) + "\n";
    }
    if (!answer.hits.empty() || queries_ == Queries::Several) {
      out += last_line(answer);
    }
    return out;
  }

 private:
  [[nodiscard]] std::string block(const view::Hit& hit) const {
    const std::string& title = hit.record.title;
    std::string out = fmt::format("{} {}{}{}\n", hit.rank, look_.title_on,
                                  without_controls(title.empty() ? "(no title)" : title), look_.title_off);
    out += faint(citation(hit));
    out += context(hit.before);
    for (const Body& paragraph : paragraphs(body_of(hit))) {
      out += wrapped(paragraph);
    }
    out += context(hit.after);
    if (const std::string place = place_of(hit.record); !place.empty()) {
      out += faint(place);
    }
    for (const std::string& line : hit.explanation) {
      out += faint(line);
    }
    return out;
  }

  [[nodiscard]] std::string context(const std::vector<std::string>& passages) const {
    std::string out;
    for (const std::string& passage : passages) {
      for (const Body& paragraph : paragraphs({passage, {}})) {
        out += wrap(segments(paragraph.text, {}), mark_, context_paper_);
      }
    }
    return out;
  }

  [[nodiscard]] std::string wrapped(const Body& paragraph) const {
    return wrap(segments(paragraph.text, paragraph.highlights), mark_, paper_);
  }

  [[nodiscard]] std::string faint(std::string_view line) const {
    return fmt::format("{}{}{}{}\n", kIndent, look_.faint_on, without_controls(line), look_.faint_off);
  }

  [[nodiscard]] static std::string last_line(const view::Answer& answer) {
    const std::string more = advice_for_more(answer);
    return range_of(answer) + (more.empty() ? "" : "; " + more) + "\n";
  }

  Queries queries_;
  Look look_;
  MarkStyle mark_;
  Paper paper_;
  Paper context_paper_;  // of passages around a hit
};

}  // namespace

std::unique_ptr<AnswerFormat> text_format(const FormatOptions& options) {
  return std::make_unique<Text>(options);
}

}  // namespace nutgraf::format
