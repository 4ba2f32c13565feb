// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/term_expander.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/utf8.h"
#include "core/index/class_table.h"
#include "core/schema/terms.h"
#include "core/text/accents.h"
#include "core/text/variants.h"

namespace nutgraf::bind {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void add_form(BoundWord& word, Form form) {
  const bool known = std::any_of(word.forms.begin(), word.forms.end(), [&](const Form& f) {
    return f.terms == form.terms && (f.language.empty() || f.language == form.language);
  });
  if (!known) {
    word.forms.push_back(std::move(form));
  }
}

/// What a language has to say about a word.
struct TermExpander::Family {
  std::string language;
  std::vector<std::string> stems;
  std::vector<std::string> accents;  // its forms with other accents, or none; the word itself where it is among them
  bool occurs = false;
  bool typed_plainly = false;  // without accent
};

std::vector<std::string> TermExpander::list(const std::string& key) const {
  std::vector<std::string> all;
  for (const std::string& value : lexicon_.metadata(key)) {
    std::vector<std::string> some = decode_list(value);
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return all;
}

std::vector<std::string> TermExpander::stems(const std::string& language, const std::string& word) {
  return ClassKeys::has_rules(language) ? list(class_metadata_key(language, keys_.key(language, word)))
                                        : std::vector<std::string>();
}

TermExpander::Family TermExpander::family(const std::string& language, const std::string& head) {
  Family found;
  found.language = language;
  found.stems = stems(language, head);
  if (utf8::count(head) <= 1) {
    found.occurs = contains(found.stems, head);
    return found;
  }
  std::vector<std::string> bases = base_spellings(language, head);
  found.typed_plainly = bases.empty();
  // Vietnamese words differ by accents alone: only where no word of the query has one are they left out.
  const bool strict = language == "vi" && accents_ == Accents::Present;
  if (strict) {
    bases.erase(std::remove_if(bases.begin(), bases.end(), [](const std::string& b) { return !is_mark_order(b); }),
                bases.end());
  } else if (bases.empty()) {
    bases.push_back(head);
  }
  for (const std::string& base : bases) {
    const std::vector<std::string> spelled = list(accent_metadata_key(language, base));
    found.accents.insert(found.accents.end(), spelled.begin(), spelled.end());
    if (spelled.empty() && !found.typed_plainly && !is_mark_order(base)) {
      found.accents.push_back(base);
    }
  }
  found.occurs = contains(found.stems, head) || contains(found.accents, head);
  return found;
}

bool TermExpander::ask_for(std::vector<std::string> languages, Accents accents) {
  const bool is_changed = asked_ != languages || accents_ != accents;
  asked_ = std::move(languages);
  accents_ = accents;
  return is_changed;
}

bool TermExpander::is_asked_for(const std::string& language) const {
  return contains(asked_, language);
}

void TermExpander::add_members(BoundWord& word, const std::vector<std::string>& members,
                               const std::string& language) const {
  const std::string filter = lexicon_.contract().languages.size() > 1 ? language : std::string();
  for (const std::string& member : members) {
    add_form(word, {{schema::make_term({}, member)}, filter, FormKind::Relative});
  }
}

void TermExpander::add_whole(BoundWord& word, const Family& family) {
  add_members(word, family.stems, family.language);
  add_members(word, family.accents, family.language);
  for (const std::string& accented : family.accents) {
    add_members(word, stems(family.language, accented), family.language);
  }
}

void TermExpander::add(BoundWord& word, const std::string& head) {
  std::vector<Family> strangers;
  bool occurs = lexicon_.has_term(schema::make_term({}, head));
  for (const LanguageCount& l : lexicon_.contract().languages) {
    if (!asked_.empty() && !is_asked_for(l.language)) {
      continue;
    }
    Family found = family(l.language, head);
    if (found.occurs || (is_asked_for(l.language) && (!found.stems.empty() || !found.accents.empty()))) {
      occurs = true;
      add_whole(word, found);
    } else {
      strangers.push_back(std::move(found));
    }
  }
  for (const Family& stranger : strangers) {
    if (occurs && stranger.typed_plainly) {
      add_members(word, stranger.accents, stranger.language);
    } else if (!occurs && (!stranger.stems.empty() || !stranger.accents.empty())) {
      add_whole(word, stranger);
    }
    if (!occurs && stranger.stems.empty()) {
      add_unlisted(word, head, stranger.language);
    }
  }
}

bool TermExpander::inflects_last(const std::string& head, const std::vector<std::string>& open_form) {
  std::string_view rest = head;
  for (auto part = open_form.begin(); part != std::prev(open_form.end()); ++part) {
    if (!rest.starts_with(*part)) {
      return false;
    }
    rest.remove_prefix(part->size());
  }
  const std::string last(rest);
  return std::any_of(
      lexicon_.contract().languages.begin(), lexicon_.contract().languages.end(), [&](const LanguageCount& l) {
        return ClassKeys::has_rules(l.language) ? keys_.key(l.language, last) == keys_.key(l.language, open_form.back())
                                                : last == open_form.back();
      });
}

/// Of the words that are spelled as `head` is without their accents, those that count.
void TermExpander::add_spellings(BoundWord& word, const std::string& head, const Condition& counts) {
  for (const LanguageCount& l : lexicon_.contract().languages) {
    if (!asked_.empty() && !is_asked_for(l.language)) {
      continue;
    }
    std::vector<std::string> bases = base_spellings(l.language, head);
    if (bases.empty()) {
      bases.push_back(head);
    }
    for (const std::string& base : bases) {
      std::vector<std::string> spelled = list(accent_metadata_key(l.language, base));
      std::erase_if(spelled, [&counts](const std::string& spelling) { return !counts(spelling); });
      add_members(word, spelled, l.language);
    }
  }
}

void TermExpander::add_accented(BoundWord& word, const std::string& head) {
  // A base spelling has ه for ة too; but a writer who types ة means it.
  const bool plain = base_spellings({}, head).empty();
  add_spellings(word, head,
                [plain, &head](const std::string& spelling) { return plain || hurried_spelling(spelling) == head; });
}

void TermExpander::add_with_endings(BoundWord& word, const std::string& head) {
  const std::string name = head + "'";
  for (const LanguageCount& l : lexicon_.contract().languages) {
    if (asked_.empty() || is_asked_for(l.language)) {
      std::vector<std::string> members = stems(l.language, head);
      std::erase_if(members, [&name](const std::string& member) { return !member.starts_with(name); });
      add_members(word, members, l.language);
    }
  }
}

void TermExpander::add_dotless(BoundWord& word, const std::string& head) {
  const std::string dotted = with_dotted_i(head);
  if (dotted.find('i') != std::string::npos) {
    add_spellings(word, head, [&dotted](const std::string& spelling) { return with_dotted_i(spelling) == dotted; });
  }
}

void TermExpander::add_accent_variants(BoundWord& word, const std::string& head) {
  const bool occurs = lexicon_.has_term(schema::make_term({}, head));
  for (const LanguageCount& l : lexicon_.contract().languages) {
    if (!asked_.empty() && !is_asked_for(l.language)) {
      continue;
    }
    const Family found = family(l.language, head);
    if (found.typed_plainly || found.occurs || !occurs || is_asked_for(l.language)) {
      add_members(word, found.accents, l.language);
    }
  }
}

/// A class whose only word is its key is not listed: `rivers` must find the only form there is, `river`.
void TermExpander::add_unlisted(BoundWord& word, const std::string& head, const std::string& language) {
  const std::string key = ClassKeys::has_rules(language) ? keys_.key(language, head) : head;
  if (key != head && !is_marked_spelling(key) && keys_.key(language, key) == key &&
      lexicon_.has_term(schema::make_term({}, key))) {
    add_members(word, {key}, language);
  }
}

}  // namespace nutgraf::bind
