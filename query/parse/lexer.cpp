// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"
#include "query/parse/characters.h"
#include "query/parse/field_name.h"
#include "query/parse/foreign.h"
#include "query/parse/operators.h"
#include "query/parse/query_error.h"

namespace nutgraf::parse {
namespace {

// Longer ones are words in capitals.
constexpr std::size_t kMaxAcronym = 6;
constexpr std::size_t kMaxEnding = 4;

/// "NATO:s", "EU:ssa": an acronym and its ending, no field.
bool is_inflected_acronym(std::string_view name, std::string_view ending) {
  const auto is_lower = [](char c) { return ascii::is_lower(c) || !ascii::is_ascii(c); };
  return name.size() > 1 && name.size() <= kMaxAcronym && std::all_of(name.begin(), name.end(), ascii::is_upper) &&
         !ending.empty() && ending.size() <= kMaxEnding && std::all_of(ending.begin(), ending.end(), is_lower);
}

/// "Leser:innen": a German noun, no field.
bool is_ending(std::string_view value) {
  return value == "in" || value == "innen" || value == "In" || value == "Innen";
}

struct Keyword {
  std::string_view text;
  LexemeKind kind = LexemeKind::End;
};
constexpr Keyword kKeywords[] = {
    {"AND", LexemeKind::And}, {"OR", LexemeKind::Or}, {"NOT", LexemeKind::Not}, {"WITHIN", LexemeKind::Within}};

const Keyword* find_keyword(std::string_view text) {
  const auto* const found = std::ranges::find(kKeywords, text, &Keyword::text);
  return found == std::end(kKeywords) ? nullptr : found;
}

bool is_operator(std::string_view text) {
  return find_keyword(text) != nullptr || find_operator(text.substr(0, text.find('/'))) != nullptr;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> run() {
    while (skip_blanks()) {
      item();
    }
    add(LexemeKind::End, {}, at_);
    return std::move(lexemes_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= query_.size(); }
  [[nodiscard]] char byte(std::size_t i) const { return i < query_.size() ? query_[i] : '\0'; }
  [[nodiscard]] bool blank_or_end(std::size_t i) const {
    return i >= query_.size() || unicode::is_space(utf8::decode(query_, i).code);
  }
  [[nodiscard]] bool quote_at(std::size_t i) const {
    return i < query_.size() && is_quote(utf8::decode(query_, i).code) && !is_gershayim(query_, i);
  }

  [[nodiscard]] bool opens_at(std::size_t i) const {
    return i < query_.size() && is_opening_bracket(utf8::decode(query_, i).code);
  }
  [[nodiscard]] bool closes_at(std::size_t i) const {
    return i < query_.size() && is_closing_bracket(utf8::decode(query_, i).code);
  }

  bool skip_blanks() {
    while (!at_end() && unicode::is_space(utf8::decode(query_, at_).code)) {
      at_ += utf8::decode(query_, at_).size;
    }
    return !at_end();
  }

  Lexeme& add(LexemeKind kind, std::string_view text, std::size_t begin) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.text = text;
    lexeme.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    lexemes_.push_back(std::move(lexeme));
    return lexemes_.back();
  }

  void item() {
    if (opens_at(at_) || closes_at(at_)) {
      bracket(opens_at(at_) ? LexemeKind::Open : LexemeKind::Close);
      return;
    }
    refuse_foreign_here();
    if (is_sign(at_)) {
      const char c = byte(at_);
      ++at_;
      add(c == '+' ? LexemeKind::Plus : LexemeKind::Minus, {}, at_ - 1);
      refuse_operator(c);
      refuse_foreign_here();
      operand();
    } else if (!operator_word()) {
      operand();
    }
  }

  void bracket(LexemeKind kind) {
    const std::size_t begin = at_;
    at_ += utf8::decode(query_, at_).size;
    add(kind, {}, begin);
  }

  void refuse_foreign_here() const {
    if (!opens_at(at_) && !quote_at(at_) && regex_end(at_) == 0) {
      refuse_foreign(query_, at_, lexemes_);
    }
  }

  void refuse_operator(char sign) const {
    const std::string_view text = query_.substr(at_, chunk_end(query_, at_) - at_);
    if (is_operator(text)) {
      throw QueryError(query_, at_, fmt::format("{} is an operator: it takes no {} before it", text, sign),
                       fmt::format("for the word itself write {}\"{}\"", sign, text));
    }
  }

  /// One + or - right before something; several of them are decoration.
  [[nodiscard]] bool is_sign(std::size_t i) const {
    const auto sign = [this](std::size_t k) { return byte(k) == '+' || byte(k) == '-'; };
    return sign(i) && !sign(i + 1) && !blank_or_end(i + 1) && !closes_at(i + 1);
  }

  void operand() {
    const std::size_t begin = at_;
    const char c = byte(at_);
    if (opens_at(at_)) {
      bracket(LexemeKind::Open);
    } else if (quote_at(at_)) {
      quoted(LexemeKind::Quoted, begin);
    } else if ((c == '~' || c == '=') && quote_at(at_ + 1)) {
      ++at_;
      quoted(c == '~' ? LexemeKind::Varying : LexemeKind::Surface, begin);
    } else if (regex_end(at_) != 0) {
      at_ = regex_end(at_) + 1;
      add(LexemeKind::Regex, query_.substr(begin + 1, at_ - begin - 2), begin);
    } else {
      require_no_flags(begin);
      chunk(begin);
    }
  }

  /// `/taiwan/i` of other tools.
  void require_no_flags(std::size_t begin) const {
    const std::size_t slash = closing_slash(begin);
    if (slash <= begin + 1) {
      return;
    }
    const std::string_view flags = query_.substr(slash + 1, chunk_end(query_, slash + 1) - slash - 1);
    const bool are_flags = !flags.empty() && flags.size() <= 3 &&
                           flags.find_first_not_of("gimsuvxy") == std::string_view::npos &&
                           flags.find_first_of("gi") != std::string_view::npos;
    if (are_flags) {
      throw QueryError(
          query_, slash + 1, fmt::format("a pattern takes no `{}` after its slash", flags),
          fmt::format("write {}: patterns do not distinguish case", query_.substr(begin, slash + 1 - begin)));
    }
  }

  /// The slash that ends a regular expression beginning here; 0 where none does.
  [[nodiscard]] std::size_t regex_end(std::size_t begin) const {
    const std::size_t slash = closing_slash(begin);
    return slash > begin + 1 && chunk_end(query_, slash + 1) == slash + 1 ? slash : 0;
  }

  /// The second of two slashes around a text without blanks; 0 where there are none.
  [[nodiscard]] std::size_t closing_slash(std::size_t begin) const {
    if (byte(begin) != '/') {
      return 0;
    }
    for (std::size_t i = begin + 1; !blank_or_end(i); i += utf8::decode(query_, i).size) {
      if (byte(i) == '\\' && !blank_or_end(i + 1)) {
        ++i;
      } else if (byte(i) == '/') {
        return i;
      }
    }
    return 0;
  }

  void quoted(LexemeKind kind, std::size_t begin) {
    const std::size_t quote = at_;
    const utf8::Decoded opening = utf8::decode(query_, at_);
    at_ += opening.size;
    const std::size_t inner = at_;
    while (!at_end() && (!closes(opening.code, utf8::decode(query_, at_).code) || is_gershayim(query_, at_))) {
      at_ += utf8::decode(query_, at_).size;
    }
    if (at_end()) {
      throw QueryError(query_, quote, "this quote is never closed",
                       "put the closing quote after the last word of the phrase");
    }
    const std::string_view text = query_.substr(inner, at_ - inner);
    at_ += utf8::decode(query_, at_).size;
    if (is_empty(text)) {
      throw QueryError(query_, quote, "there is nothing between these quotes");
    }
    add(kind, text, begin);
  }

  static bool is_empty(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); i += utf8::decode(text, i).size) {
      const char32_t c = utf8::decode(text, i).code;
      if (!unicode::is_space(c) && !is_quote(c)) {
        return false;
      }
    }
    return true;
  }

