// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/word_regex.h"

#include <re2/re2.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

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
