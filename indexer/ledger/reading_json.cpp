// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/reading_json.h"

#include <algorithm>
#include <iterator>

#include "indexer/read/utf8.h"

namespace nutgraf::ledger {
namespace {

/// A doubled slash is the mark of an escaped path, so none may stay that was typed.
std::string name_of(const std::string& path) {
  std::string plain;
  std::unique_copy(path.begin(), path.end(), std::back_inserter(plain),
                   [](char a, char b) { return a == '/' && b == '/'; });
  return read::path_name(plain);
}

std::vector<std::string> names_of(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  std::transform(paths.begin(), paths.end(), std::back_inserter(names), name_of);
  return names;
}

std::vector<std::string> paths_from(const nlohmann::json& names) {
  std::vector<std::string> paths;
  std::transform(names.begin(), names.end(), std::back_inserter(paths),
                 [](const nlohmann::json& name) { return read::native_path(name.get<std::string>()); });
  return paths;
}

}  // namespace

nlohmann::ordered_json to_json(const read::ReadOptions& reading) {
  return {{"inputs", names_of(reading.inputs)},
          {"roots", names_of(reading.roots)},
          {"lang", reading.language},
          {"format", reading.format},
          {"map", reading.map},
          {"set", reading.set},
          {"source_from_folder", reading.source_from_folder},
          {"date_from", reading.date_from}};
}

read::ReadOptions reading_from_json(const nlohmann::json& json) {
  read::ReadOptions reading;
  reading.inputs = paths_from(json.at("inputs"));
  reading.roots = paths_from(json.at("roots"));
  json.at("lang").get_to(reading.language);
  json.at("format").get_to(reading.format);
  json.at("map").get_to(reading.map);
  json.at("set").get_to(reading.set);
  json.at("source_from_folder").get_to(reading.source_from_folder);
  json.at("date_from").get_to(reading.date_from);
  return reading;
}

}  // namespace nutgraf::ledger
