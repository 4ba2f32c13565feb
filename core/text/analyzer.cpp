// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/analyzer.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <limits>

#include "core/base/failure.h"
#include "core/text/cjk_runs.h"
#include "core/text/emoji.h"
#include "core/text/fold.h"
#include "core/text/gaps.h"
#include "core/text/symbol_words.h"
#include "core/text/token_writer.h"
#include "core/text/unfold.h"
#include "core/text/words.h"

namespace nutgraf {
namespace {

/// Offsets into a text and into its terms have 32 bits; folding makes no more than twice the bytes of real text.
constexpr std::size_t kMaxText = std::numeric_limits<std::uint32_t>::max() / 4;

enum class Walked : std::uint8_t { Whole, UpToUnfolding };

/// One pass over a text, from gap to word to gap.
class TextWalk {
 public:
  TextWalk(std::string_view text, CjkRunReader& runs, Analysis& out)
      : text_(text), words_(table_, text), gaps_(table_, text), runs_(runs), out_(out), writer_(table_, text, out) {}

  /// Stops at a character that must be written out before words are cut.
  Walked walk() {
    Gap gap = gaps_.read(0);
    while (gap.next < text_.size()) {
      const Glyph glyph = table_.at(text_, gap.next);
      if (glyph.character->kind == CharClass::Unfolds) {
        return Walked::UpToUnfolding;
      }
      if (gap.stop != StopSign::None || gap.lines != Lines::Same) {
        writer_.boundary(boundary_between(writer_.before(), gap, *glyph.character));
      }
      gap = gaps_.read(read_token(glyph, gap.next));
    }
    writer_.finish();
    return Walked::Whole;
  }

 private:
  std::uint32_t read_token(const Glyph& glyph, std::uint32_t at) {
    const CharClass kind = glyph.character->kind;
    if (WordReader::begins_word(kind)) {
      return read_word(at);
    }
    writer_.end_chain();
    if (kind == CharClass::Emoji || kind == CharClass::Flag) {
      return read_emoji(glyph, at);
    }
    const std::uint32_t end = runs_.read(table_, text_, at);
    writer_.run(runs_);
    return end;
  }

  std::uint32_t read_word(std::uint32_t at) {
    WordShape word = words_.read(at, out_.terms);
    if (word.term.begin == word.term.end) {
      writer_.end_chain();
      return word.next;
    }
    if ((word.flags & chars::kInner) != 0) {
      words_.keep_elided(word, out_.terms);
    }
    const Symbols symbols =
        may_extend(text_, word.next) ? extend_by_symbols(words_, text_, word, out_.terms) : Symbols::None;
    if (may_have_possessive(text_, word.next)) {
      take_possessive(words_, text_, word, out_.terms);
    }
    writer_.word(word, symbols);
    return word.next;
  }

  std::uint32_t read_emoji(const Glyph& glyph, std::uint32_t at) {
    const Emoji emoji = emoji_at(table_, text_, at);
    if (emoji.span.end != emoji.span.begin) {
      writer_.emoji(emoji.span);
    }
    return std::max(emoji.next, at + glyph.size);
  }

  const CharacterTable& table_ = CharacterTable::instance();
  std::string_view text_;
  WordReader words_;
  GapReader gaps_;
  CjkRunReader& runs_;
  Analysis& out_;
  TokenWriter writer_;
};

void require_short(std::string_view text) {
  if (text.size() > kMaxText) {
    throw Failure(ExitCode::Failed, "a text of " + std::to_string(text.size()) + " bytes is too long to analyse",
                  "split it: at most 1 GiB each");
  }
}

std::string dotted(const UVersionInfo& version) {
  return std::to_string(version[0]) + "." + std::to_string(version[1]);
}

}  // namespace

struct Analyzer::Scratch::State {
  CjkRunReader runs;
};

Analyzer::Scratch::Scratch() : state_(std::make_unique<State>()) {}
Analyzer::Scratch::~Scratch() = default;
Analyzer::Scratch::Scratch(Scratch&&) noexcept = default;
Analyzer::Scratch& Analyzer::Scratch::operator=(Scratch&&) noexcept = default;

void Analyzer::analyze(std::string_view text, Scratch& scratch, Analysis& out) const {
  require_short(text);
  out.clear();
  if (TextWalk(text, scratch.state_->runs, out).walk() == Walked::Whole) {
    return;
  }
  const UnfoldedText unfolded(text);
  require_short(unfolded.text());
  out.clear();
  TextWalk(unfolded.text(), scratch.state_->runs, out).walk();
  unfolded.restore(out);
}

std::string Analyzer::fold(std::string_view word) const {
  std::string term;
  append_fold(word, LetterCase::Folded, term);
  return term;
}

std::string Analyzer::description() {
  return "nutgraf-3";
}

std::string Analyzer::icu_version() {
  UVersionInfo version{};
  u_getVersion(version);
  return dotted(version);
}

std::string Analyzer::unicode_version() {
  UVersionInfo version{};
  u_getUnicodeVersion(version);
  return dotted(version);
}

}  // namespace nutgraf
