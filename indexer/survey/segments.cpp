// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/segments.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/base/ascii.h"
#include "core/text/stops.h"

namespace nutgraf::survey {
namespace {

constexpr std::string_view kIdeographic = "\xE3\x80\x82";  // full stop

constexpr std::array<bool, 256> kMayEnd = [] {
  std::array<bool, 256> ends{};
  for (const char end : {'.', '!', '?', kIdeographic[0]}) {
    ends[static_cast<unsigned char>(end)] = true;
  }
  return ends;
}();

/// Where the sentence that goes on at `from` ends: after .!? and the closers behind it, before a blank, or after an
/// ideographic full stop.
std::size_t end_of_sentence(std::string_view line, std::size_t from) {
  constexpr std::string_view kClosers = "\"')]";
  for (std::size_t at = from; at < line.size(); ++at) {
    if (!kMayEnd[static_cast<unsigned char>(line[at])]) {
      continue;
    }
    if (line[at] == kIdeographic[0]) {
      if (line.substr(at, kIdeographic.size()) == kIdeographic) {
        return at + kIdeographic.size();
      }
      continue;
    }
    const std::size_t end = std::min(line.find_first_not_of(kClosers, at + 1), line.size());
    if (end == line.size() || line[end] == ' ') {
      return end;
    }
  }
  return line.size();
}

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Does a line end where its author ended it? Only long lines without an end of sentence are taken for wrapped ones.
bool is_wrapped(std::string_view line) {
  constexpr std::size_t kLong = 40;  // bytes
  return ascii::trimmed(line).size() >= kLong && !ends_sentence(line);
}

/// A short line goes on in a wrapped one that begins with a small letter: only the first line of a paragraph does that.
bool goes_on_in(std::string_view line, std::string_view next) {
  const std::string_view begin = ascii::trimmed(next);
  return !ends_sentence(line) && !begin.empty() && ascii::is_lower(begin.front()) && is_wrapped(next);
}

/// Goes through paragraphs, lines and sentences with the words that are in them.
class SegmentFinder {
 public:
  SegmentFinder(std::string_view text, const std::vector<WordHash>& words, std::vector<Segment>& segments)
      : text_(text), words_(words), segments_(segments) {}

  void line(const Line& line) {
    if (ascii::trimmed(of(line)).empty()) {
      end_paragraph();
    } else {
      lines_.push_back(line);
    }
  }

  /// A line that is a part of a wrapped paragraph is none of its own; nor are the sentences that it cuts.
  void end_paragraph() {
    bool continues = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool goes_on =
          i + 1 < lines_.size() && (is_wrapped(of(lines_[i])) || goes_on_in(of(lines_[i]), of(lines_[i + 1])));
      if (!continues && !goes_on) {
        add_line(lines_[i]);
      }
      continues = goes_on;
    }
    lines_.clear();
  }

 private:
  [[nodiscard]] std::string_view of(const Line& line) const { return text_.substr(line.begin, line.end - line.begin); }

  void add_line(const Line& line) {
    while (word_ < words_.size() && words_[word_].begin < line.begin) {
      ++word_;
    }
    const std::size_t first = word_;
    if (!add(line, SegmentKind::Line)) {
      return;
    }
    const std::size_t after = word_;
    word_ = first;
    const std::string_view before_end = text_.substr(0, line.end);
    for (std::size_t at = line.begin; at < line.end;) {
      const std::size_t stop = end_of_sentence(before_end, at);
      if (at != line.begin || stop != line.end) {
        add({at, stop}, SegmentKind::Sentence);
      }
      at = stop;
    }
    word_ = after;
  }

  /// False where it holds no word.
  bool add(const Line& piece, SegmentKind kind) {
    const std::size_t first = word_;
    while (word_ < words_.size() && words_[word_].begin < piece.end) {
      ++word_;
    }
    if (word_ == first) {
      return false;
    }
    const std::string_view trimmed = ascii::trimmed(of(piece));
    const auto start = static_cast<std::size_t>(trimmed.data() - text_.data());
    const std::span<const WordHash> words = std::span(words_).subspan(first, word_ - first);
    segments_.push_back({start, start + trimmed.size(), hash_of(words), word_count(words), kind});
    return true;
  }

  std::string_view text_;
  const std::vector<WordHash>& words_;
  std::vector<Segment>& segments_;
  std::vector<Line> lines_;  // of the paragraph
  std::size_t word_ = 0;     // the first one not behind us
};

}  // namespace

void find_segments(std::string_view text, const std::vector<WordHash>& words, std::vector<Segment>& segments) {
  segments.clear();
  SegmentFinder finder(text, words, segments);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    finder.line({begin, end});
    begin = end + 1;
  }
  finder.end_paragraph();
}

}  // namespace nutgraf::survey
