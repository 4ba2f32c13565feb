// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/url.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"

namespace nutgraf::read::html {
namespace {

bool is_http(std::string_view url) {
  const std::string begin = ascii::lowered(url.substr(0, 8));
  return begin.starts_with("http://") || begin.starts_with("https://");
}

/// After "https://host".
std::size_t path_begin(std::string_view url) {
  return std::min(url.find_first_of("/?#", url.find("://") + 3), url.size());
}

}  // namespace

std::string host_of(std::string_view url) {
  if (!is_http(url)) {
    return {};
  }
  const std::size_t begin = url.find("://") + 3;
  std::string_view authority = url.substr(begin, path_begin(url) - begin);
  if (const std::size_t user = authority.rfind('@'); user != std::string_view::npos) {
    authority.remove_prefix(user + 1);
  }
  return ascii::lowered(authority.substr(0, authority.find(':')));
}

std::string site_of(std::string_view url) {
  constexpr auto kServed = std::to_array<std::string_view>({"www.", "m.", "mobile.", "amp."});
  std::string host = host_of(url);
  for (const std::string_view label : kServed) {
    if (host.starts_with(label)) {
      host.erase(0, label.size());
    }
  }
  return host;
}

bool is_home(std::string_view url) {
  std::string_view path = url.substr(path_begin(url));
  path = path.substr(0, path.find('#'));
  return path.empty() || path == "/" || path == "/index.html" || path == "/index.php" || path == "/home";
}

std::string_view original_url(std::string_view url) {
  constexpr std::string_view kArchive = "/web/";
  const std::size_t host = url.find("archive.org/");
  const std::size_t at = host == std::string_view::npos ? host : url.find(kArchive, host);
  if (at == std::string_view::npos || host > 24) {
    return url;
  }
  const std::string_view stamp = url.substr(at + kArchive.size());
  const std::size_t slash = stamp.find('/');
  const bool is_copy = slash != std::string_view::npos && slash > 0 && ascii::is_digit(stamp[0]);
  return is_copy ? stamp.substr(slash + 1) : url;
}

bool is_home_link(std::string_view reference) {
  reference = original_url(ascii::trimmed(reference));
  return reference == "/" || reference == "./" || reference == "index.html" || reference == "/index.html" ||
         reference == "index.php" || (is_http(reference) && is_home(reference));
}

std::string resolve(std::string_view reference, std::string_view base) {
  reference = ascii::trimmed(reference);
  reference = reference.substr(0, reference.find('#'));
  if (is_http(reference)) {
    return std::string(reference);
  }
  if (!is_http(base) || reference.empty()) {
    return {};
  }
  if (reference.starts_with("//")) {
    return std::string(base.substr(0, base.find("://") + 1)).append(reference);
  }
  const std::size_t path = path_begin(base);
  if (reference.starts_with('/')) {
    return std::string(base.substr(0, path)).append(reference);
  }
  if (reference.find(':') != std::string_view::npos) {
    return {};
  }
  const std::size_t folder = base.rfind('/', base.find_first_of("?#", path));
  return std::string(base.substr(0, std::max(folder, path)))
      .append(folder >= path ? "/" : "")
      .append(folder < path ? "/" : "")
      .append(reference);
}

}  // namespace nutgraf::read::html
