// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/choice.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/json/names.h"
#include "indexer/read/people.h"

namespace nutgraf::read::json {
namespace {

struct Candidate {
  Field field;
  Choice choice;
};

// A date that cannot be read still beats none: it is reported. But any that can be read comes first.
constexpr int kLastResort = 10'000;
constexpr int kLastOwn = 999;
constexpr int kInner = 1'000;    // what is inside a member comes after the object's own keys
constexpr int kStandIn = 2'000;  // and a stand-in after both

// The entries that a post of WordPress refers to.
constexpr std::string_view kEmbedded = "_embedded";
constexpr std::string_view kAuthor = "author";
constexpr std::string_view kTerms = "wp:term";

bool holds_fields(std::string_view key) {
  constexpr auto kHolders = std::to_array<std::string_view>({"fields", "_source", "attributes", "record"});
  return std::ranges::find(kHolders, key) != kHolders.end();
}

/// The value of "document" may be a file's name, that of "paragraphs" their number.
bool fits(std::string_view key, Value value) {
  constexpr auto kDoubtful = std::to_array<std::string_view>({"document", "paragraphs"});
  std::string_view text;
  return std::ranges::find(kDoubtful, plain_key(key)) == kDoubtful.end() || value.is_array() ||
         (value.get(text) == simdjson::SUCCESS &&
          (ascii::trimmed(text).find(' ') != std::string_view::npos || !std::ranges::all_of(text, ascii::is_ascii)));
}

/// Numbers of other entries, as WordPress has them under "author" and "tags".
bool is_reference(Field field, Value value) {
  simdjson::dom::array array;
  std::string_view text;
  if (field == Field::Authors && value.get(text) == simdjson::SUCCESS) {
    return std::ranges::all_of(ascii::trimmed(text), ascii::is_digit);
  }
  const bool names = field == Field::Authors || field == Field::Tags;
  if (names && value.get(array) == simdjson::SUCCESS) {
    return std::ranges::all_of(array, [](Value element) { return element.is_number(); });
  }
  return names && value.is_number();
}

/// What a value under `key` may fill.
std::optional<AutomaticKey> fitting_key(std::string_view key, Value value) {
  // Italian and Portuguese for a date; elsewhere anything may be called so.
  if (value.is_string() && plain_key(key) == "data" && as_date(value)) {
    return AutomaticKey{Field::Date, kLastOwn, Standing::Own};
  }
  const auto automatic = !is_nothing(value) && fits(key, value) ? automatic_key(key) : std::nullopt;
  const bool names = automatic && !is_reference(automatic->field, value) && !says_no_name(automatic->field, value);
  return names ? automatic : std::nullopt;
}

void add_inner(std::vector<Candidate>& candidates, std::string_view holder, simdjson::dom::object inner) {
  for (const auto [key, value] : inner) {
    if (const auto automatic = fitting_key(key, value)) {
      candidates.push_back(
          {automatic->field, {{value}, kNested, holder, key, key, automatic->rank + kInner, automatic->standing}});
    }
  }
}

/// The objects with a name in arrays and arrays of arrays, of one taxonomy or (empty) of any.
std::vector<Value> named_entries(Value value, std::string_view taxonomy) {
  std::vector<Value> entries;
  simdjson::dom::array array;
  simdjson::dom::object object;
  std::string_view its;
  if (value.get(array) == simdjson::SUCCESS) {
    for (const Value element : array) {
      std::ranges::move(named_entries(element, taxonomy), std::back_inserter(entries));
    }
  } else if (value.get(object) == simdjson::SUCCESS && object.at_key("name").error() == simdjson::SUCCESS &&
             (taxonomy.empty() || (object.at_key("taxonomy").get(its) == simdjson::SUCCESS && its == taxonomy))) {
    entries.push_back(value);
  }
  return entries;
}

void add_embedded(std::vector<Candidate>& candidates, std::string_view member, Field field, std::vector<Value> values) {
  if (!values.empty()) {
    candidates.push_back({field, {std::move(values), kNested, kEmbedded, member, member, kInner, Standing::Own}});
  }
}

/// The entries that a post of WordPress refers to by number: its authors, and the terms of each taxonomy.
void add_embedded_entries(std::vector<Candidate>& candidates, simdjson::dom::object embedded) {
  Value value;
  if (embedded.at_key(kAuthor).get(value) == simdjson::SUCCESS) {
    add_embedded(candidates, kAuthor, Field::Authors, named_entries(value, {}));
  }
  if (embedded.at_key(kTerms).get(value) == simdjson::SUCCESS) {
    add_embedded(candidates, kTerms, Field::Section, named_entries(value, "category"));
    add_embedded(candidates, kTerms, Field::Tags, named_entries(value, "post_tag"));
  }
}

/// trafilatura calls the address of a page its source.
bool is_page(Value value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return false;
  }
  text = ascii::trimmed(text);
  const std::size_t host = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : text.size();
  const std::size_t path = text.find('/', host);
  return path != std::string_view::npos && path + 1 < text.size();
}

std::vector<Candidate> automatic_candidates(simdjson::dom::object object) {
  std::vector<Candidate> candidates;
  std::size_t place = 0;
  for (const auto [key, value] : object) {
    simdjson::dom::object inner;
    // Before all else: plainly written, _source is a source.
    if (key == kEmbedded && value.get(inner) == simdjson::SUCCESS) {
      add_embedded_entries(candidates, inner);
    } else if (holds_fields(key) && value.get(inner) == simdjson::SUCCESS) {
      add_inner(candidates, key, inner);
    } else if (const auto automatic = fitting_key(key, value)) {
      candidates.push_back({automatic->field, {{value}, place, {}, {}, key, automatic->rank, automatic->standing}});
    }
    ++place;
  }
  for (Candidate& candidate : candidates) {
    candidate.choice.rank += candidate.choice.standing == Standing::StandIn ? kStandIn : 0;
    if (candidate.field == Field::Source && is_page(candidate.choice.values.front())) {
      candidate.field = Field::Url;
      candidate.choice.rank += kLastResort;
    }
  }
  return candidates;
}

void find_steps(Value value, std::span<const std::string> path, std::vector<Value>& found) {
  simdjson::dom::array array;
  simdjson::dom::object object;
  if (path.empty()) {
    if (!is_nothing(value)) {
      found.push_back(value);
    }
  } else if (value.get(array) == simdjson::SUCCESS) {
    for (const Value element : array) {
      find_steps(element, path, found);
    }
  } else if (value.get(object) == simdjson::SUCCESS && object.at_key(path.front()).get(value) == simdjson::SUCCESS) {
    find_steps(value, path.subspan(1), found);
  }
}

/// Where `key` is in `object`; kNested if it is not there.
std::size_t place_of(simdjson::dom::object object, std::string_view key) {
  std::size_t place = 0;
  for (const auto field : object) {
    if (field.key == key) {
      return place;
    }
    ++place;
  }
  return kNested;
}

Choice find_path(simdjson::dom::object object, const KeyPlan::Mapped& mapped) {
  Choice choice;
  choice.key = mapped.path.back();
  Value value;
  // A key may contain full stops itself.
  if (object.at_key(mapped.key).get(value) == simdjson::SUCCESS) {
    find_steps(value, {}, choice.values);
    choice.place = place_of(object, mapped.key);
  } else if (object.at_key(mapped.path.front()).get(value) == simdjson::SUCCESS) {
    find_steps(value, std::span(mapped.path).subspan(1), choice.values);
    // What else an array contains around the values taken is not kept.
    const bool plain = mapped.path.size() == 1 || value.is_array();
    choice.place = plain ? place_of(object, mapped.path.front()) : kNested;
    if (!plain) {
      choice.holder = mapped.path[0];
      choice.member = mapped.path[1];
    }
  }
  return choice;
}

std::vector<Candidate> mapped_candidates(simdjson::dom::object object, const KeyPlan& keys, Choices& choices) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < keys.map.size(); ++i) {
    const KeyPlan::Mapped& mapped = keys.map[i];
    Choice choice = find_path(object, mapped);
    if (choice.values.empty()) {
      continue;
    }
    choices.mapped.push_back(i);
    if (mapped.target.field) {
      candidates.push_back({*mapped.target.field, std::move(choice)});
    } else {
      choices.meta.emplace_back(mapped.target.meta, std::move(choice));
    }
  }
  return candidates;
}

