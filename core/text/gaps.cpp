// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/gaps.h"

#include <algorithm>

#include "core/text/paragraphs.h"
#include "core/text/words.h"

namespace nutgraf {
namespace {

bool begins_token(CharClass kind) {
  return WordReader::begins_word(kind) || kind == CharClass::Flag || kind == CharClass::Emoji ||
         kind == CharClass::Cjk || kind == CharClass::Complex || kind == CharClass::Unfolds;
}

StopSign stop_of(const Character& c, StopSign before) {
  if ((c.flags & chars::kTerminal) != 0) {
    return StopSign::Terminal;
  }
  if ((c.flags & chars::kFullStop) != 0) {
    const bool again = before == StopSign::FullStop || before == StopSign::Ellipsis;
    return again ? StopSign::Ellipsis : StopSign::FullStop;
  }
  return (c.flags & chars::kEllipsis) != 0 ? StopSign::Ellipsis : StopSign::None;
}

/// Follows stops, closers and line ends through a gap.
class GapState {
 public:
  void see(const Character& c) {
    const StopSign stop = stop_of(c, open_);
    if (stop != StopSign::None) {
      open_ = open_ == StopSign::Terminal ? open_ : stop;
      wide_ = wide_ || (c.flags & chars::kWideStop) != 0;
      closers_ = false;
    } else if (c.kind == CharClass::Blank || c.kind == CharClass::LineEnd) {
      close();
    } else if ((c.flags & chars::kCloser) != 0) {
      closers_ = true;
    } else if (c.kind != CharClass::Ignored) {
      drop();
    }
    blank_lines_.see(c.kind);
  }

  /// White space or the end of the text: the open stop counts.
  void close() {
    confirmed_ = std::max(confirmed_, open_);
    open_ = StopSign::None;
    wide_ = false;
  }

  /// Some other sign or a word without white space before it. After a quotation the sentence may go on.
  void drop() {
    if (wide_) {
      open_ = closers_ ? StopSign::Ellipsis : open_;
      close();
    }
    open_ = StopSign::None;
  }

  [[nodiscard]] StopSign stop() const { return confirmed_; }
  [[nodiscard]] Lines lines() const { return blank_lines_.found() ? Lines::BlankLine : Lines::Same; }

 private:
  StopSign open_ = StopSign::None;
  StopSign confirmed_ = StopSign::None;
  bool wide_ = false;     // the open stop needs no white space
  bool closers_ = false;  // since the open stop
  BlankLineFinder blank_lines_;
};

}  // namespace

Gap GapReader::read(std::uint32_t begin) const {
  // One space, perhaps after a comma, and a letter: nearly every gap.
  const std::size_t blank = begin < text_.size() && text_[begin] == ',' ? begin + 1 : begin;
  if (blank + 1 < text_.size() && text_[blank] == ' ' && table_.ascii_word(text_[blank + 1]) != 0) {
    return {static_cast<std::uint32_t>(blank + 1), StopSign::None, Lines::Same};
  }
  return read_slowly(begin);
}

Gap GapReader::read_slowly(std::uint32_t begin) const {
  GapState state;
  std::uint32_t at = begin;
  while (at < text_.size()) {
    const Glyph glyph = table_.at(text_, at);
    if (begins_token(glyph.character->kind)) {
      state.drop();
      return {at, state.stop(), state.lines()};
    }
    const bool pair = text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
    state.see(*glyph.character);
    at += glyph.size + (pair ? 1 : 0);
  }
  state.close();
  return {at, state.stop(), state.lines()};
}

}  // namespace nutgraf
