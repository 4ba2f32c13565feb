// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/run_pattern.h"

#include "query/bind/wildcard_letters.h"

namespace nutgraf::bind {
namespace {

bool is_in_run(const Analysis& analysis, std::size_t token) {
  return token + 1 < analysis.tokens.size() && analysis.tokens[token + 1].kind == TokenKind::Bigram;
}

class RunReader {
 public:
  RunReader(std::string_view marked, const Analysis& analysis) : marked_(marked), analysis_(analysis) {}

  std::vector<RunPart> read() {
    bool characters = false;
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      const Token& token = analysis_.tokens[i];
      if (token.kind != TokenKind::Word) {
        continue;
      }
      const std::string signs = with_signs(analysis_.term(token));
      if (is_in_run(analysis_, i)) {
        characters = true;
        word(token);
      } else if (signs.find_first_not_of("*?") == std::string::npos) {
        wildcards(token, signs);
      } else {
        return {};
      }
      end_ = token.span.end;
    }
    return characters ? std::move(parts_) : std::vector<RunPart>();
  }

 private:
  [[nodiscard]] bool is_attached(const Token& token) const { return !parts_.empty() && token.span.begin == end_; }

  void word(const Token& token) {
    const bool goes_on = is_attached(token) && !after_wildcard_;
    if (!goes_on) {
      parts_.emplace_back();
      parts_.back().open_begin = leading_star_ && token.span.begin == end_;
    }
    parts_.back().words.emplace_back(marked_.substr(token.span.begin, token.span.end - token.span.begin));
    after_wildcard_ = leading_star_ = false;
  }

  void wildcards(const Token& token, const std::string& signs) {
    const bool before = is_attached(token) && !is_any_character(parts_.back());
    const bool behind = token.span.end < marked_.size() && starts_word_at(token.span.end);
    const bool star = signs == "*";
    if (star && before && !behind) {
      parts_.back().open_end = true;
    } else if (star && behind && !before) {
      leading_star_ = true;
    } else {
      for (const char sign : signs) {
        parts_.push_back({{}, false, false, sign == '*'});
      }
    }
    after_wildcard_ = true;
  }

  /// Does a word of the run begin at this byte?
  [[nodiscard]] bool starts_word_at(std::uint32_t byte) const {
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      if (analysis_.tokens[i].kind == TokenKind::Word && analysis_.tokens[i].span.begin == byte) {
        return is_in_run(analysis_, i);
      }
    }
    return false;
  }

  std::string_view marked_;
  const Analysis& analysis_;
  std::vector<RunPart> parts_;
  std::uint32_t end_ = 0;        // of the last token
  bool after_wildcard_ = false;  // the last token was one
  bool leading_star_ = false;    // one that belongs to the next word
};

}  // namespace

std::vector<RunPart> run_parts(std::string_view marked, const Analysis& analysis) {
  return RunReader(marked, analysis).read();
}

}  // namespace nutgraf::bind
