// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/people.h"

namespace nutgraf::read::press {
namespace {

using enum FieldRole;
using enum FieldPlace;

constexpr auto kFields = std::to_array<NexisField>({
    {"byline", Authors, Above, "byline"},
    {"author", Authors, Above, "byline"},
    {"autor", Authors, Above, "byline"},
    {"auteur", Authors, Above, "byline"},
    {"section", Section, Above, "section"},
    {"rubrik", Section, Above, "section"},
    {"rubrique", Section, Above, "section"},
    {"rubriek", Section, Above, "section"},
    {"sección", Section, Above, "section"},
    {"length", Metadata, Above, "length"},
    {"länge", Metadata, Above, "length"},
    {"longueur", Metadata, Above, "length"},
    {"lengte", Metadata, Above, "length"},
    {"longitud", Metadata, Above, "length"},
    {"headline", Title, Above, "title"},
    {"title", Title, Above, "title"},
    {"titre", Title, Above, "title"},
    {"kop", Title, Above, "title"},
    {"dateline", Metadata, Above, "dateline"},
    {"ortszeile", Metadata, Above, "dateline"},
    {"highlight", Metadata, Above, "highlight"},
    {"encart", Metadata, Above, "highlight"},
    {"series", Metadata, Above, "series"},
    {"distribution", Metadata, Above, "distribution"},
    {"language", Language, CertainlyBelow, "language"},
    {"sprache", Language, CertainlyBelow, "language"},
    {"langue", Language, CertainlyBelow, "language"},
    {"idioma", Language, CertainlyBelow, "language"},
    {"taal", Language, CertainlyBelow, "language"},
    {"load date", Metadata, CertainlyBelow, "load_date"},
    {"update", Metadata, CertainlyBelow, "load_date"},
    {"date chargement", Metadata, CertainlyBelow, "load_date"},
    {"fecha de carga", Metadata, CertainlyBelow, "load_date"},
    {"ladings datum", Metadata, CertainlyBelow, "load_date"},
    {"publication type", Metadata, CertainlyBelow, "publication_type"},
    {"type publication", Metadata, CertainlyBelow, "publication_type"},
    {"tipo publicación", Metadata, CertainlyBelow, "publication_type"},
    {"publicatietype", Metadata, CertainlyBelow, "publication_type"},
    {"document type", Metadata, CertainlyBelow, "document_type"},
    {"journal code", Metadata, CertainlyBelow, "journal_code"},
    {"code revue", Metadata, CertainlyBelow, "journal_code"},
    {"correction date", Metadata, CertainlyBelow, "correction_date"},
    {"localisation geo", Metadata, CertainlyBelow, "geographic"},
    {"symbole boursier", Metadata, CertainlyBelow, "ticker"},
    {"secteur activite", Metadata, CertainlyBelow, "industry"},
    {"subject", Subject, Below, "subject"},
    {"sujet", Subject, Below, "subject"},
    {"geographic", Metadata, Below, "geographic"},
    {"company", Metadata, Below, "company"},
    {"societe", Metadata, Below, "company"},
    {"société", Metadata, Below, "company"},
    {"organization", Metadata, Below, "organization"},
    {"organisation", Metadata, Below, "organization"},
    {"person", Metadata, Below, "person"},
    {"personne", Metadata, Below, "person"},
    {"ticker", Metadata, Below, "ticker"},
    {"industry", Metadata, Below, "industry"},
    {"city", Metadata, Below, "city"},
    {"state", Metadata, Below, "state"},
    {"country", Metadata, Below, "country"},
    {"graphic", Metadata, Below, "graphic"},
    {"grafik", Metadata, Below, "graphic"},
    {"notes", Metadata, Below, "notes"},
    {"correction", Metadata, Below, "correction"},
    {"url", Url, Below, "url"},
});

/// In small letters (ASCII and Latin-1), hyphens and runs of blanks as one blank.
std::string plain_name(std::string_view name) {
  std::string plain = ascii::lowered(lines::flattened(name));
  std::ranges::replace(plain, '-', ' ');
  for (std::size_t at = 1; at < plain.size(); ++at) {
    const auto byte = static_cast<unsigned char>(plain[at]);
    if (plain[at - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97) {
      plain[at] = static_cast<char>(byte + 0x20);
    }
  }
  return plain;
}

/// "ÉNERGIE (90%)" without its percents.
std::string_view without_percent(std::string_view subject) {
  const std::size_t open = subject.rfind('(');
  return subject.ends_with("%)") && open != std::string_view::npos ? ascii::trimmed(subject.substr(0, open)) : subject;
}

void add_subjects(ArticleRecord& record, std::string_view value) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(';'), value.size());
    const std::string_view subject = without_percent(ascii::trimmed(value.substr(0, end)));
    if (!subject.empty()) {
      record.tags.emplace_back(subject);
    }
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

void set_known(ArticleRecord& record, const NexisField& field, const std::string& value) {
  const std::string first = value.substr(0, value.find(';'));
  switch (field.role) {
    case Title:
      record.title = value;
      break;
    case Authors: {
      std::vector<std::string> authors = html::names_in_byline(value);
      authors = authors.empty() ? split_authors(value) : std::move(authors);
      record.authors.insert(record.authors.end(), authors.begin(), authors.end());
      break;
    }
    case Section:
      record.section = ascii::trimmed(first);
      if (first != value) {
        append_metadata(record, field.metadata, value);
      }
      break;
    case Language:
      record.language = record.language.empty() ? language_code(first) : record.language;
      if (language_code(first).empty() || first != value) {
        append_metadata(record, field.metadata, value);
      }
      break;
    case Subject:
      add_subjects(record, value);
      append_metadata(record, field.metadata, value);
      break;
    case Url:
      record.url = value;
      break;
    case Metadata:
      append_metadata(record, field.metadata, value);
      break;
  }
}

}  // namespace

void append_metadata(ArticleRecord& record, std::string_view name, std::string value) {
  const auto same = std::ranges::find_if(record.meta, [&](const auto& pair) { return pair.first == name; });
  if (value.empty()) {
    return;
  }
  if (same == record.meta.end()) {
    record.meta.emplace_back(name, std::move(value));
  } else {
    same->second.append("; ").append(value);
  }
}

const NexisField* nexis_field(std::string_view name) {
  const std::string plain = plain_name(name);
  const auto* const found = std::ranges::find_if(kFields, [&](const NexisField& field) { return field.name == plain; });
  return found == kFields.end() ? nullptr : found;
}

std::optional<FieldLine> field_line(std::string_view paragraph) {
  constexpr std::size_t kLongestName = 32;
  paragraph = ascii::trimmed(paragraph);
  const std::size_t colon = paragraph.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > kLongestName) {
    return std::nullopt;
  }
  const std::string_view name = ascii::trimmed(paragraph.substr(0, colon));
  const bool plain = std::ranges::all_of(
      name, [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c) || c == '-' || c == ' ' || c == '/'; });
  if (!plain || name.empty()) {
    return std::nullopt;
  }
  return FieldLine{name, paragraph.substr(colon + 1), nexis_field(name)};
}

bool is_in_capitals(std::string_view name) {
  return std::ranges::any_of(name, ascii::is_upper) && std::ranges::none_of(name, ascii::is_lower);
}

void set_field(ArticleRecord& record, const FieldLine& field) {
  const std::string value = lines::flattened(field.value);
  if (value.empty()) {
    return;
  }
  if (field.known != nullptr) {
    set_known(record, *field.known, value);
  } else {
    append_metadata(record, plain_name(field.name), value);
  }
}

}  // namespace nutgraf::read::press
