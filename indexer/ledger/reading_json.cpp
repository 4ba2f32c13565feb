// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/reading_json.h"

#include <algorithm>
#include <iterator>

#include "core/base/native_path.h"
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
                 [](const nlohmann::json& name) { return native_path(name.get<std::string>()); });
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
          {"date_from", reading.date_from},
          {"meta_file", reading.meta_file},
          {"meta_lines", reading.meta_lines},
          {"split_level", reading.split_level},
          {"repair", reading.repair},
          {"unpack_bytes", reading.unpack.bytes},
          {"unpack_ratio", reading.unpack.ratio},
          {"unpack_depth", reading.unpack.depth},
          {"copies_window", reading.copies_window},
          {"keep_boilerplate", reading.keep_boilerplate}};
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
  // Indexes of earlier programs lack these.
  reading.meta_file = json.value("meta_file", reading.meta_file);
  reading.meta_lines = json.value("meta_lines", reading.meta_lines);
  reading.split_level = json.value("split_level", reading.split_level);
  reading.repair = json.value("repair", reading.repair);
  reading.unpack.bytes = json.value("unpack_bytes", reading.unpack.bytes);
  reading.unpack.ratio = json.value("unpack_ratio", reading.unpack.ratio);
  reading.unpack.depth = json.value("unpack_depth", reading.unpack.depth);
  reading.copies_window = json.value("copies_window", reading.copies_window);
  reading.keep_boilerplate = json.value("keep_boilerplate", reading.keep_boilerplate);
  return reading;
}

}  // namespace nutgraf::ledger
