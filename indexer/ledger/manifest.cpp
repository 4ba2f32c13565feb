// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/manifest.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/failure.h"
#include "core/base/json_text.h"
#include "core/index/layout.h"
#include "indexer/ledger/reading_json.h"
#include "indexer/ledger/sidecar.h"

namespace nutgraf::ledger {

namespace {

constexpr std::string_view kSumKey = R"(  "xxh3": ")";
constexpr std::string_view kEnd = "\n}\n";

nlohmann::ordered_json to_json(const FileSums& sums) {
  auto json = nlohmann::ordered_json::object();
  for (const auto& [file, sum] : sums) {
    json[file] = {{"bytes", sum.bytes}, {"xxh3", hex(sum.xxh3)}};
  }
  return json;
}

FileSums sums_from_json(const nlohmann::json& json) {
  FileSums sums;
  for (const auto& [file, sum] : json.items()) {
    sums[file] = {sum.at("bytes").get<std::uint64_t>(), from_hex(sum.at("xxh3").get<std::string>())};
  }
  return sums;
}

/// `json` is an object; the line with the sum becomes its last member.
std::string with_sum(std::string json) {
  json.resize(json.size() - kEnd.size());
  json += ",\n";
  return json + fmt::format("{}{}\"{}", kSumKey, hex(sum_of(json).xxh3), kEnd);
}

/// Is the last line what with_sum() would put there?
bool is_whole(std::string_view text) {
  const std::size_t last = text.rfind(kSumKey);
  if (last == std::string_view::npos) {
    return false;
  }
  return text.substr(last) == fmt::format("{}{}\"{}", kSumKey, hex(sum_of(text.substr(0, last)).xxh3), kEnd);
}

Failure damaged(const std::filesystem::path& file) {
  return {ExitCode::Missing, fmt::format("{} is damaged", file.string()),
          "nutgraf-index rollback goes back to the generation before; build makes a new one"};
}

}  // namespace

void write_manifest(const std::filesystem::path& folder, const Manifest& manifest) {
  const nlohmann::ordered_json json = {{"program", "nutgraf " NUTGRAF_VERSION},
                                       {"generation", manifest.generation},
                                       {"built_at", manifest.built_at},
                                       {"command", manifest.command},
                                       {"reading", to_json(manifest.reading)},
                                       {"files", manifest.files},
                                       {"rejected", manifest.rejected},
                                       {"skipped", manifest.skipped},
                                       {"encodings", manifest.encodings},
                                       {"packed", manifest.density},
                                       {"contract", nlohmann::ordered_json::parse(encode_contract(manifest.contract))},
                                       {"sums", to_json(manifest.sums)}};
  write_file(folder / layout::kManifest, with_sum(json_text(json, 2) + "\n"));
}

Manifest read_manifest(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / layout::kManifest;
  const std::string text = read_file(file);
  try {
    const nlohmann::json json = nlohmann::json::parse(text);
    Manifest manifest;
    json.at("generation").get_to(manifest.generation);
    json.at("built_at").get_to(manifest.built_at);
    json.at("command").get_to(manifest.command);
    manifest.reading = reading_from_json(json.at("reading"));
    json.at("files").get_to(manifest.files);
    json.at("rejected").get_to(manifest.rejected);
    json.at("skipped").get_to(manifest.skipped);
    json.at("encodings").get_to(manifest.encodings);
    manifest.density = json.value("packed", std::uint64_t{0});
    manifest.contract = decode_contract(json.at("contract").dump());
    const bool has_sums = json.contains("sums") || json.contains("xxh3");  // those of older programs have none
    if (has_sums && !is_whole(text)) {
      throw damaged(file);
    }
    manifest.sums = sums_from_json(json.value("sums", nlohmann::json::object()));
    return manifest;
  } catch (const nlohmann::json::exception&) {
    throw damaged(file);
  }
}

std::string utc_now() {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

}  // namespace nutgraf::ledger
