// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/access.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/failure.h"

namespace nutgraf::serve {
namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr std::size_t kShortestToken = 16;

/// In a time that does not tell how many characters are right.
bool equals(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  }
  return difference == 0;
}

/// The value of a cookie in "a=1; b=2".
std::string_view cookie_named(std::string_view cookies, const std::string& name) {
  while (!cookies.empty()) {
    const std::size_t end = cookies.find(';');
    const std::string_view one = ascii::trimmed(cookies.substr(0, end));
    if (one.starts_with(name + "=")) {
      return one.substr(name.size() + 1);
    }
    cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
  }
  return {};
}

}  // namespace

Access::Access(std::uint16_t port, std::string token)
    : port_(std::to_string(port)), token_(std::move(token)), session_(new_secret()) {}

Verdict Access::judge(const Origins& origins, Needs needs) const {
  const std::string address = "127.0.0.1:" + port_;
  const std::string name = "localhost:" + port_;
  if (origins.host != address && origins.host != name) {
    return Verdict::WrongHost;
  }
  if (needs == Needs::Nothing) {
    return Verdict::Allowed;
  }
  const bool same_origin = origins.origin.empty() || origins.origin == "http://" + origins.host;
  const bool same_site =
      origins.fetch_site.empty() || origins.fetch_site == "same-origin" || origins.fetch_site == "none";
  if (!same_origin || !same_site) {
    return Verdict::WrongOrigin;
  }
  const bool known = has_token(origins) || (needs == Needs::Session && has_session(origins));
  return known ? Verdict::Allowed : Verdict::NoToken;
}

bool Access::has_token(const Origins& origins) const {
  const std::string_view authorization = origins.authorization;
  return authorization.starts_with(kBearer) && equals(authorization.substr(kBearer.size()), token_);
}

// Browsers send the cookies of a host to all its ports: each server has a name of its own.
bool Access::has_session(const Origins& origins) const {
  return equals(cookie_named(origins.cookie, "nutgraf-" + port_), session_);
}

std::string Access::cookie() const {
  return fmt::format("nutgraf-{}={}; Path=/; HttpOnly; SameSite=Strict", port_, session_);
}

std::string new_secret() {
  std::array<unsigned char, 16> bytes{};
  if (::getentropy(bytes.data(), bytes.size()) != 0) {
    throw Failure(ExitCode::Failed,
                  fmt::format("the system gives no random bytes: {}", std::generic_category().message(errno)));
  }
  std::string text;
  for (const unsigned char byte : bytes) {
    text += fmt::format("{:02x}", byte);
  }
  return text;
}

std::string read_token(const std::string& file) {
  errno = 0;
  std::ifstream in(file);
  std::string line;
  if (!in || !std::getline(in, line)) {
    throw Failure(ExitCode::Missing,
                  fmt::format("no token can be read from {}{}", file,
                              errno == 0 ? std::string() : ": " + std::generic_category().message(errno)));
  }
  std::string token(ascii::trimmed(line));
  if (token.size() < kShortestToken) {
    throw Failure(ExitCode::Usage, fmt::format("the token in {} is shorter than {} characters", file, kShortestToken),
                  "leave --token-file out, and one is made");
  }
  return token;
}

}  // namespace nutgraf::serve
