// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/word_forms.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/index/class_table.h"
#include "core/schema/terms.h"
#include "core/text/accents.h"
#include "core/text/unicode.h"
#include "core/text/variants.h"

namespace nutgraf::bind {

namespace {

// Words of earlier queries that are kept: the many queries of a batch share most of theirs.
constexpr std::size_t kMostCached = 10000;

// Parts of a hyphenated word rank beside it with this share of their weight, with more where the index lacks the whole.
// Chosen once over all judged collections.
constexpr double kPartShare = 0.3;
constexpr double kLonePartShare = 0.5;

/// A number or a dotted acronym: its variant says the same. The variant of a word with an ending says less.
bool is_same_word(const std::string& word, const std::string& variant) {
  if (without_possessive(word).size() != word.size() || word.starts_with(variant + "'")) {
    return false;
  }
  if (std::any_of(word.begin(), word.end(), ascii::is_digit)) {
    return true;
  }
  std::string plain = word;
  plain.erase(std::remove(plain.begin(), plain.end(), '.'), plain.end());
  return plain == variant;
}

std::string body_term(const std::string& word) {
  return schema::make_term({}, word);
}

std::string exact_case_term(const std::string& word) {
  return schema::make_term(schema::kExactCasePrefix, word);
}

BoundWord dictionary_word(const QueryRun& run, const QueryRun::Word& word) {
  const Form form{{body_term(word.term)}, {}, FormKind::Typed, static_cast<std::uint32_t>(word.count)};
  BoundWord bound{word.term, {form}, {}, {}};
  const std::size_t pairs = run.bigrams.size() - 1;  // the last is one character
  for (std::size_t i = word.first; i < std::min(word.first + word.count, pairs); ++i) {
    bound.bigrams.push_back(schema::make_term(schema::kBigramPrefix, run.bigrams[i]));
  }
  return bound;
}

/// Does a character of a text end here? A vowel sign or tone mark would go on with it.
bool ends_character(std::string_view text, std::size_t at) {
  return at >= text.size() || !unicode::extends_character(utf8::decode(text, at).code);
}

/// The noun after an elided article is meant.
void drop_elided(std::vector<QueryToken>& tokens) {
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(), [](const QueryToken& p) { return p.elided; }),
               tokens.end());
}

/// Outside of quotes 50% is the number.
void drop_amounts(std::vector<QueryToken>& tokens) {
  for (QueryToken& token : tokens) {
    token.amount.clear();
  }
}

}  // namespace

void WordForms::look_at(std::string_view words, std::vector<std::string> languages, Elision elision) {
  elision_ = elision;
  const std::vector<QueryToken> tokens = tokenizer_.read(words);
  capital_text_ = acronyms_.is_capital_text(tokens);
  const bool accents =
      std::any_of(tokens.begin(), tokens.end(), [](const QueryToken& p) { return has_accents(p.word); });
  if (expander_.ask_for(std::move(languages),
                        accents ? TermExpander::Accents::Present : TermExpander::Accents::Absent)) {
    cache_.clear();
  }
}

Clause WordForms::read(std::string_view text, Reading reading) {
  Clause clause;
  clause.text = text;
  std::vector<QueryToken> tokens = tokenizer_.read(text);
  if (reading == Reading::Chunk && elision_ == Elision::Dropped) {
    drop_elided(tokens);
  }
  if (reading == Reading::Chunk || reading == Reading::Whole) {
    drop_amounts(tokens);
  }
  if (std::optional<BoundWord> acronym = lone_acronym(tokens, reading)) {
    clause.parts.push_back(std::move(*acronym));
  } else {
    clause.parts = parts_of(tokens, reading);
  }
  return clause;
}

/// "US" and =US are no wider than US.
std::optional<BoundWord> WordForms::lone_acronym(const std::vector<QueryToken>& tokens, Reading reading) const {
  const bool exact = reading == Reading::Phrase || reading == Reading::Surface;
  if (!exact || tokens.size() != 1 || tokens.front().letter_case != TokenCase::Capitals || capital_text_) {
    return std::nullopt;
  }
  const QueryToken& token = tokens.front();
  const bool is_written_so = token.variant.empty();
  // =U.S. has its stops, "U.S.'s" its ending.
  if (!is_written_so && (reading == Reading::Surface || !is_same_word(token.word, token.variant))) {
    return std::nullopt;
  }
  Acronyms::Reading acronym = acronyms_.read(is_written_so ? token.word : token.variant, token.exact_case);
  if (!acronym.capitals_only) {
    return std::nullopt;
  }
  BoundWord word;
  word.text = token.written;
  word.forms.push_back({{exact_case_term(token.exact_case)}, {}, FormKind::Typed});
  word.decision = std::move(acronym.decision);
  return word;
}

