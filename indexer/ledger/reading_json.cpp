// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/reading_json.h"

namespace nutgraf::ledger {

nlohmann::ordered_json to_json(const read::ReadOptions& reading) {
  return {{"inputs", reading.inputs},
          {"roots", reading.roots},
          {"lang", reading.language},
          {"format", reading.format},
          {"map", reading.map},
          {"set", reading.set},
          {"source_from_folder", reading.source_from_folder},
          {"date_from", reading.date_from}};
}

read::ReadOptions reading_from_json(const nlohmann::json& json) {
  read::ReadOptions reading;
  json.at("inputs").get_to(reading.inputs);
  json.at("roots").get_to(reading.roots);
  json.at("lang").get_to(reading.language);
  json.at("format").get_to(reading.format);
  json.at("map").get_to(reading.map);
  json.at("set").get_to(reading.set);
  json.at("source_from_folder").get_to(reading.source_from_folder);
  json.at("date_from").get_to(reading.date_from);
  return reading;
}

std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace nutgraf::ledger