void offer(Choices& choices, Candidate&& candidate) {
  Choice& choice = choices.fields.at(static_cast<std::size_t>(candidate.field));
  if (choice.values.empty() || candidate.choice.rank < choice.rank) {
    choice = std::move(candidate.choice);
  }
}

void offer_all(Choices& choices, std::vector<Candidate>&& candidates) {
  for (Candidate& candidate : candidates) {
    if (candidate.field == Field::Date && !as_date(candidate.choice.values.front(), choices.language)) {
      candidate.choice.rank += kLastResort;
    }
    offer(choices, std::move(candidate));
  }
}

/// Known before dates are read: names of months may need it.
std::string language_of(std::span<const Candidate> candidates, const KeyPlan& keys) {
  Choices languages;
  for (const Candidate& candidate : candidates) {
    if (candidate.field == Field::Language) {
      offer(languages, Candidate(candidate));
    }
  }
  const Choice& chosen = languages.of(Field::Language);
  std::string language = chosen.values.empty() ? std::string() : language_code(as_text(chosen.values.front()));
  return language.empty() ? keys.language : language;
}

}  // namespace

Choices choose(simdjson::dom::object object, const KeyPlan& keys) {
  Choices choices;
  std::vector<Candidate> candidates = automatic_candidates(object);
  if (!keys.map.empty()) {
    std::erase_if(candidates, [&](const Candidate& candidate) { return keys.is_mapped(candidate.field); });
    std::ranges::move(mapped_candidates(object, keys, choices), std::back_inserter(candidates));
  }
  choices.language = language_of(candidates, keys);
  offer_all(choices, std::move(candidates));
  return choices;
}

bool has_own_text(simdjson::dom::object object, const KeyPlan& keys) {
  return !keys.is_mapped(Field::Text) && std::ranges::any_of(object, [](const auto& member) {
    const auto automatic = fitting_key(member.key, member.value);
    return automatic && automatic->field == Field::Text && automatic->standing == Standing::Own;
  });
}

}  // namespace nutgraf::read::json
