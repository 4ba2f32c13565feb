// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/contract.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/failure.h"
#include "core/base/json_text.h"
#include "core/schema/fields.h"
#include "core/schema/slots.h"
#include "core/text/analyzer.h"
#include "core/text/stem_classes.h"

namespace nutgraf {
namespace {

using Json = nlohmann::ordered_json;

/// What a reader must understand to answer rightly. A new one makes older programs refuse the index.
constexpr std::array<std::string_view, 3> kFeatures{"classes", "compounds", "case-counts"};

constexpr std::string_view kRebuild = "build it again: nutgraf-index build INDEX";

Json fields_json() {
  Json fields = Json::object();
  for (const schema::Field& field : schema::fields()) {
    fields[std::string(field.name)] = field.prefix;
  }
  return fields;
}

Json slots_json() {
  Json slots = Json::object();
  for (std::size_t slot = 0; slot < schema::kSlotCount; ++slot) {
    slots[std::string(schema::slot_name(static_cast<schema::Slot>(slot)))] = slot;
  }
  return slots;
}

[[noreturn]] void refuse_damaged(std::string_view what) {
  throw Failure(ExitCode::Missing, fmt::format("the index's contract is damaged: {}", what), std::string(kRebuild));
}

void check_format(int format) {
  if (format > kFormatVersion) {
    throw Failure(ExitCode::Missing,
                  fmt::format("the index has format version {}; this program reads up to {}", format, kFormatVersion),
                  "use the nutgraf that made it, or build it again with this one: nutgraf-index build INDEX");
  }
  if (format < 1) {
    refuse_damaged("it has no format version");
  }
}

void check_features(const Json& json) {
  for (const auto& feature : json.value("features", Json::array())) {
    const auto name = feature.get<std::string>();
    if (std::find(kFeatures.begin(), kFeatures.end(), name) == kFeatures.end()) {
      throw Failure(ExitCode::Missing,
                    fmt::format("the index needs the feature \"{}\", which this program lacks", name),
                    "use the nutgraf that made it, or build it again with this one: nutgraf-index build INDEX");
    }
  }
}

LanguageCount language_count(const Json& json) {
  return {json.at("language").get<std::string>(), json.at("articles").get<std::uint64_t>(),
          json.at("passages").get<std::uint64_t>(), json.at("tokens").get<std::uint64_t>()};
}

Contract read_contract(const Json& json) {
  Contract contract;
  contract.format = json.value("format", 0);
  check_format(contract.format);
  check_features(json);
  contract.analyzer = json.at("analyzer").get<std::string>();
  contract.icu = json.at("icu").get<std::string>();
  contract.unicode = json.at("unicode").get<std::string>();
  contract.stemmer = json.at("stemmer").get<std::string>();
  contract.articles = json.at("articles").get<std::uint64_t>();
  contract.passages = json.at("passages").get<std::uint64_t>();
  contract.undated = json.at("undated").get<std::uint64_t>();
  contract.tokens = json.at("tokens").get<std::uint64_t>();
  for (const auto& language : json.at("languages")) {
    contract.languages.push_back(language_count(language));
  }
  return contract;
}

}  // namespace

std::string encode_contract(const Contract& contract) {
  Json json{{"format", contract.format},     {"analyzer", contract.analyzer}, {"icu", contract.icu},
            {"unicode", contract.unicode},   {"stemmer", contract.stemmer},   {"features", kFeatures},
            {"articles", contract.articles}, {"passages", contract.passages}, {"undated", contract.undated},
            {"tokens", contract.tokens},     {"languages", Json::array()},    {"fields", fields_json()},
            {"slots", slots_json()}};
  for (const LanguageCount& language : contract.languages) {
    json["languages"].push_back(Json{{"language", language.language},
                                     {"articles", language.articles},
                                     {"passages", language.passages},
                                     {"tokens", language.tokens}});
  }
  return json_text(json);
}

Contract decode_contract(std::string_view json) {
  try {
    return read_contract(Json::parse(json));
  } catch (const Json::exception& e) {
    refuse_damaged(e.what());
  }
}

Contract current_contract() {
  Contract contract;
  contract.analyzer = Analyzer::description();
  contract.icu = Analyzer::icu_version();
  contract.unicode = Analyzer::unicode_version();
  contract.stemmer = ClassKeys::stemmer_version();
  return contract;
}

std::string version_warning(const Contract& contract) {
  const Contract ours = current_contract();
  const std::array<std::array<std::string_view, 3>, 4> versions{{
      {"analyzer", contract.analyzer, ours.analyzer},
      {"ICU", contract.icu, ours.icu},
      {"Unicode", contract.unicode, ours.unicode},
      {"stemmer", contract.stemmer, ours.stemmer},
  }};
  std::string differences;
  for (const auto& [name, theirs, here] : versions) {
    if (theirs != here) {
      differences += fmt::format("{}{} {} (here {})", differences.empty() ? "" : ", ", name, theirs, here);
    }
  }
  return differences.empty() ? differences
                             : fmt::format(
                                   "the index was made with {}: some words may not be found until it is built again "
                                   "(nutgraf-index build)",
                                   differences);
}

}  // namespace nutgraf