  void chunk(std::size_t begin) {
    const std::size_t end = chunk_end(query_, at_);
    const std::string_view text = query_.substr(begin, end - begin);
    if (text.size() > 1 && text[0] == '=') {
      at_ = end;
      add(LexemeKind::Exact, text.substr(1), begin);
    } else if (!field(text, begin)) {
      at_ = end;
      add(LexemeKind::Chunk, text, begin);
    }
  }

  /// name:value, name:"value" and name:( ); false where the chunk is no field.
  bool field(std::string_view text, std::size_t begin) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !looks_like_field(text.substr(0, colon))) {
      return false;
    }
    const std::string_view name = text.substr(0, colon);
    const std::string spelling = field_spelling(name);
    if (spelling.empty() && is_no_field(name, begin + colon + 1, begin + text.size())) {
      return false;
    }
    if (spelling.empty()) {
      throw unknown_field(query_, begin, name);
    }
    at_ = begin + colon + 1;
    add(LexemeKind::Field, spelling, begin);
    field_value(begin + text.size());
    return true;
  }

  /// river: (at the end), C:\temp, http://, NATO:s
  [[nodiscard]] bool is_no_field(std::string_view name, std::size_t value, std::size_t end) const {
    const bool has_value = value < end || quote_at(value) || opens_at(value);
    return !has_value || byte(value) == '/' || byte(value) == '\\' || is_ending(query_.substr(value, end - value)) ||
           (field_elsewhere(name).empty() && is_inflected_acronym(name, query_.substr(value, end - value)));
  }

  /// `end` is that of the chunk. A bracket is left to be the next lexeme.
  void field_value(std::size_t end) {
    const std::string& name = lexemes_.back().text;
    if (at_ == end && opens_at(at_)) {
      return;
    }
    if (at_ == end && !quote_at(at_)) {
      throw QueryError(query_, lexemes_.back().span.begin, fmt::format("{}: needs a value right after the colon", name),
                       fmt::format("a word or words in quotes, for example {}:\"...\"", name));
    }
    refuse_foreign_value(query_, name, at_);
    if (quote_at(at_)) {
      quoted(LexemeKind::Quoted, at_);
      return;
    }
    const std::size_t value = at_;
    at_ = end;
    add(LexemeKind::Chunk, query_.substr(value, end - value), value);
  }

  bool operator_word() {
    const std::size_t begin = at_;
    const std::size_t end = chunk_end(query_, at_);
    const std::string_view text = query_.substr(begin, end - begin);
    const Keyword* const keyword = find_keyword(text);
    if (keyword == nullptr) {
      return closeness(text, begin);
    }
    at_ = end;
    if (keyword->kind == LexemeKind::Within) {
      within(begin);
    } else {
      add(keyword->kind, text, begin);
    }
    return true;
  }

  bool closeness(std::string_view text, std::size_t begin) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::string_view name = text.substr(0, slash);
    const ClosenessOperator* const found = find_operator(name);
    if (found == nullptr) {
      return false;
    }
    const std::string_view digits = slash < text.size() ? text.substr(slash + 1) : std::string_view();
    std::uint32_t distance = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), distance);
    if (error != std::errc() || end != digits.data() + digits.size() || distance == 0 || distance > kMaxDistance) {
      throw QueryError(query_, begin + std::min(slash + 1, text.size() - 1),
                       fmt::format("{} needs a distance, a number from 1 to {}", name, kMaxDistance),
                       fmt::format("write a {}/5 b; for the word itself write \"{}\"", name, name));
    }
    at_ = begin + text.size();
    Lexeme& lexeme = add(LexemeKind::Near, name, begin);
    lexeme.closeness = found->closeness;
    lexeme.distance = distance;
    return true;
  }

  /// The unit after WITHIN.
  void within(std::size_t begin) {
    skip_blanks();
    const std::size_t word = at_;
    const std::string_view name = query_.substr(word, chunk_end(query_, word) - word);
    const auto* const unit = std::ranges::find(kTextUnits, name, &TextUnitName::name);
    if (unit == std::end(kTextUnits)) {
      throw QueryError(query_, begin, "WITHIN needs sentence, paragraph or article and then what must occur in one",
                       "write WITHIN sentence (a b); for the word itself write \"WITHIN\"");
    }
    at_ = word + name.size();
    add(LexemeKind::Within, name, begin).unit = unit->unit;
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace nutgraf::parse
