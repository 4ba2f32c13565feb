// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/passages.h"

#include <cstdint>
#include <span>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/passage/hard_boundaries.h"
#include "indexer/passage/paragraphs.h"
#include "indexer/passage/sentence_cutter.h"

namespace nutgraf::passage {
namespace {

constexpr Quarters kEnough = 60 * kWord;  // a heading opens a new passage after that many words
constexpr Quarters kScant = 40 * kWord;   // fewer join another passage if they can
constexpr Quarters kGood = 140 * kWord;   // what a passage should come near to
constexpr Quarters kSlack = 200 * kWord;  // to this one may grow for it
constexpr Quarters kFull = 100 * kWord;   // a long paragraph is not begun in a passage that contains so much

/// A paragraph or a piece of one; `Rest` continues with the paragraph of the piece before.
enum class Part : std::uint8_t { Paragraph, Heading, Rest };

struct Piece {
  std::string_view text;
  Quarters words = 0;
  Part part = Part::Paragraph;
};

/// Views of one passage, in text order.
struct Draft {
  std::vector<Piece> pieces;
  Quarters words = 0;

  void add(const Piece& piece) {
    pieces.push_back(piece);
    words += piece.words;
  }

  [[nodiscard]] std::string text() const {
    std::string passage;
    const char* end = nullptr;
    for (const Piece& piece : pieces) {
      if (piece.part == Part::Rest && end != nullptr) {
        passage.append(end, piece.text.data());  // the white space between the two
      } else if (end != nullptr) {
        passage.append("\n\n");
      }
      passage.append(piece.text);
      end = piece.text.data() + piece.text.size();
    }
    return passage;
  }
};

/// Packs paragraphs into passages.
class Packer {
 public:
  Packer(HardBoundaries& boundaries, const PassageTaker& take) : boundaries_(boundaries), take_(take) {}

  void add(const Paragraph& paragraph) {
    const bool heading = paragraph.role == ParagraphRole::Heading;
    if (heading && open_.words >= kEnough) {
      close();
    }
    if (is_better_closed(paragraph.words)) {
      close();
    }
    if (paragraph.words <= kMaxPassage && open_.words + paragraph.words <= kSlack) {
      open_.add({paragraph.text, paragraph.words, heading ? Part::Heading : Part::Paragraph});
    } else {
      cut(paragraph.text);
    }
  }

  void finish() {
    if (is_scant_end()) {
      for (const Piece& piece : open_.pieces) {
        before_.add(piece);
      }
      open_ = Draft{};
    }
    hand_over(before_);
    hand_over(open_);
  }

 private:
  /// Is the open passage nearer to a good size without a paragraph of N words?
  [[nodiscard]] bool is_better_closed(Quarters words) const {
    const Quarters together = open_.words + words;
    if (together <= kMaxPassage) {
      return false;
    }
    if (words > kMaxPassage) {
      return open_.words >= kFull;
    }
    return open_.words >= kScant &&
           (together > kSlack || open_.words >= kGood || together - kGood > kGood - open_.words);
  }

  /// Ends the open passage, but for headings at its end: they open the next.
  void close() {
    std::size_t count = open_.pieces.size();
    while (count > 0 && open_.pieces[count - 1].part == Part::Heading) {
      --count;
    }
    if (count == 0) {
      return;
    }
    Draft next;
    for (const Piece& heading : std::span(open_.pieces).subspan(count)) {
      next.add(heading);
    }
    open_.pieces.resize(count);
    open_.words -= next.words;
    hand_over(before_);
    before_ = std::move(open_);
    open_ = std::move(next);
  }

  void hand_over(const Draft& passage) const {
    if (!passage.pieces.empty()) {
      take_(passage.text());
    }
  }

  /// The first piece of a long paragraph joins what is open, the last one stays open.
  void cut(std::string_view paragraph) {
    SentenceCutter cutter(boundaries_, paragraph);
    Part part = Part::Paragraph;
    while (!cutter.is_done()) {
      const SentenceCutter::Piece piece = cutter.next(open_.words);
      open_.add({ascii::trimmed(piece.text), piece.words, part});
      part = Part::Rest;
      if (!cutter.is_done()) {
        close();
      }
    }
  }

  /// A few words at the end ("Reporting by ...") go with the passage before them.
  [[nodiscard]] bool is_scant_end() const {
    return !before_.pieces.empty() && !open_.pieces.empty() && open_.words < kScant &&
           before_.words + open_.words <= kSlack && open_.pieces.front().part != Part::Heading;
  }

  HardBoundaries& boundaries_;
  const PassageTaker& take_;
  Draft before_;  // closed, but may yet take a few words at the end
  Draft open_;
};

}  // namespace

std::string heading_of(std::string_view title) {
  std::string line(ascii::trimmed(title));
  for (char& c : line) {
    c = c == '\n' || c == '\r' ? ' ' : c;
  }
  return line;
}

struct PassageCutter::State {
  explicit State(const Analyzer& analyzer) : boundaries(analyzer) {}
  HardBoundaries boundaries;
};

PassageCutter::PassageCutter(const Analyzer& analyzer) : state_(std::make_unique<State>(analyzer)) {}
PassageCutter::~PassageCutter() = default;

void PassageCutter::cut(std::string_view title, std::string_view text, const PassageTaker& take) {
  Packer packer(state_->boundaries, take);
  const std::string heading = heading_of(title);
  if (!heading.empty()) {
    packer.add({heading, count_words(heading), ParagraphRole::Heading});
  }
  for (const Paragraph& paragraph : split_paragraphs(text)) {
    packer.add(paragraph);
  }
  packer.finish();
}

std::vector<std::string> PassageCutter::cut(std::string_view title, std::string_view text) {
  std::vector<std::string> passages;
  cut(title, text, [&](std::string&& passage) { passages.push_back(std::move(passage)); });
  return passages;
}

std::vector<std::string> cut_passages(std::string_view title, std::string_view text) {
  const Analyzer analyzer;
  return PassageCutter(analyzer).cut(title, text);
}

}  // namespace nutgraf::passage
