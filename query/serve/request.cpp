// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/request.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/base/failure.h"
#include "core/base/json_text.h"
#include "core/base/utf8.h"

namespace nutgraf::serve {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& message) {
  throw Failure(ExitCode::Usage, message);
}

void add(const std::string& name, const Json& value, Parameters& parameters) {
  if (value.is_string()) {
    parameters.emplace_back(name, value.get<std::string>());
  } else if (value.is_number() || value.is_boolean()) {
    parameters.emplace_back(name, json_text(value));
  } else {
    refuse(fmt::format("`{}` takes text, a number, true, false, or a list of those", name));
  }
}

/// null is as if the parameter were not there.
void add_all(const std::string& name, const Json& value, Parameters& parameters) {
  if (value.is_array()) {
    for (const Json& item : value) {
      add(name, item, parameters);
    }
  } else if (!value.is_null()) {
    add(name, value, parameters);
  }
}

void require_protocol(const Json& object) {
  const auto found = object.find("protocol");
  if (found != object.end() && *found != kProtocol) {
    refuse(fmt::format("this is protocol {}, not {}", kProtocol, json_text(*found)));
  }
}

Json parse(std::string_view json) {
  if (utf8::valid_length(json) < json.size()) {
    refuse(fmt::format("the request is not UTF-8: byte {} is invalid", utf8::valid_length(json) + 1));
  }
  Json object;
  const auto flat = [](int depth, Json::parse_event_t /*event*/, const Json& /*value*/) {
    constexpr int kDeepest = 2;  // a list in an object
    return depth <= kDeepest || (refuse("the request is nested too deep"), false);
  };
  try {
    object = Json::parse(json, flat);
  } catch (const Json::parse_error& error) {
    refuse(fmt::format("the request is not JSON: byte {} is not expected", error.byte));
  } catch (const Json::out_of_range&) {
    refuse("a number of the request is too large");
  }
  if (!object.is_object()) {
    refuse("the request is not a JSON object");
  }
  return object;
}

}  // namespace

void read_request(std::string_view json, Request& request) {
  const Json object = parse(json);
  if (const auto id = object.find("id"); id != object.end()) {
    if (id->is_structured()) {
      refuse("`id` takes text or a number");
    }
    request.id = json_text(*id);
  }
  require_protocol(object);
  Parameters pairs;
  for (const auto& [name, value] : object.items()) {
    if (name != "id" && name != "protocol") {
      add_all(name, value, pairs);
    }
  }
  take_parameters(pairs, request);
}

void take_parameters(const Parameters& pairs, Request& request) {
  for (const auto& [name, value] : pairs) {
    if (name == "view" || name == "index") {
      std::string& place = name == "view" ? request.view : request.index;
      if (!place.empty()) {
        refuse(fmt::format("`{}` is given twice", name));
      }
      place = value;
    } else {
      request.parameters.emplace_back(name, value);
    }
  }
}

}  // namespace nutgraf::serve