std::vector<Clause> WordForms::read_words(std::string_view text) {
  std::vector<Clause> clauses;
  std::vector<QueryToken> tokens = tokenizer_.read(text);
  drop_elided(tokens);
  for (auto token = tokens.begin(); token != tokens.end(); ++token) {
    const bool begins_compound = token->compound != QueryToken::kNoCompound &&
                                 (token == tokens.begin() || std::prev(token)->compound != token->compound);
    if (begins_compound) {
      add_joined(*token, clauses);
    }
    if (token->run.empty()) {
      clauses.push_back({token->written, {word(*token, Reading::Chunk)}});
    }
    for (const QueryRun::Word& part : token->run.words) {
      BoundWord word = dictionary_word(token->run, part);
      if (part.count > 1) {
        word = {part.term, run_forms(token->run, part, Next::Nothing), {}, {std::move(word)}};
      }
      clauses.push_back({part.term, {std::move(word)}});
    }
  }
  return clauses;
}

std::vector<Clause> WordForms::read_parts(std::string_view text) {
  std::vector<Clause> clauses;
  const std::vector<QueryToken> tokens = tokenizer_.read(text);
  const bool one_compound = std::all_of(tokens.begin(), tokens.end(), [&tokens](const QueryToken& token) {
    return token.compound != QueryToken::kNoCompound && token.compound == tokens.front().compound;
  });
  if (!one_compound) {
    return clauses;
  }
  const bool known = lexicon_.has_term(body_term(tokens.front().joined)) ||
                     !lexicon_.metadata(compound_metadata_key(tokens.front().joined)).empty();
  for (const QueryToken& token : tokens) {
    clauses.push_back({token.written, {word(token, Reading::Chunk)}});
    clauses.back().parts.front().share = known ? kPartShare : kLonePartShare;
  }
  return clauses;
}

/// The joined form of a compound whose parts are words by themselves.
void WordForms::add_joined(const QueryToken& part, std::vector<Clause>& clauses) {
  if (!lexicon_.has_term(body_term(part.joined))) {
    return;
  }
  BoundWord word{part.joined, {{{body_term(part.joined)}, {}, FormKind::Compound, 0}}, {}, {}};
  expander_.add(word, part.joined);
  clauses.push_back({part.joined, {std::move(word)}});
}

std::vector<BoundWord> WordForms::parts_of(const std::vector<QueryToken>& tokens, Reading reading) {
  std::vector<BoundWord> parts;
  const auto same_compound = [&](std::size_t a, std::size_t b) {
    return tokens[a].compound != QueryToken::kNoCompound && tokens[a].compound == tokens[b].compound;
  };
  const bool alone = !tokens.empty() && (tokens.size() == 1 || same_compound(0, tokens.size() - 1));
  const bool plain =
      std::none_of(tokens.begin(), tokens.end(), [](const QueryToken& p) { return has_accents(p.word); });
  phrase_accents_ = plain ? PhraseAccents::Free : PhraseAccents::AsWritten;
  // Words glued together (desk@example.org) are a phrase; only a word by itself has relatives.
  const Reading inner = reading == Reading::Chunk && !alone ? Reading::Phrase : reading;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin + 1;
    while (end < tokens.size() && same_compound(begin, end)) {
      ++end;
    }
    if (end > begin + 1 && reading != Reading::Surface) {
      parts.push_back(compound(
          {tokens.begin() + static_cast<std::ptrdiff_t>(begin), tokens.begin() + static_cast<std::ptrdiff_t>(end)},
          inner));
    } else {
      for (; begin < end; ++begin) {
        const QueryToken* const next = begin + 1 < tokens.size() ? &tokens[begin + 1] : nullptr;
        parts.push_back(tokens[begin].run.empty() ? word(tokens[begin], inner) : run(tokens[begin], next));
      }
    }
    begin = end;
  }
  return parts;
}

const BoundWord& WordForms::word(const QueryToken& token, Reading reading) {
  std::string key{static_cast<char>(reading), static_cast<char>(phrase_accents_), capital_text_ ? 'C' : 'c'};
  for (const std::string* part : {&token.written, &token.word, &token.variant, &token.amount}) {
    key.append(*part).push_back('\0');
  }
  const auto known = cache_.find(key);
  if (known != cache_.end()) {
    return known->second;
  }
  if (cache_.size() >= kMostCached) {
    cache_.clear();
  }
  BoundWord word = new_word(token, reading);
  find_absent(word);
  return cache_.emplace(std::move(key), std::move(word)).first->second;
}

