// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/markdown_items.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace nutgraf::read::text {
namespace {

constexpr unsigned kDeepest = 6;

/// 3 of "### News"; 0 of a line that is no heading.
unsigned level_of(std::string_view line) {
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  const bool heading = signs >= 1 && signs <= kDeepest && (signs == line.size() || ascii::is_space(line[signs]));
  return heading ? static_cast<unsigned>(signs) : 0;
}

/// The words of a heading, without the signs that may close it.
std::string_view words_of(std::string_view line) {
  line = ascii::trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
  const std::size_t end = line.find_last_not_of('#');
  const bool closed = end != std::string_view::npos && end + 1 < line.size() && ascii::is_space(line[end]);
  return ascii::trimmed(closed ? line.substr(0, end) : line);
}

bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

class Cutter {
 public:
  Cutter(std::string_view text, unsigned level) : text_(text), level_(level) {}

  MarkdownItems run() {
    bool fenced = false;
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = text_.substr(at, end - at);
      fenced = is_fence(line) != fenced;
      const unsigned level = fenced ? 0 : level_of(line);
      const std::size_t next = std::min(end + 1, text_.size());
      if (level != 0 && level <= level_) {
        close(at);
        open(line, level, next);
      }
      at = next;
    }
    close(text_.size());
    return std::move(cut_);
  }

 private:
  void open(std::string_view line, unsigned level, std::size_t next) {
    begin_ = next;
    inside_ = level == level_;
    if (inside_) {
      cut_.items.push_back({words_of(line), section_, {}});
    } else if (level + 1 == level_) {
      section_ = words_of(line);
    } else {
      section_ = {};
    }
    before_first_ = false;
  }

  void close(std::size_t end) {
    const std::string_view piece = text_.substr(begin_, end - begin_);
    if (inside_) {
      cut_.items.back().text = piece;
    } else if (before_first_) {
      cut_.front = piece;
    } else {
      cut_.has_more = cut_.has_more || !ascii::trimmed(piece).empty();
    }
  }

  std::string_view text_;
  unsigned level_;
  MarkdownItems cut_;
  std::string_view section_;
  std::size_t begin_ = 0;
  bool inside_ = false;
  bool before_first_ = true;
};

}  // namespace

MarkdownItems cut_at_headings(std::string_view text, unsigned level) {
  return Cutter(text, level).run();
}

}  // namespace nutgraf::read::text
