// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Who may ask a server that listens on 127.0.0.1: other users of the machine can reach it, and so can every web page
/// that its own user's browser shows.
namespace nutgraf::serve {

/// Where a request says it comes from: values of HTTP headers, empty if absent.
struct Origins {
  std::string host;
  std::string origin;
  std::string fetch_site;  // Sec-Fetch-Site
  std::string authorization;
  std::string cookie;
};

enum class Needs : std::uint8_t {
  Nothing,
  Token,
  Session
};  // Session: the token, or the cookie that it was changed for
enum class Verdict : std::uint8_t { Allowed, WrongHost, WrongOrigin, NoToken };

class Access {
 public:
  Access(std::uint16_t port, std::string token);

  /// Another host name is one that was made to resolve to this address; another origin is another site, or another
  /// port.
  [[nodiscard]] Verdict judge(const Origins& origins, Needs needs) const;
  /// The value of Set-Cookie for whoever has shown the token.
  [[nodiscard]] std::string cookie() const;
  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  [[nodiscard]] bool has_token(const Origins& origins) const;
  [[nodiscard]] bool has_session(const Origins& origins) const;

  std::string port_;
  std::string token_;
  std::string session_;
};

/// 128 random bits as 32 characters. Throws Failure(Failed).
[[nodiscard]] std::string new_secret();
/// The first line of a file, without blanks around it. Throws Failure(Missing) where it cannot be read, Failure(Usage)
/// where it is too short to be a secret.
[[nodiscard]] std::string read_token(const std::string& file);

}  // namespace nutgraf::serve
