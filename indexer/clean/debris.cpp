// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/debris.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <optional>

#include "core/base/ascii.h"

namespace nutgraf::clean {
namespace {

// Longest template tag believed in: real ones are rarely over 300 bytes, and prose between a stray opening and the next
// tag's end must not go.
constexpr std::size_t kMaxTag = 1000;
constexpr std::size_t kMaxPlaceholder = 200;  // ${...}

constexpr auto kNone = std::string_view::npos;

bool is_letter(char c) {
  return ascii::is_letter(c) || c == '_';
}

std::size_t end_of_run(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(text[at], at);
  return end == kNone ? text.size() : end;
}

/// Answers "where is the next `needle` from here" for ascending places, searching each byte once.
class NextOccurrence {
 public:
  NextOccurrence(std::string_view text, std::string_view needle) : text_(text), needle_(needle) {}
  std::size_t from(std::size_t at) {
    if (!searched_ || (found_ != kNone && found_ < at)) {
      found_ = text_.find(needle_, at);
      searched_ = true;
    }
    return found_;
  }

 private:
  std::string_view text_;
  std::string_view needle_;
  std::size_t found_ = 0;
  bool searched_ = false;
};

/// Finds what may open template code, from ascending places.
class Openings {
 public:
  explicit Openings(std::string_view text) : text_(text), brace_(text, "{"), angle_(text, "<%") {}
  std::size_t from(std::size_t at) {
    // Every opening but <% has a '{', which memchr finds fast; '<' is as rare.
    std::size_t brace = brace_.from(at);
    while (brace != kNone && !opens(brace, at)) {
      brace = brace_.from(brace + 1);
    }
    if (brace != kNone && brace > at && text_[brace - 1] == '$') {
      --brace;
    }
    return std::min(brace, angle_.from(at));
  }

 private:
  [[nodiscard]] bool opens(std::size_t brace, std::size_t at) const {
    const char next = brace + 1 < text_.size() ? text_[brace + 1] : '\0';
    return next == '{' || next == '%' || (brace > at && text_[brace - 1] == '$');
  }

  std::string_view text_;
  NextOccurrence brace_;
  NextOccurrence angle_;
};

/// ${user.name}, ${ format(x) }, not LaTeX's ${x^2}$ nor ${\alpha}$.
std::optional<Range> placeholder(std::string_view text, std::size_t at) {
  std::size_t i = text.find_first_not_of(' ', at + 2);
  if (i == kNone || !is_letter(text[i])) {
    return std::nullopt;
  }
  const std::size_t limit = std::min(text.size(), at + kMaxPlaceholder);
  while (i < limit && text[i] != '}' && std::strchr("{\\^\n", text[i]) == nullptr) {
    ++i;
  }
  if (i >= limit || text[i] != '}' || (i + 1 < text.size() && text[i + 1] == '$')) {
    return std::nullopt;
  }
  return Range{at, i + 1};
}

/// Collects ranges while the text is walked once from left to right. Braces that are still open wait in a queue; the
/// first of them is given up once it is too far back.
class Collector {
 public:
  explicit Collector(std::string_view text)
      : text_(text), openings_(text), percent_brace_(text, "%}"), percent_angle_(text, "%>") {}

  std::vector<Range> run() {
    std::size_t at = find_opening_or_end(0);
    while (at != kNone) {
      give_up_before(at);
      at = find_opening_or_end(step(at));
    }
    give_up_before(kNone);
    return std::move(found_);
  }

 private:
  /// While braces are open, their end counts too.
  [[nodiscard]] std::size_t find_opening_or_end(std::size_t from) {
    if (open_.empty()) {
      return openings_.from(from);
    }
    for (std::size_t i = from; i + 1 < text_.size(); ++i) {
      const char c = text_[i];
      const char next = text_[i + 1];
      const bool opens =
          (c == '{' && (next == '{' || next == '%')) || (c == '<' && next == '%') || (c == '$' && next == '{');
      if (opens || (c == '}' && next == '}')) {
        return i;
      }
      if (i - open_.front().begin > kMaxTag) {
        return i;  // so that the first can be given up
      }
    }
    return kNone;
  }

  /// Handles what is at `at`; the place to continue from.
  std::size_t step(std::size_t at) {
    const char c = text_[at];
    const char next = at + 1 < text_.size() ? text_[at + 1] : '\0';
    if (c == '{' && next == '{') {
      const std::size_t end = end_of_run(text_, at);
      open_.push_back({at, end});
      return end;
    }
    if (c == '}' && next == '}' && !open_.empty()) {
      return close(at);
    }
    if (c == '{' && next == '%') {
      return take_if_closed(at, percent_brace_.from(at + 2));
    }
    if (c == '<' && next == '%') {
      return take_if_closed(at, percent_angle_.from(at + 2));
    }
    if (c == '$' && next == '{') {
      if (text_.substr(at + 2, 1) == "{") {  // ${{ secret }}
        const std::size_t end = end_of_run(text_, at + 1);
        open_.push_back({at, end});
        return end;
      }
      const auto range = placeholder(text_, at);
      if (range) {
        found_.push_back(*range);
        return range->end;
      }
      return at + 1;
    }
    return at + 1;
  }

  std::size_t take_if_closed(std::size_t at, std::size_t end) {
    if (end == kNone || end - at > kMaxTag) {
      return at + 1;
    }
    found_.push_back({at, end + 2});
    return end + 2;
  }

  std::size_t close(std::size_t at) {
    const Range opening = open_.back();
    open_.pop_back();
    // As many braces as opened it: }}} of {{{x}}}, but not the last brace of {"a":{{x}}}.
    const std::size_t run = end_of_run(text_, at);
    const std::size_t width = std::min(run - at, std::max<std::size_t>(2, braces(opening)));
    while (!found_.empty() && found_.back().begin >= opening.begin) {
      found_.pop_back();
    }
    found_.push_back({opening.begin, at + width});
    return at + width;
  }

  [[nodiscard]] std::size_t braces(const Range& opening) const {
    return opening.end - opening.begin - (text_[opening.begin] == '$' ? 1 : 0);
  }

  void give_up_before(std::size_t at) {
    while (!open_.empty() && (at == kNone || at - open_.front().begin > kMaxTag)) {
      alone_.push_back(open_.front());
      open_.pop_front();
    }
    if (at == kNone) {
      merge_alone();
    }
  }

  void merge_alone() {
    const auto middle = static_cast<std::ptrdiff_t>(found_.size());
    found_.insert(found_.end(), alone_.begin(), alone_.end());
    std::inplace_merge(found_.begin(), found_.begin() + middle, found_.end(),
                       [](const Range& a, const Range& b) { return a.begin < b.begin; });
  }

  std::string_view text_;
  Openings openings_;
  NextOccurrence percent_brace_;
  NextOccurrence percent_angle_;
  std::deque<Range> open_;    // runs of '{' not closed yet
  std::vector<Range> alone_;  // given up
  std::vector<Range> found_;
};

}  // namespace

bool may_hold_debris(std::string_view text) {
  return Openings(text).from(0) != kNone;
}

std::vector<Range> find_debris(std::string_view text) {
  return Collector(text).run();
}

}  // namespace nutgraf::clean
