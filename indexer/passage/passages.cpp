// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/passages.h"

#include <cstdint>
#include <span>

#include "indexer/passage/hard_edges.h"
#include "indexer/passage/paragraphs.h"
#include "indexer/passage/sentence_cutter.h"

namespace nutgraf {
namespace {

constexpr Quarters kEnough = 60 * kWord;  // a heading opens a new passage after that many words
constexpr Quarters kScant = 40 * kWord;   // fewer are no passage of their own if it can be helped
constexpr Quarters kSlack = 200 * kWord;  // to this a passage may grow for it

/// A paragraph or a piece of one; `Rest` goes on with the paragraph of the piece before.
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
  explicit Packer(HardEdges& edges) : edges_(edges) {}

  void add(const Paragraph& paragraph) {
    const bool heading = paragraph.role == ParagraphRole::Heading;
    if (heading && open_.words >= kEnough) {
      close();
    }
    if (open_.words + paragraph.words > kMaxPassage && open_.words >= kScant) {
      close();
    }
    if (open_.words + paragraph.words <= (paragraph.words > kMaxPassage ? kMaxPassage : kSlack)) {
      open_.add({paragraph.text, paragraph.words, heading ? Part::Heading : Part::Paragraph});
    } else {
      cut(paragraph.text);
    }
  }

  std::vector<std::string> finish() {
    if (!open_.pieces.empty()) {
      passages_.push_back(std::move(open_));
    }
    merge_scant_end();
    std::vector<std::string> texts;
    texts.reserve(passages_.size());
    for (const Draft& passage : passages_) {
      texts.push_back(passage.text());
    }
    return texts;
  }

 private:
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
    passages_.push_back(std::move(open_));
    open_ = std::move(next);
  }

  /// The first piece of a long paragraph joins what is open, the last one stays open.
  void cut(std::string_view paragraph) {
    SentenceCutter cutter(edges_, paragraph);
    Part part = Part::Paragraph;
    while (!cutter.is_done()) {
      const SentenceCutter::Piece piece = cutter.next(open_.words);
      open_.add({trimmed(piece.text), piece.words, part});
      part = Part::Rest;
      if (!cutter.is_done()) {
        close();
      }
    }
  }

  /// A few words at the end ("Reporting by ...") go with the passage before them.
  void merge_scant_end() {
    if (passages_.size() < 2) {
      return;
    }
    const Draft& last = passages_.back();
    Draft& before = passages_[passages_.size() - 2];
    if (last.words < kScant && before.words + last.words <= kSlack && last.pieces.front().part != Part::Heading) {
      for (const Piece& piece : last.pieces) {
        before.add(piece);
      }
      passages_.pop_back();
    }
  }

  HardEdges& edges_;
  std::vector<Draft> passages_;
  Draft open_;
};

/// A title is one line, so that it is one paragraph.
std::string one_line(std::string_view title) {
  std::string line(trimmed(title));
  for (char& c : line) {
    c = c == '\n' || c == '\r' ? ' ' : c;
  }
  return line;
}

}  // namespace

struct PassageCutter::State {
  explicit State(const Analyzer& analyzer) : edges(analyzer) {}
  HardEdges edges;
};

PassageCutter::PassageCutter(const Analyzer& analyzer) : state_(std::make_unique<State>(analyzer)) {}
PassageCutter::~PassageCutter() = default;

std::vector<std::string> PassageCutter::cut(std::string_view title, std::string_view text) {
  Packer packer(state_->edges);
  const std::string heading = one_line(title);
  if (!heading.empty()) {
    packer.add({heading, count_words(heading), ParagraphRole::Heading});
  }
  for (const Paragraph& paragraph : split_paragraphs(text)) {
    packer.add(paragraph);
  }
  return packer.finish();
}

std::vector<std::string> cut_passages(std::string_view title, std::string_view text) {
  const Analyzer analyzer;
  return PassageCutter(analyzer).cut(title, text);
}

}  // namespace nutgraf
