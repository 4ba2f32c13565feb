// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/word_regex.h"

#include <re2/re2.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

namespace nutgraf::bind {
namespace {

// An expression that needs more is refused: counted repetitions multiply.
constexpr std::int64_t kMaxMemory = 8 << 20;

re2::RE2::Options word_options() {
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_case_sensitive(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// Folds what an expression says literally, from left to right.
class ExpressionFolder {
 public:
  explicit ExpressionFolder(std::string_view expression) : given_(expression) {}

  std::string fold() {
    while (at_ < given_.size()) {
      const char c = given_[at_];
      if (c == '\\' && at_ + 1 < given_.size()) {
        const std::size_t size = 1 + utf8::decode(given_, at_ + 1).size;
        copy(size);
      } else if (stretch_bytes() > 0) {
        stretch();
      } else {
        in_class_ = c == '[' || (in_class_ && c != ']');
        copy(1);
      }
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t bytes) {
    out_ += given_.substr(at_, bytes);
    at_ += bytes;
  }

  [[nodiscard]] std::size_t bytes_beyond_ascii(std::size_t from) const {
    std::size_t end = from;
    while (end < given_.size() && !ascii::is_ascii(given_[end])) {
      ++end;
    }
    return end - from;
  }

  /// Of the characters beyond ASCII that begin here, with the letter before them that their first one is a mark of; a
  /// character of a class or before a quantifier by itself.
  [[nodiscard]] std::size_t stretch_bytes() const {
    const std::size_t base = ascii::is_letter(given_[at_]) ? 1 : 0;
    const std::size_t size = bytes_beyond_ascii(at_ + base);
    const bool is_mark = size > 0 && unicode::extends_character(utf8::decode(given_, at_ + base).code);
    if (size == 0 || (base > 0 && !is_mark)) {
      return 0;
    }
    return in_class_ ? base + utf8::decode(given_, at_ + base).size : base + size;
  }

  void stretch() {
    const std::size_t size = stretch_bytes();
    const std::string_view written = given_.substr(at_, size);
    at_ += size;
    const bool repeated = at_ < given_.size() && std::string_view("*?+{").find(given_[at_]) != std::string_view::npos;
    if (repeated && !in_class_) {
      const std::size_t last = last_character(written);
      out_ += folded_literal(written.substr(0, last)) + "(?:" + folded_literal(written.substr(last)) + ")";
      return;
    }
    const std::string folded = folded_literal(written);
    // A class is of single characters.
    out_ += in_class_ && utf8::count(folded) != 1 ? std::string(written) : folded;
  }

  /// Signs that folding makes are no syntax.
  static std::string folded_literal(std::string_view written) {
    std::string folded;
    append_fold(written, LetterCase::Folded, folded);
    return re2::RE2::QuoteMeta(piece(folded));
  }

  /// Where the last character begins, with its marks.
  static std::size_t last_character(std::string_view text) {
    std::size_t at = utf8::floor(text, text.size() - 1);
    while (at > 0 && unicode::extends_character(utf8::decode(text, at).code)) {
      at = utf8::floor(text, at - 1);
    }
    return at;
  }

  std::string_view given_;
  std::size_t at_ = 0;
  bool in_class_ = false;
  std::string out_;
};

}  // namespace

struct WordRegex::State {
  explicit State(std::string_view expression) : regex(piece(expression), word_options()) {}
  re2::RE2 regex;
};

WordRegex::WordRegex(std::string_view expression) : state_(std::make_unique<State>(expression)) {
  if (!state_->regex.ok()) {
    error_ = state_->regex.error();
    const std::size_t at = expression.find(state_->regex.error_arg());
    error_byte_ = at == std::string_view::npos ? 0 : at;
  }
}

WordRegex::~WordRegex() = default;

bool WordRegex::matches(std::string_view word) const {
  return re2::RE2::FullMatch(piece(word), state_->regex);
}

std::string folded_expression(std::string_view expression) {
  if (std::ranges::all_of(expression, ascii::is_ascii)) {
    return std::string(expression);
  }
  return ExpressionFolder(expression).fold();
}

std::string_view regex_beginning(std::string_view expression) {
  if (expression.find('|') != std::string_view::npos) {
    return {};
  }
  std::size_t end = 0;
  std::size_t before = 0;  // where the last character of it begins
  while (end < expression.size() && ascii::is_word_byte(expression[end])) {
    before = end;
    end += utf8::decode(expression, end).size;
  }
  const bool repeated =
      end < expression.size() && std::string_view("*?+{").find(expression[end]) != std::string_view::npos;
  return expression.substr(0, repeated ? before : end);
}

}  // namespace nutgraf::bind
