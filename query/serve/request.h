// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What clients of `serve` ask for: docs/serve.md describes it. The same for a line of standard input and for HTTP.
namespace nutgraf::serve {

/// Version of requests and replies; raised if anything that a client understands changes its meaning.
inline constexpr int kProtocol = 1;

/// A name and one value; a list is the name again and again.
using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string id = "null";  // as JSON; the reply repeats it
  std::string view;         // "search"
  std::string index;        // its name; may be empty where one is served
  Parameters parameters;    // of the view, its query among them
};

/// Reads one JSON object; `request` has its id as soon as that is known, for the reply that says what is wrong. Throws
/// Failure(Usage).
void read_request(std::string_view json, Request& request);

/// Takes "index" and "view" from pairs that did not come as JSON; the rest are parameters of the view. Throws
/// Failure(Usage).
void take_parameters(const Parameters& pairs, Request& request);

}  // namespace nutgraf::serve
