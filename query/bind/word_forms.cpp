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
#include "core/text/variants.h"

namespace nutgraf::bind {

namespace {

// A run of no more is one phrase.
constexpr std::size_t kShortRunCharacters = 8;
constexpr std::size_t kShortRunWords = 2;
// Words of earlier queries that are kept: the many queries of a batch share most of theirs.
constexpr std::size_t kMostCached = 10000;

// Of a hyphenated word. Chains of many parts keep the accents typed in those beyond it.
constexpr std::size_t kMostSpellings = 1000;

// Parts of a hyphenated word rank beside it with this share of their weight, with more where the index lacks the whole.
// Chosen once over all judged collections.
constexpr double kPartShare = 0.3;
constexpr double kLonePartShare = 0.5;

bool is_letter_byte(char c) {
  return ascii::is_lower(c) || !ascii::is_ascii(c);
}

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

BoundWord dictionary_word(const QueryRun& run, const QueryRun::Word& word) {
  const Form form{{body_term(word.term)}, {}, FormKind::Typed, static_cast<std::uint32_t>(word.count)};
  BoundWord bound{word.term, {form}, {}, {}};
  const std::size_t pairs = run.bigrams.size() - 1;  // the last is one character
  for (std::size_t i = word.first; i < std::min(word.first + word.count, pairs); ++i) {
    bound.bigrams.push_back(schema::make_term(schema::kBigramPrefix, run.bigrams[i]));
  }
  return bound;
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

/// The plural of a model's name or its singular: f16 <-> f16s; empty for other words, such as 1990 and 1990s.
std::string other_number(const std::string& head) {
  const bool plural = head.ends_with('s');
  const std::string singular = head.substr(0, head.size() - (plural ? 1 : 0));
  const bool is_model = !singular.empty() && ascii::is_digit(singular.back()) &&
                        std::any_of(singular.begin(), singular.end(), is_letter_byte);
  return !is_model ? std::string() : plural ? singular : head + "s";
}

}  // namespace

void WordForms::look_at(std::string_view words, std::vector<std::string> languages) {
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
  if (reading == Reading::Chunk) {
    drop_elided(tokens);
  }
  if (reading == Reading::Chunk || reading == Reading::Whole) {
    drop_amounts(tokens);
  }
  clause.parts = parts_of(tokens, reading);
  return clause;
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

bool WordForms::is_long_run(std::string_view text) {
  std::size_t characters = 0;
  std::size_t words = 0;
  for (const QueryToken& token : tokenizer_.read(text)) {
    characters += token.run.bigrams.size();
    words += token.run.empty() ? 1 : token.run.words.size();
  }
  return characters > kShortRunCharacters && words > kShortRunWords;
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
  if (varies && reading != Reading::Whole) {
    expander_.add(word, head);
    add_models(word, head);
  } else if (reading != Reading::Surface && phrase_accents_ == PhraseAccents::Free) {
    expander_.add_accented(word, head);
  } else if (reading != Reading::Surface) {
    expander_.add_dotless(word, head);
  }
  if (reading != Reading::Surface) {
    add_spelling(word, token.spelling, reading);
    add_compounds(word, head, reading);
  }
  if (word.forms.size() == 1 && accents_vary(reading) && !lexicon_.has_term(body_term(head))) {
    add_split(word, head, reading);
  }
  return word;
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

/// F-16s, where F-16 is typed.
void WordForms::add_models(BoundWord& word, const std::string& head) const {
  const std::string other = other_number(head);
  if (other.empty()) {
    return;
  }
  if (lexicon_.has_term(body_term(other))) {
    add_form(word, {{body_term(other)}, {}, FormKind::Relative});
  }
  for (const std::string& value : lexicon_.metadata(compound_metadata_key(other))) {
    for (const std::string& open_form : decode_list(value)) {
      Form form{split(open_form), {}, FormKind::Compound};
      std::transform(form.terms.begin(), form.terms.end(), form.terms.begin(), body_term);
      add_form(word, std::move(form));
    }
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
    lexicon_.terms_from(form.terms.front(), [&](const std::string& term) {
      form.terms.front() = term;
      forms.push_back(form);
      return true;
    });
    if (forms.empty()) {
      forms.push_back(form);
    }
  }
  return forms;
}

BoundWord WordForms::compound(const std::vector<QueryToken>& tokens, Reading reading) {
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
    add_models(word, tokens.front().joined);
  } else if (accents_vary(reading)) {
    expander_.add_accented(word, tokens.front().joined);
  }
  add_varied(word, Form(word.forms.front()), reading, reading == Reading::Chunk ? Vary::AllForms : Vary::Accents);
  add_compounds(word, tokens.front().joined, reading);
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

bool WordForms::accents_vary(Reading reading) const {
  const bool varies = reading == Reading::Chunk || reading == Reading::VaryingPhrase;
  return varies || (reading != Reading::Surface && phrase_accents_ == PhraseAccents::Free);
}

/// The first is as typed.
std::vector<Form> WordForms::forms_of_part(const std::string& term, Reading reading, Vary vary) {
  BoundWord part;
  part.forms.push_back({{term}, {}, FormKind::Typed});
  if (vary == Vary::AllForms) {
    expander_.add(part, term);
  } else if (reading == Reading::Chunk || reading == Reading::VaryingPhrase) {
    expander_.add_accent_variants(part, term);
  } else if (accents_vary(reading)) {
    expander_.add_accented(part, term);
  }
  return std::move(part.forms);
}

/// A hyphenated word varies in the accents of all its parts (etats unis, états unis), and with Vary::AllForms in its
/// last part (protest vote, protest votes). Each spelling belongs to one language.
void WordForms::add_varied(BoundWord& word, const Form& open, Reading reading, Vary last) {
  std::vector<Form> varied{{{}, open.language, FormKind::Relative}};
  for (const std::string& term : open.terms) {
    std::vector<Form> choices = forms_of_part(term, reading, &term == &open.terms.back() ? last : Vary::Accents);
    if (varied.size() * choices.size() > kMostSpellings) {
      choices.resize(1);
    }
    std::vector<Form> longer;
    for (const Form& so_far : varied) {
      for (const Form& choice : choices) {
        if (so_far.language.empty() || choice.language.empty() || so_far.language == choice.language) {
          longer.push_back(so_far);
          longer.back().terms.push_back(choice.terms.front());
          longer.back().language = so_far.language.empty() ? choice.language : so_far.language;
        }
      }
    }
    varied = std::move(longer);
  }
  for (Form& form : varied) {
    add_form(word, std::move(form));
  }
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

/// Every joined form also matches its hyphenated and open ones.
void WordForms::add_compounds(BoundWord& word, const std::string& head, Reading reading) {
  const std::size_t count = word.forms.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (word.forms[i].terms.size() > 1) {
      continue;
    }
    const std::string joined = word.forms[i].terms.front();
    const std::string language = word.forms[i].language;
    const bool relative = word.forms[i].kind == FormKind::Relative;
    for (const std::string& value : lexicon_.metadata(compound_metadata_key(joined))) {
      for (const std::string& open_form : decode_list(value)) {
        Form form{split(open_form), language, FormKind::Compound};
        if (form.terms.empty() || (relative && !expander_.inflects_last(head, form.terms))) {
          continue;
        }
        std::transform(form.terms.begin(), form.terms.end(), form.terms.begin(), body_term);
        add_form(word, form);
        if (form.terms.size() > 1 && accents_vary(reading)) {
          add_varied(word, form, reading, Vary::Accents);
        }
      }
    }
  }
}

/// Hyphenated words are listed with their accents: where extremedroite is typed and the texts have only extrême-droite,
/// a look for the two parts finds it.
void WordForms::add_split(BoundWord& word, const std::string& head, Reading reading) {
  for (std::size_t at = 1; at < head.size(); ++at) {
    if (utf8::is_continuation(head[at])) {
      continue;
    }
    BoundWord spelled;
    add_varied(spelled, {{head.substr(0, at), head.substr(at)}, {}, FormKind::Typed}, reading, Vary::Accents);
    for (Form& form : spelled.forms) {
      const std::string joined = form.terms.front() + form.terms.back();
      if (joined != head && !lexicon_.metadata(compound_metadata_key(joined)).empty()) {
        form.kind = FormKind::Compound;
        add_form(word, std::move(form));
      }
    }
  }
}

}  // namespace nutgraf::bind
