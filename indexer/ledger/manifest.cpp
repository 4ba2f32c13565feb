// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/manifest.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "core/base/failure.h"
#include "core/base/json_text.h"
#include "core/index/layout.h"
#include "indexer/ledger/reading_json.h"
#include "indexer/ledger/sidecar.h"

namespace nutgraf::ledger {

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
                                       {"contract", nlohmann::ordered_json::parse(encode_contract(manifest.contract))}};
  write_file(folder / layout::kManifest, json_text(json, 2) + "\n");
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
    return manifest;
  } catch (const nlohmann::json::exception&) {
    throw Failure(ExitCode::Missing, fmt::format("{} is damaged", file.string()),
                  "nutgraf-index rollback goes back to the generation before; build makes a new one");
  }
}

std::string utc_now() {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

}  // namespace nutgraf::ledger
