// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/field_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/nearest_name.h"
#include "core/schema/fields.h"

namespace nutgraf::parse {
namespace {

constexpr std::string_view kMeta = "meta.";

using Elsewhere = std::pair<std::string_view, std::string_view>;
constexpr std::array<Elsewhere, 40> kElsewhere{{
    {"allintitle", "title"}, {"by", "author"},        {"byline", "author"},      {"category", "tag"},
    {"creator", "author"},   {"day", "date"},         {"dir", "folder"},         {"directory", "folder"},
    {"domain", "host"},      {"from", "source"},      {"hashtag", "tag"},        {"hd", "title"},
    {"headline", "title"},   {"hlead", "title"},      {"inlang", "lang"},        {"intitle", "title"},
    {"inurl", "url"},        {"journal", "source"},   {"keyword", "tag"},        {"keywords", "tag"},
    {"la", "lang"},          {"language", "lang"},    {"link", "url"},           {"month", "date"},
    {"newer", "after"},      {"newspaper", "source"}, {"older", "before"},       {"outlet", "source"},
    {"path", "folder"},      {"pub", "source"},       {"publication", "source"}, {"published", "date"},
    {"publisher", "source"}, {"rst", "source"},       {"since", "after"},        {"site", "host"},
    {"subject", "tag"},      {"topic", "tag"},        {"until", "before"},       {"year", "date"},
}};

bool begins_with_meta(std::string_view name) {
  return name.size() > kMeta.size() && ascii::lowered(name.substr(0, kMeta.size())) == kMeta;
}

}  // namespace

bool looks_like_field(std::string_view name) {
  return begins_with_meta(name) || (!name.empty() && std::all_of(name.begin(), name.end(), ascii::is_letter));
}

std::string field_spelling(std::string_view name) {
  if (begins_with_meta(name)) {
    return std::string(kMeta) + std::string(name.substr(kMeta.size()));
  }
  const std::string spelling = ascii::lowered(name);
  return schema::find_field(spelling) == nullptr ? std::string() : spelling;
}

std::string_view field_elsewhere(std::string_view name) {
  const std::string wanted = ascii::lowered(name);
  const auto* const found =
      std::find_if(kElsewhere.begin(), kElsewhere.end(), [&](const Elsewhere& e) { return e.first == wanted; });
  return found == kElsewhere.end() ? std::string_view() : found->second;
}

std::string nearest_field(std::string_view name) {
  std::string nearest(field_elsewhere(name));
  if (nearest.empty()) {
    std::vector<std::string_view> names;
    std::transform(schema::fields().begin(), schema::fields().end(), std::back_inserter(names),
                   [](const schema::Field& f) { return f.name; });
    nearest = nearest_name(name, names);
  }
  return nearest.empty() ? std::string() : fmt::format("did you mean {}:? ", nearest);
}

QueryError unknown_field(std::string_view query, std::size_t byte, std::string_view name) {
  return {query, byte, fmt::format("there is no field \"{}\"", name),
          fmt::format("{}fields are {}; to search for the words put them in quotes", nearest_field(name),
                      schema::field_names())};
}

}  // namespace nutgraf::parse