BoundWord WordForms::new_word(const QueryToken& token, Reading reading) {
  const bool varies = reading == Reading::Chunk || reading == Reading::VaryingPhrase || reading == Reading::Whole;
  const bool use_variant =
      !token.variant.empty() && reading != Reading::Surface && (varies || is_same_word(token.word, token.variant));
  const std::string& head = use_variant ? token.variant : token.word;
  if (varies && token.letter_case == TokenCase::Capitals && !capital_text_) {
    return capitals(token, head);
  }
  BoundWord word;
  word.text = token.written;
  if (!token.amount.empty() && reading != Reading::Chunk && reading != Reading::Whole) {
    word.text = token.amount;
    word.forms.push_back({{schema::make_term(schema::kAmountPrefix, token.amount)}, {}, FormKind::Typed});
    return word;
  }
  word.forms.push_back({{body_term(head)}, {}, FormKind::Typed});
  const AccentRule accents = accent_rule(reading);
  if (varies && reading != Reading::Whole) {
    expander_.add(word, head);
    compounds_.add_models(word, head);
  } else if (accents == AccentRule::Added) {
    expander_.add_accented(word, head);
  } else if (reading != Reading::Surface) {
    expander_.add_dotless(word, head);
  }
  if (reading != Reading::Surface) {
    add_spelling(word, token.spelling.empty() ? plain_spelling(head) : token.spelling, reading);
    compounds_.add_open_forms(word, head, accents);
  }
  if (word.forms.size() == 1 && accents != AccentRule::AsTyped && !lexicon_.has_term(body_term(head))) {
    compounds_.add_split(word, head, accents);
  }
  return word;
}

/// hawaii of hawai'i, typed with a plain apostrophe, if a text of the index has the sign that the apostrophe stands
/// for; empty = the apostrophe is one.
std::string WordForms::plain_spelling(const std::string& word) const {
  std::string plain = word;
  std::erase(plain, '\'');
  if (plain.size() == word.size() || plain.empty()) {
    return {};
  }
  for (const std::string& value : lexicon_.metadata(compound_metadata_key(plain))) {
    const std::vector<std::string> spellings = decode_list(value);
    if (std::ranges::find(spellings, word) != spellings.end()) {
      return plain;
    }
  }
  return {};
}

/// Oahu, where Oʻahu is typed.
void WordForms::add_spelling(BoundWord& word, const std::string& spelling, Reading reading) {
  if (spelling.empty()) {
    return;
  }
  add_form(word, {{body_term(spelling)}, {}, FormKind::Compound});
  if (reading == Reading::Chunk || reading == Reading::VaryingPhrase) {
    expander_.add(word, spelling);
  }
}

BoundWord WordForms::run(const QueryToken& token, const QueryToken* next) {
  BoundWord word;
  word.text = token.written;
  word.forms = run_forms(token.run, {{}, 0, token.run.bigrams.size()}, next == nullptr ? Next::Nothing : Next::More);
  if (next != nullptr && next->after_blank && !next->run.empty()) {
    add_together(word.forms, token, *next);
  }
  for (const QueryRun::Word& part : token.run.words) {
    word.ranked_by.push_back(dictionary_word(token.run, part));
  }
  return word;
}

/// A text may have no space where one is typed: then the last character makes a pair with the next run's first. It
/// takes as many positions either way.
void WordForms::add_together(std::vector<Form>& forms, const QueryToken& token, const QueryToken& next) {
  const std::size_t count = token.run.bigrams.size();
  const std::vector<QueryToken> both = tokenizer_.read(token.written + next.written);
  // Some scripts end a run before others.
  if (both.size() == 1 && both.front().run.bigrams.size() == count + next.run.bigrams.size()) {
    Form together = forms.front();
    together.terms.back() = schema::make_term(schema::kBigramPrefix, both.front().run.bigrams[count - 1]);
    forms.push_back(std::move(together));
  }
}

/// Bigrams one after the other; where more of a phrase follows, the last character ends a run of the text too. One
/// character is the first of any bigram.
std::vector<Form> WordForms::run_forms(const QueryRun& run, const QueryRun::Word& part, Next next) const {
  const auto bigram = [&run](std::size_t i) { return schema::make_term(schema::kBigramPrefix, run.bigrams[i]); };
  Form form;
  form.characters = static_cast<std::uint32_t>(part.count);
  const std::size_t count = next == Next::More ? part.count : std::max<std::size_t>(part.count, 2) - 1;
  for (std::size_t i = part.first; i < part.first + count; ++i) {
    form.terms.push_back(bigram(i));
  }
  std::vector<Form> forms{form};
  if (part.count == 1 && next == Next::Nothing) {
    forms.clear();
    form.kind = FormKind::Character;
    const std::string character = form.terms.front();
    lexicon_.terms_from(character, [&](const std::string& term) {
      if (ends_character(term, character.size())) {
        form.terms.front() = term;
        forms.push_back(form);
      }
      return true;
    });
    if (forms.empty()) {
      forms.push_back(form);
    }
  }
  return forms;
}

