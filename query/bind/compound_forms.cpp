// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/compound_forms.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/index/class_table.h"
#include "core/schema/terms.h"

namespace nutgraf::bind {
namespace {

// Chains of many parts keep the accents typed in those beyond it.
constexpr std::size_t kMostSpellings = 1000;

bool is_letter_byte(char c) {
  return ascii::is_lower(c) || !ascii::is_ascii(c);
}

/// "cease fire" as two terms.
std::vector<std::string> terms_of(const std::string& open_form) {
  std::vector<std::string> terms;
  for (std::size_t begin = 0; begin <= open_form.size();) {
    const std::size_t end = std::min(open_form.find(' ', begin), open_form.size());
    if (end > begin) {
      terms.push_back(schema::make_term({}, open_form.substr(begin, end - begin)));
    }
    begin = end + 1;
  }
  return terms;
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

std::vector<Form> CompoundForms::open_forms(const std::string& joined) const {
  std::vector<Form> forms;
  for (const std::string& value : lexicon_.metadata(compound_metadata_key(joined))) {
    for (const std::string& open_form : decode_list(value)) {
      forms.push_back({terms_of(open_form), {}, FormKind::Compound});
    }
  }
  std::erase_if(forms, [](const Form& form) { return form.terms.empty(); });
  return forms;
}

void CompoundForms::add_models(BoundWord& word, const std::string& head) const {
  const std::string other = other_number(head);
  if (other.empty()) {
    return;
  }
  const std::string term = schema::make_term({}, other);
  if (lexicon_.has_term(term)) {
    add_form(word, {{term}, {}, FormKind::Relative});
  }
  for (Form& form : open_forms(other)) {
    add_form(word, std::move(form));
  }
}

/// The first is as typed.
std::vector<Form> CompoundForms::forms_of_part(const std::string& term, AccentRule accents, Vary vary) {
  BoundWord part;
  part.forms.push_back({{term}, {}, FormKind::Typed});
  if (vary == Vary::LastPart) {
    expander_.add(part, term);
  } else if (accents == AccentRule::Varying) {
    expander_.add_accent_variants(part, term);
  } else if (accents == AccentRule::Added) {
    expander_.add_accented(part, term);
  }
  return std::move(part.forms);
}

void CompoundForms::add_varied(BoundWord& word, const Form& open, AccentRule accents, Vary vary) {
  std::vector<Form> varied{{{}, open.language, FormKind::Relative}};
  for (const std::string& term : open.terms) {
    std::vector<Form> choices = forms_of_part(term, accents, &term == &open.terms.back() ? vary : Vary::Accents);
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

void CompoundForms::add_open_forms(BoundWord& word, const std::string& head, AccentRule accents) {
  const std::size_t count = word.forms.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Form joined = word.forms[i];
    if (joined.terms.size() > 1) {
      continue;
    }
    for (Form& form : open_forms(joined.terms.front())) {
      if (joined.kind == FormKind::Relative && !expander_.inflects_last(head, form.terms)) {
        continue;
      }
      form.language = joined.language;
      add_form(word, form);
      if (form.terms.size() > 1 && accents != AccentRule::AsTyped) {
        add_varied(word, form, accents, Vary::Accents);
      }
    }
  }
}

void CompoundForms::add_split(BoundWord& word, const std::string& head, AccentRule accents) {
  for (std::size_t at = 1; at < head.size(); ++at) {
    if (utf8::is_continuation(head[at])) {
      continue;
    }
    BoundWord spelled;
    add_varied(spelled, {{head.substr(0, at), head.substr(at)}, {}, FormKind::Typed}, accents, Vary::Accents);
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
