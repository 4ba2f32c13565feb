// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/head_fields.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <utility>

#include "indexer/read/field_value.h"
#include "indexer/read/keys.h"

namespace nutgraf::read::text {
namespace {

std::string joined(std::span<const std::string> values) {
  std::string text;
  for (const std::string& value : values) {
    text.append(text.empty() ? "" : ", ").append(value);
  }
  return text;
}

void keep_as_metadata(Article& article, const HeadEntry& entry, std::size_t from) {
  if (entry.values.size() > from) {
    const auto rest = std::span(entry.values).subspan(from);
    set_meta(article.record, entry.key, joined(rest), KeyPlan::Reach::Lacking);
  }
}

/// Clippers call the address of a page its source; a key of its own for that comes first.
constexpr int kAddressAsSource = 1'000'000;

/// Programs that make sites of Markdown call the sections of a text so; in records of other programs they are numbers.
constexpr int kCategoriesAsSection = 1'000'000;

bool is_page_address(std::string_view value) {
  const bool address = value.starts_with("https://") || value.starts_with("http://");
  return address && value.find(' ') == std::string_view::npos &&
         value.find('/', value.find("//") + 2) < value.size() - 1;
}

/// How an entry serves, and the rank of its key.
struct Use {
  const HeadEntry* entry;
  int rank;
  Standing standing;
};

void fill(Article& article, Field field, const Use& use) {
  ArticleRecord& record = article.record;
  const HeadEntry& entry = *use.entry;
  if (field == Field::Authors && entry.values.size() > 1) {
    record.authors = entry.values;
  } else if (field == Field::Tags && entry.values.size() > 1) {
    record.tags = entry.values;
  } else if (field == Field::Date) {
    set_date(article, entry.key, entry.values.front(), use.standing == Standing::Own ? "head" : kCrawlDate);
    keep_as_metadata(article, entry, 1);
  } else {
    const bool list = field == Field::Authors || field == Field::Tags;
    set_field(record, field, entry.values.front(), KeyPlan::Reach::All);
    keep_as_metadata(article, entry, list ? entry.values.size() : 1);
  }
}

std::map<Field, Use> uses_of(const std::vector<HeadEntry>& entries) {
  std::map<Field, Use> best;
  for (const HeadEntry& entry : entries) {
    auto known = automatic_key(entry.key, entry.values.front());
    if (known && known->field == Field::Source && is_page_address(entry.values.front())) {
      known = AutomaticKey{Field::Url, kAddressAsSource, known->standing};
    }
    if (!known && plain_key(entry.key) == "categories") {
      known = AutomaticKey{Field::Section, kCategoriesAsSection, Standing::Own};
    }
    if (!known || known->field == Field::Text || known->field == Field::Id) {
      continue;
    }
    const Use use{&entry, known->rank, known->standing};
    const auto [place, added] = best.try_emplace(known->field, use);
    if (!added && known->rank < place->second.rank) {
      place->second = use;
    }
  }
  return best;
}

}  // namespace

void fill_fields(const std::vector<HeadEntry>& entries, Article& article) {
  const std::map<Field, Use> uses = uses_of(entries);
  // A date may need the language to be read.
  if (const auto language = uses.find(Field::Language); language != uses.end()) {
    fill(article, Field::Language, language->second);
  }
  std::vector<std::string> sections;
  for (const HeadEntry& entry : entries) {
    const auto use = std::ranges::find_if(uses, [&](const auto& one) { return one.second.entry == &entry; });
    if (use == uses.end()) {
      keep_as_metadata(article, entry, 0);
    } else if (use->first == Field::Section) {
      sections = entry.values;
    } else if (use->first != Field::Language) {
      fill(article, use->first, use->second);
    }
  }
  set_sections(article.record, sections);
}

}  // namespace nutgraf::read::text
