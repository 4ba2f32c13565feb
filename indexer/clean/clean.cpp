// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/clean.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "indexer/clean/debris.h"

namespace nutgraf::clean {
namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";

/// White space before and after a cut, as the one separator that takes its place: the strongest of them, since two
/// single line feeds are not a new paragraph.
std::string_view separator(std::string_view before, std::string_view after) {
  const auto feeds = [](std::string_view s) { return std::count(s.begin(), s.end(), '\n'); };
  const auto most = std::max(feeds(before), feeds(after));
  if (most > 1) {
    return "\n\n";
  }
  if (most == 1) {
    return "\n";
  }
  return before.empty() && after.empty() ? "" : " ";
}

std::string_view trailing_white(std::string_view text) {
  const std::size_t last = text.find_last_not_of(kWhite);
  return text.substr(last == std::string_view::npos ? 0 : last + 1);
}

std::string_view leading_white(std::string_view text) {
  return text.substr(0, std::min(text.find_first_not_of(kWhite), text.size()));
}

/// "Hello {{name}}, welcome" closes up before the comma; "vote{{x}}was" stays two words.
std::string_view adjusted(std::string_view gap, char before, char after) {
  if (gap == " " && std::string_view(",.;:!?)]").find(after) != std::string_view::npos) {
    return "";
  }
  if (gap.empty() && ascii::is_word_byte(before) && ascii::is_word_byte(after)) {
    return " ";
  }
  return gap;
}

/// Debris with only white space between is one cut.
std::vector<Range> joined(std::string_view text, const std::vector<Range>& ranges) {
  std::vector<Range> result;
  for (const Range& range : ranges) {
    if (!result.empty()) {
      const std::size_t end = result.back().end;
      const std::string_view between = text.substr(end, range.begin - end);
      // A blank line ends a cut, so that it is seen by separator().
      if (leading_white(between).size() == between.size() && between.find('\n') == std::string_view::npos) {
        result.back().end = range.end;
        continue;
      }
    }
    result.push_back(range);
  }
  return result;
}

class Writer {
 public:
  explicit Writer(std::string_view text) : text_(text) {}

  void cut(const Range& range) {
    keep(text_.substr(done_, range.begin - done_));
    const std::string_view white = trailing_white(result_.text);
    const std::string_view after = leading_white(text_.substr(range.end));
    gap_ = separator(white, after);
    result_.text.resize(result_.text.size() - white.size());
    result_.cuts.push_back({std::string(text_.substr(range.begin, range.end - range.begin)), "template"});
    done_ = range.end + after.size();
    closing_ = true;
  }

  Cleaned finish() {
    if (done_ < text_.size()) {
      keep(text_.substr(done_));
    }
    return std::move(result_);
  }

 private:
  void keep(std::string_view piece) {
    if (closing_ && piece.empty()) {
      // Nothing between two cuts: the stronger gap must survive until the next piece.
      result_.text.append(result_.text.empty() ? std::string_view{} : gap_);
    } else if (closing_ && !result_.text.empty()) {
      result_.text.append(adjusted(gap_, result_.text.back(), piece.front()));
    }
    closing_ = false;
    result_.text.append(piece);
  }

  std::string_view text_;
  Cleaned result_;
  std::string_view gap_;
  std::size_t done_ = 0;
  bool closing_ = false;
};

}  // namespace

Cleaned clean_text(std::string_view text) {
  if (!may_hold_debris(text)) {
    return {std::string(text), {}};
  }
  Writer writer(text);
  for (const Range& range : joined(text, find_debris(text))) {
    writer.cut(range);
  }
  return writer.finish();
}

}  // namespace nutgraf::clean