BoundWord WordForms::compound(const std::vector<QueryToken>& tokens, Reading reading) {
  const AccentRule accents = accent_rule(reading);
  BoundWord word;
  Form open;
  for (const QueryToken& token : tokens) {
    word.text += word.text.empty() ? "" : "-";
    word.text += token.written;
    const bool use_variant = !token.variant.empty() && is_same_word(token.word, token.variant);
    open.terms.push_back(body_term(use_variant ? token.variant : token.word));
  }
  word.forms.push_back(std::move(open));
  word.forms.push_back({{body_term(tokens.front().joined)}, {}, FormKind::Compound});
  if (reading == Reading::Chunk || reading == Reading::VaryingPhrase) {
    expander_.add(word, tokens.front().joined);
    compounds_.add_models(word, tokens.front().joined);
  } else if (accents != AccentRule::AsTyped) {
    expander_.add_accented(word, tokens.front().joined);
  }
  compounds_.add_varied(word, Form(word.forms.front()), accents,
                        reading == Reading::Chunk ? CompoundForms::Vary::LastPart : CompoundForms::Vary::Accents);
  compounds_.add_open_forms(word, tokens.front().joined, accents);
  find_absent(word);
  return word;
}

void WordForms::find_absent(BoundWord& word) const {
  for (Form& form : word.forms) {
    // Relatives are the index's own words, but a hyphenated one may have a part as typed.
    form.absent =
        (form.kind != FormKind::Relative || form.terms.size() > 1) &&
        std::any_of(form.terms.begin(), form.terms.end(), [&](const std::string& t) { return !lexicon_.has_term(t); });
  }
}

AccentRule WordForms::accent_rule(Reading reading) const {
  if (reading == Reading::Chunk || reading == Reading::VaryingPhrase) {
    return AccentRule::Varying;
  }
  const bool free = reading != Reading::Surface && phrase_accents_ == PhraseAccents::Free;
  return free ? AccentRule::Added : AccentRule::AsTyped;
}

/// An acronym has no relatives: XC: where it tells the acronym from a word (WHO, who), else the folded form (NATO,
/// Nato) with any accents (ΠΟΤΑΜΙ, ποτάμι).
BoundWord WordForms::capitals(const QueryToken& token, const std::string& head) {
  Acronyms::Reading reading = acronyms_.read(head, token.exact_case);
  BoundWord word;
  word.text = token.written;
  word.forms.push_back(
      {{reading.capitals_only ? exact_case_term(token.exact_case) : body_term(head)}, {}, FormKind::Typed});
  word.decision = std::move(reading.decision);
  // Capitals are often typed without their accents, and Greek ones always.
  if (!reading.capitals_only && !has_accents(head)) {
    expander_.add_accented(word, head);
  } else if (!reading.capitals_only) {
    expander_.add_dotless(word, head);
  }
  if (!reading.capitals_only) {
    add_endings(word, token, head);
    compounds_.add_open_forms(word, head, AccentRule::Added);
  }
  if (word.forms.size() == 1 && !reading.capitals_only && !lexicon_.has_term(word.forms.front().terms.front())) {
    compounds_.add_split(word, head, AccentRule::Added);
  }
  return word;
}

/// In Turkish the endings of an acronym follow an apostrophe: NATO'nun is NATO.
void WordForms::add_endings(BoundWord& word, const QueryToken& token, const std::string& head) {
  expander_.add_with_endings(word, head);
  // Of a language without rules, or unknown, the word typed and the exact-case term are all that tells.
  if (token.word != head && !is_marked_spelling(token.word) && lexicon_.has_term(body_term(token.word))) {
    add_form(word, {{body_term(token.word)}, {}, FormKind::Relative});
  }
  const std::string exact = exact_case_term(token.exact_case);
  if (word.forms.size() == 1 && !lexicon_.has_term(body_term(head)) && lexicon_.has_term(exact)) {
    word.forms.front().terms = {exact};
  }
}

WordForms::Reading reading_of(const parse::Ast& ast) {
  using Reading = WordForms::Reading;
  const bool phrase = ast.kind == parse::AstKind::Phrase;
  switch (ast.exactness) {
    case parse::Exactness::Classes:
      return phrase ? Reading::VaryingPhrase : Reading::Chunk;
    case parse::Exactness::AsWritten:
      return phrase ? Reading::Phrase : Reading::Surface;
    case parse::Exactness::Surface:
      return Reading::Surface;
  }
  return Reading::Surface;
}

}  // namespace nutgraf::bind
