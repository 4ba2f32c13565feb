// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/language/names.h"
#include "core/language/nearest_language.h"
#include "core/text/lower_case.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/known_keys.h"
#include "indexer/read/people.h"

namespace nutgraf::read {
namespace {

constexpr std::array<std::pair<std::string_view, Field>, 13> kFieldNames = {{
    {"id", Field::Id},
    {"title", Field::Title},
    {"text", Field::Text},
    {"date", Field::Date},
    {"source", Field::Source},
    {"url", Field::Url},
    {"lang", Field::Language},
    {"authors", Field::Authors},
    {"section", Field::Section},
    {"tags", Field::Tags},
    // Other spellings, understood but not offered.
    {"language", Field::Language},
    {"author", Field::Authors},
    {"tag", Field::Tags},
}};
constexpr std::string_view kFieldList = "id, title, text, date, source, url, lang, authors, section, tags, meta.NAME";
constexpr std::string_view kMeta = "meta.";
constexpr std::string_view kNoKey = "none";  // --map id=none: no key of a record fills the field

Target find_target(std::string_view option, const std::string& name) {
  if (name.starts_with(kMeta) && name.size() > kMeta.size()) {
    return {std::nullopt, name.substr(kMeta.size())};
  }
  const std::string lowered = ascii::lowered(name);
  const auto* const found =
      std::find_if(kFieldNames.begin(), kFieldNames.end(), [&](const auto& pair) { return pair.first == lowered; });
  if (found == kFieldNames.end()) {
    throw Failure(ExitCode::Usage, fmt::format("{}: there is no field '{}'", option, name),
                  fmt::format("fields: {}", kFieldList));
  }
  return {found->second, {}};
}

std::vector<std::string> cut_at_stops(std::string_view key) {
  std::vector<std::string> path;
  while (true) {
    const std::size_t stop = key.find('.');
    std::string_view step = key.substr(0, stop);
    if (step.ends_with("[]")) {
      step.remove_suffix(2);
    }
    path.emplace_back(step);
    if (stop == std::string_view::npos) {
      return path;
    }
    key.remove_prefix(stop + 1);
  }
}

/// Throws Failure(Usage) on a value that the field cannot take.
void check_set(const KeyPlan::Set& set, const std::string& field) {
  if (set.target.field == Field::Id || set.target.field == Field::Text) {
    throw Failure(ExitCode::Usage, fmt::format("--set: '{}' cannot be the same for all articles", field),
                  fmt::format("fields: {}", kFieldList));
  }
  if (set.target.field == Field::Date && !dates::parse_date(set.value)) {
    throw Failure(ExitCode::Usage, fmt::format("--set {}: '{}' is not a date", field, set.value),
                  "write a day or a month, such as --set date=2023-06-19");
  }
}

/// The code of a language, from a code with or without a country or from a name. Throws Failure(Usage).
std::string set_language(const KeyPlan::Set& set, const std::string& field) {
  const std::string_view name = std::string_view(set.value).substr(0, set.value.find_first_of("-_"));
  std::string code = language::find_language(ascii::trimmed(name));
  if (code.empty()) {
    const std::string before = fmt::format("--set {}{}", field, set.reach == KeyPlan::Reach::All ? ":=" : "=");
    throw Failure(ExitCode::Usage, fmt::format("{}{}: there is no such language", before, set.value),
                  did_you_mean(before, language::nearest_language(set.value)) +
                      "write a code or a name, such as --set lang=en or --set lang=German");
  }
  return code;
}

KeyPlan::Set read_set(std::string field, const std::string& value) {
  const bool all = field.ends_with(':');
  if (all) {
    field.pop_back();
  }
  KeyPlan::Set set{find_target("--set", field), value, all ? KeyPlan::Reach::All : KeyPlan::Reach::Lacking};
  check_set(set, field);
  if (set.target.field == Field::Language) {
    set.value = set_language(set, field);
  }
  return set;
}

}  // namespace

std::string plain_key(std::string_view key) {
  std::string plain = lower_case(key);
  std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' '; });
  // Unseen in headers of spreadsheets: hard blanks, blanks without width, byte-order marks.
  for (const std::string_view unseen : {"\u00A0", "\u200B", "\uFEFF"}) {
    for (std::size_t at = plain.find(unseen); at != std::string::npos; at = plain.find(unseen, at)) {
      plain.erase(at, unseen.size());
    }
  }
  return plain;
}

std::optional<AutomaticKey> automatic_key(std::string_view key) {
  constexpr std::size_t kLongest = 40;
  if (key.size() > kLongest) {
    return std::nullopt;
  }
  const std::string plain = plain_key(key);
  const auto* const found =
      std::find_if(kKnownKeys.begin(), kKnownKeys.end(), [&](const KnownKey& known) { return known.key == plain; });
  if (found == kKnownKeys.end()) {
    return std::nullopt;
  }
  return AutomaticKey{found->field, static_cast<int>(found - kKnownKeys.begin()), found->standing};
}

std::optional<AutomaticKey> automatic_key(std::string_view key, std::string_view value) {
  if (plain_key(key) == "data" && dates::parse_date(value)) {
    return AutomaticKey{Field::Date, static_cast<int>(kKnownKeys.size()), Standing::Own};
  }
  return automatic_key(key);
}

std::string automatic_keys(Field field) {
  std::string names;
  for (const KnownKey& known : kKnownKeys) {
    if (known.field == field && !known.shown.empty()) {
      names.append(names.empty() ? "" : ", ").append(known.shown);
    }
  }
  return names;
}

KeyPlan::KeyPlan(const ReadOptions& options)
    : language(language_code(options.language)), references(options.repair ? References::Decode : References::Keep) {
  for (const auto& [field, key] : options.map) {
    const Target target = find_target("--map", field);
    const bool none = target.field && key == kNoKey;
    map.push_back(none ? Mapped{target, {}, {{}}} : Mapped{target, key, cut_at_stops(key)});
  }
  for (const auto& [field, value] : options.set) {
    set.push_back(read_set(field, value));
  }
}

bool KeyPlan::is_mapped(Field field) const {
  return std::any_of(map.begin(), map.end(), [&](const Mapped& mapped) { return mapped.target.field == field; });
}

const std::string* KeyPlan::set_value(Field field, Reach reach) const {
  const auto found =
      std::ranges::find_if(set, [&](const Set& one) { return one.target.field == field && one.reach == reach; });
  return found == set.end() ? nullptr : &found->value;
}

}  // namespace nutgraf::read
