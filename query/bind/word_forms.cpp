// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/word_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/index/class_table.h"
#include "core/schema/terms.h"

namespace nutgraf {

/// One word of a text with its other terms.
struct WordForms::Piece {
  static constexpr std::size_t kNoCompound = std::numeric_limits<std::size_t>::max();
  std::string written;
  std::string word;
  std::string variant;     // without possessive, separators or stops; empty = none
  std::string exact_case;  // value of the XC: term; empty = none
  bool capitals = false;
  std::size_t compound = kNoCompound;  // number of the compound that it is part of
  std::string joined;                  // of that compound
};

namespace {

// Where the index does not hold a word, so many of its words are looked at for a relative.
constexpr int kMaxScannedTerms = 20000;
// Relatives differ in length by no more bytes than this.
constexpr std::size_t kMaxLengthApart = 8;
// A query of so many words, all in capitals, is capital text.
constexpr int kCapitalText = 4;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A number or a dotted acronym: its variant says the same. A possessive's variant says less.
bool is_same_word(const std::string& word, const std::string& variant) {
  if (std::any_of(word.begin(), word.end(), is_digit)) {
    return true;
  }
  std::string plain = word;
  plain.erase(std::remove(plain.begin(), plain.end(), '.'), plain.end());
  return plain == variant;
}

std::vector<std::string> split(const std::string& open_form) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= open_form.size();) {
    const std::size_t end = std::min(open_form.find(' ', begin), open_form.size());
    if (end > begin) {
      words.push_back(open_form.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return words;
}

std::string body_term(const std::string& word) {
  return schema::make_term({}, word);
}

std::string exact_case_term(const std::string& word) {
  return schema::make_term(schema::kExactCasePrefix, word);
}

void add_form(BoundWord& word, Form form) {
  const bool known = std::any_of(word.forms.begin(), word.forms.end(), [&](const Form& f) {
    return f.terms == form.terms && (f.language.empty() || f.language == form.language);
  });
  if (!known) {
    word.forms.push_back(std::move(form));
  }
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Relatives begin alike, but for an accent: the first character, and for a plain letter the accented ones.
std::vector<std::string> beginnings_of_relatives(const std::string& word) {
  std::size_t end = 1;
  while (end < word.size() && continues_character(word[end])) {
    ++end;
  }
  std::vector<std::string> beginnings{word.substr(0, end)};
  if (word[0] >= 'a' && word[0] <= 'z') {
    beginnings.insert(beginnings.end(), {"\xC3", "\xC4", "\xC5"});  // U+00C0 to U+017F
  }
  return beginnings;
}

}  // namespace

std::vector<WordForms::Piece> WordForms::pieces_of(std::string_view text) {
  analyzer_.analyze(text, scratch_, analysis_);
  std::vector<Piece> pieces;
  std::vector<std::size_t> piece_of_token(analysis_.tokens.size());
  for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
    const Token& token = analysis_.tokens[i];
    if (token.kind == TokenKind::Word) {
      Piece& piece = pieces.emplace_back();
      piece.written = text.substr(token.span.begin, token.span.end - token.span.begin);
      piece.word = analysis_.term(token);
      piece.capitals = token.written == WrittenAs::AllCaps || token.written == WrittenAs::InCapitalText;
    } else if (!pieces.empty() && token.kind == TokenKind::Variant && pieces.back().variant.empty()) {
      pieces.back().variant = analysis_.term(token);
    } else if (!pieces.empty() && token.kind == TokenKind::ExactCase) {
      pieces.back().exact_case = analysis_.term(token);
    }
    piece_of_token[i] = pieces.empty() ? 0 : pieces.size() - 1;
  }
  for (std::size_t c = 0; c < analysis_.compounds.size(); ++c) {
    const Compound& compound = analysis_.compounds[c];
    for (std::size_t p = piece_of_token[compound.first]; p <= piece_of_token[compound.last]; ++p) {
      pieces[p].compound = c;
      pieces[p].joined = analysis_.view(compound.joined);
    }
  }
  for (Piece& piece : pieces) {
    find_exact_case(piece);
  }
  return pieces;
}

/// A query is often capitals alone, and then its words have no exact-case term: ask for it among other words.
void WordForms::find_exact_case(Piece& piece) {
  if (!piece.capitals || !piece.exact_case.empty()) {
    return;
  }
  static constexpr std::string_view kAround = "they said that the ";
  Analysis among;
  analyzer_.analyze(std::string(kAround) + piece.written + " was there", scratch_, among);
  for (const Token& token : among.tokens) {
    if (token.kind == TokenKind::ExactCase && token.span.begin >= kAround.size()) {
      piece.exact_case = among.term(token);
    }
  }
}

void WordForms::look_at_capitals(std::string_view words) {
  analyzer_.analyze(words, scratch_, analysis_);
  int capitals = 0;
  int others = 0;
  for (const Token& token : analysis_.tokens) {
    if (token.kind == TokenKind::Word && token.written != WrittenAs::Uncased) {
      const bool single = token.span.end - token.span.begin == 1;  // A, I
      const bool in_capitals = token.written == WrittenAs::AllCaps || token.written == WrittenAs::InCapitalText;
      capitals += in_capitals ? 1 : 0;
      others += in_capitals || (single && token.written == WrittenAs::LeadingCapital) ? 0 : 1;
    }
  }
  capital_text_ = capitals >= kCapitalText && others == 0;
}

BoundUnit WordForms::read(std::string_view text, Reading reading) {
  BoundUnit unit;
  unit.text = text;
  unit.parts = parts_of(pieces_of(text), reading);
  return unit;
}

std::vector<BoundWord> WordForms::parts_of(const std::vector<Piece>& pieces, Reading reading) {
  std::vector<BoundWord> parts;
  const auto same_compound = [&](std::size_t a, std::size_t b) {
    return pieces[a].compound != Piece::kNoCompound && pieces[a].compound == pieces[b].compound;
  };
  const bool alone = !pieces.empty() && (pieces.size() == 1 || same_compound(0, pieces.size() - 1));
  // Words glued together (desk@example.org) are a phrase; only a word by itself has relatives.
  const Reading inner = reading == Reading::Chunk && !alone ? Reading::Phrase : reading;
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin + 1;
    while (end < pieces.size() && same_compound(begin, end)) {
      ++end;
    }
    if (end > begin + 1 && reading != Reading::Surface) {
      parts.push_back(compound(
          {pieces.begin() + static_cast<std::ptrdiff_t>(begin), pieces.begin() + static_cast<std::ptrdiff_t>(end)},
          inner));
    } else {
      for (; begin < end; ++begin) {
        parts.push_back(word(pieces[begin], inner));
      }
    }
    begin = end;
  }
  return parts;
}

BoundWord WordForms::word(const Piece& piece, Reading reading) {
  const bool varies = reading == Reading::Chunk || reading == Reading::VaryingPhrase;
  const bool use_variant =
      !piece.variant.empty() && reading != Reading::Surface && (varies || is_same_word(piece.word, piece.variant));
  const std::string& head = use_variant ? piece.variant : piece.word;
  if (varies && piece.capitals && !capital_text_) {
    return capitals(piece, head);
  }
  BoundWord word;
  word.text = piece.written;
  word.forms.push_back({{body_term(head)}, {}, FormKind::Typed});
  if (varies) {
    add_class(word, head);
  }
  if (reading != Reading::Surface) {
    add_compounds(word);
  }
  return word;
}

BoundWord WordForms::compound(const std::vector<Piece>& pieces, Reading reading) {
  BoundWord word;
  Form open;
  for (const Piece& piece : pieces) {
    word.text += word.text.empty() ? "" : "-";
    word.text += piece.written;
    const bool use_variant = !piece.variant.empty() && is_same_word(piece.word, piece.variant);
    open.terms.push_back(body_term(use_variant ? piece.variant : piece.word));
  }
  word.forms.push_back(std::move(open));
  word.forms.push_back({{body_term(pieces.front().joined)}, {}, FormKind::Compound});
  if (reading == Reading::Chunk || reading == Reading::VaryingPhrase) {
    add_class(word, pieces.front().joined);
  }
  add_compounds(word);
  return word;
}

/// An acronym has no relatives: XC: where it tells the acronym from a word (WHO, who), else the folded form (NATO,
/// Nato).
BoundWord WordForms::capitals(const Piece& piece, const std::string& head) {
  CaseCounts counts;
  for (const LanguageCount& l : lexicon_.contract().languages) {
    for (const std::string& value : lexicon_.metadata(case_metadata_key(l.language, head))) {
      counts += decode_counts(value);
    }
  }
  BoundWord word;
  word.text = piece.written;
  const std::string written =
      fmt::format("{} in lower case, {} with a capital, {} in capitals, {} in capital text", counts.lower,
                  counts.leading_capital, counts.all_caps, counts.in_capital_text);
  const std::string exact = piece.exact_case.empty() ? std::string() : exact_case_term(piece.exact_case);
  if (!exact.empty() && counts.lower + counts.in_capital_text > counts.leading_capital && lexicon_.has_term(exact)) {
    word.forms.push_back({{exact}, {}, FormKind::Typed});
    word.decision = "acronym only (" + written + ")";
  } else {
    word.forms.push_back({{body_term(head)}, {}, FormKind::Typed});
    word.decision = "any case (" + written + ")";
  }
  return word;
}

std::string WordForms::filter_of(const std::string& language) const {
  return lexicon_.contract().languages.size() > 1 ? language : std::string();
}

std::vector<std::string> WordForms::members(const std::string& language, const std::string& key) const {
  std::vector<std::string> all;
  for (const std::string& value : lexicon_.metadata(class_metadata_key(language, key))) {
    std::vector<std::string> some = decode_list(value);
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return all;
}

void WordForms::add_members(BoundWord& word, const std::vector<std::string>& members, const std::string& language) {
  for (const std::string& member : members) {
    add_form(word, {{body_term(member)}, filter_of(language), FormKind::Relative});
  }
}

/// The class of a language counts where the form typed occurs in that language, or in none at all.
void WordForms::add_class(BoundWord& word, const std::string& head) {
  struct Class {
    std::string language;
    std::vector<std::string> members;
  };
  std::vector<Class> strangers;
  bool occurs = false;
  for (const LanguageCount& l : lexicon_.contract().languages) {
    Class found{l.language, members(l.language, keys_.key(l.language, head))};
    if (std::find(found.members.begin(), found.members.end(), head) != found.members.end()) {
      occurs = true;
      add_members(word, found.members, l.language);
    } else {
      strangers.push_back(std::move(found));
    }
  }
  if (occurs || lexicon_.has_term(body_term(head))) {
    return;
  }
  int left = kMaxScannedTerms;
  for (const Class& stranger : strangers) {
    if (stranger.members.empty()) {
      add_unlisted(word, head, stranger.language, left);
    } else {
      add_members(word, stranger.members, stranger.language);
    }
  }
}

/// A class of one word is not listed: `apple` must find the only form there is, `apples`.
void WordForms::add_unlisted(BoundWord& word, const std::string& head, const std::string& language, int& left) {
  if (!ClassKeys::has_rules(language)) {
    return;
  }
  const std::string key = keys_.key(language, head);
  const auto take = [&](const std::string& term) {
    const bool alike = term.size() <= head.size() + kMaxLengthApart && head.size() <= term.size() + kMaxLengthApart;
    if (alike && keys_.key(language, term) == key) {
      add_form(word, {{term}, filter_of(language), FormKind::Relative});
    }
    return --left > 0;
  };
  for (const std::string& beginning : beginnings_of_relatives(head)) {
    if (left > 0) {
      lexicon_.terms_from(beginning, take);
    }
  }
}

/// Every joined form also stands for its hyphenated and open ones.
void WordForms::add_compounds(BoundWord& word) {
  const std::size_t count = word.forms.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (word.forms[i].terms.size() > 1) {
      continue;
    }
    const std::string joined = word.forms[i].terms.front();
    const std::string language = word.forms[i].language;
    for (const std::string& value : lexicon_.metadata(compound_metadata_key(joined))) {
      for (const std::string& open_form : decode_list(value)) {
        Form form{split(open_form), language, FormKind::Compound};
        std::transform(form.terms.begin(), form.terms.end(), form.terms.begin(), body_term);
        if (!form.terms.empty()) {
          add_form(word, std::move(form));
        }
      }
    }
  }
}

}  // namespace nutgraf
