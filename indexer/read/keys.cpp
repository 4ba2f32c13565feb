// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/failure.h"
#include "indexer/read/ascii.h"

namespace nutgraf::read {
namespace {

struct KnownKey {
  std::string_view key;  // lower case, without _ - and blanks
  Field field;
  std::string_view shown;  // in messages; empty: a spelling not worth naming
};

// Order within a field is rank.
constexpr std::array kKnownKeys = {
    KnownKey{"id", Field::Id, "id"},
    KnownKey{"docid", Field::Id, "doc_id"},
    KnownKey{"articleid", Field::Id, "article_id"},
    KnownKey{"uuid", Field::Id, "uuid"},
    KnownKey{"guid", Field::Id, "guid"},
    KnownKey{"docno", Field::Id, "docno"},
    KnownKey{"title", Field::Title, "title"},
    KnownKey{"headline", Field::Title, "headline"},
    KnownKey{"heading", Field::Title, "heading"},
    KnownKey{"text", Field::Text, "text"},
    KnownKey{"body", Field::Text, "body"},
    KnownKey{"content", Field::Text, "content"},
    KnownKey{"contents", Field::Text, "contents"},
    KnownKey{"articlebody", Field::Text, "articleBody"},
    KnownKey{"articletext", Field::Text, "article_text"},
    KnownKey{"article", Field::Text, "article"},
    KnownKey{"maintext", Field::Text, "maintext"},
    KnownKey{"fulltext", Field::Text, "full_text"},
    KnownKey{"bodytext", Field::Text, "body_text"},
    KnownKey{"story", Field::Text, "story"},
    KnownKey{"segment", Field::Text, ""},
    KnownKey{"passage", Field::Text, ""},
    KnownKey{"date", Field::Date, "date"},
    KnownKey{"publishedat", Field::Date, "published_at"},
    KnownKey{"datepublished", Field::Date, "date_published"},
    KnownKey{"pubdate", Field::Date, "pub_date"},
    KnownKey{"publishdate", Field::Date, "publish_date"},
    KnownKey{"publisheddate", Field::Date, "published_date"},
    KnownKey{"publicationdate", Field::Date, "publication_date"},
    KnownKey{"datepublish", Field::Date, "date_publish"},
    KnownKey{"published", Field::Date, "published"},
    KnownKey{"publishedon", Field::Date, ""},
    KnownKey{"publishtime", Field::Date, ""},
    KnownKey{"pubtime", Field::Date, ""},
    KnownKey{"datetime", Field::Date, "datetime"},
    KnownKey{"createdat", Field::Date, "created_at"},
    KnownKey{"timestamp", Field::Date, "timestamp"},
    KnownKey{"source", Field::Source, "source"},
    KnownKey{"publisher", Field::Source, "publisher"},
    KnownKey{"outlet", Field::Source, "outlet"},
    KnownKey{"sitename", Field::Source, "site_name"},
    KnownKey{"site", Field::Source, "site"},
    KnownKey{"newspaper", Field::Source, "newspaper"},
    KnownKey{"publication", Field::Source, "publication"},
    KnownKey{"sourcename", Field::Source, ""},
    KnownKey{"sourcedomain", Field::Source, ""},
    KnownKey{"domain", Field::Source, "domain"},
    KnownKey{"url", Field::Url, "url"},
    KnownKey{"link", Field::Url, "link"},
    KnownKey{"canonicalurl", Field::Url, "canonical_url"},
    KnownKey{"permalink", Field::Url, "permalink"},
    KnownKey{"href", Field::Url, "href"},
    KnownKey{"articleurl", Field::Url, ""},
    KnownKey{"weburl", Field::Url, ""},
    KnownKey{"uri", Field::Url, ""},
    KnownKey{"lang", Field::Language, "lang"},
    KnownKey{"language", Field::Language, "language"},
    KnownKey{"langcode", Field::Language, ""},
    KnownKey{"authors", Field::Authors, "authors"},
    KnownKey{"author", Field::Authors, "author"},
    KnownKey{"byline", Field::Authors, "byline"},
    KnownKey{"creator", Field::Authors, "creator"},
    KnownKey{"section", Field::Section, "section"},
    KnownKey{"category", Field::Section, "category"},
    KnownKey{"tags", Field::Tags, "tags"},
    KnownKey{"keywords", Field::Tags, "keywords"},
    KnownKey{"topics", Field::Tags, "topics"},
};

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

std::string plain_key(std::string_view key) {
  std::string plain;
  for (const char c : key) {
    if (c != '_' && c != '-' && c != ' ') {
      plain += lower(c);
    }
  }
  return plain;
}

Target find_target(std::string_view option, const std::string& name) {
  if (name.starts_with(kMeta) && name.size() > kMeta.size()) {
    return {std::nullopt, name.substr(kMeta.size())};
  }
  const std::string lowered = lower_ascii(name);
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
    path.emplace_back(key.substr(0, stop));
    if (stop == std::string_view::npos) {
      return path;
    }
    key.remove_prefix(stop + 1);
  }
}

}  // namespace

std::optional<AutomaticKey> automatic_key(std::string_view key) {
  constexpr std::size_t kLongest = 24;
  if (key.size() > kLongest) {
    return std::nullopt;
  }
  const std::string plain = plain_key(key);
  const auto* const found =
      std::find_if(kKnownKeys.begin(), kKnownKeys.end(), [&](const KnownKey& known) { return known.key == plain; });
  if (found == kKnownKeys.end()) {
    return std::nullopt;
  }
  return AutomaticKey{found->field, static_cast<int>(found - kKnownKeys.begin())};
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

KeyPlan::KeyPlan(const ReadOptions& options) {
  for (const auto& [field, key] : options.map) {
    const Target target = find_target("--map", field);
    const bool none = target.field && key == kNoKey;
    map.push_back(none ? Mapped{target, {}, {{}}} : Mapped{target, key, cut_at_stops(key)});
  }
  for (const auto& [field, value] : options.set) {
    const Target target = find_target("--set", field);
    if (target.field == Field::Id || target.field == Field::Text) {
      throw Failure(ExitCode::Usage, fmt::format("--set: '{}' cannot be the same for all articles", field),
                    fmt::format("fields: {}", kFieldList));
    }
    set.push_back({target, value});
  }
}

bool KeyPlan::is_mapped(Field field) const {
  return std::any_of(map.begin(), map.end(), [&](const Mapped& mapped) { return mapped.target.field == field; });
}

}  // namespace nutgraf::read
