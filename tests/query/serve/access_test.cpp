// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/access.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

namespace nutgraf::serve {

TEST_CASE("who may ask a server on 127.0.0.1") {
  const std::string token = "0123456789abcdef";
  const Access access(8017, token);
  const std::string bearer = "Bearer " + token;
  const std::string cookie = access.cookie().substr(0, access.cookie().find(';'));
  const std::string host = "127.0.0.1:8017";
  using enum Verdict;
  struct Row {
    const char* name;
    Origins origins;
    Needs needs;
    Verdict verdict;
  };
  for (const Row& row : {
           Row{"the page needs nothing", {host, "", "cross-site", "", ""}, Needs::Nothing, Allowed},
           Row{"no host", {"", "", "", "", ""}, Needs::Nothing, WrongHost},
           Row{"a name that was made to lead here",
               {"evil.example:8017", "", "", bearer, ""},
               Needs::Session,
               WrongHost},
           Row{"another port", {"127.0.0.1:8018", "", "", bearer, ""}, Needs::Session, WrongHost},
           Row{"no port", {"127.0.0.1", "", "", bearer, ""}, Needs::Session, WrongHost},
           Row{"localhost", {"localhost:8017", "http://localhost:8017", "", bearer, ""}, Needs::Session, Allowed},
           Row{"another name for the same host",
               {host, "http://localhost:8017", "", bearer, ""},
               Needs::Session,
               WrongOrigin},
           Row{"another site", {host, "https://evil.example", "", "", cookie}, Needs::Session, WrongOrigin},
           Row{"no site", {host, "null", "", "", cookie}, Needs::Session, WrongOrigin},
           Row{"another port of the host, of the same site",
               {host, "http://127.0.0.1:9000", "same-site", "", cookie},
               Needs::Session,
               WrongOrigin},
           Row{"a picture on another site", {host, "", "cross-site", "", cookie}, Needs::Session, WrongOrigin},
           Row{"another port without an origin", {host, "", "same-site", "", cookie}, Needs::Session, WrongOrigin},
           Row{"a typed address", {host, "", "none", "", cookie}, Needs::Session, Allowed},
           Row{"the page", {host, "http://" + host, "same-origin", "", "a=b; " + cookie}, Needs::Session, Allowed},
           Row{"a program", {host, "", "", bearer, ""}, Needs::Session, Allowed},
           Row{"nobody", {host, "", "", "", ""}, Needs::Session, NoToken},
           Row{"a wrong token", {host, "", "", "Bearer 0123456789abcdee", ""}, Needs::Session, NoToken},
           Row{"the beginning of it", {host, "", "", "Bearer 0123", ""}, Needs::Session, NoToken},
           Row{"an empty one", {host, "", "", "Bearer ", ""}, Needs::Session, NoToken},
           Row{"another scheme", {host, "", "", "Basic " + token, ""}, Needs::Session, NoToken},
           Row{"the token as a cookie", {host, "", "", "", "nutgraf-8017=" + token}, Needs::Session, NoToken},
           Row{"the cookie of another server",
               {host, "", "", "", "nutgraf-8018=" + cookie.substr(13)},
               Needs::Session,
               NoToken},
           Row{"an empty cookie", {host, "", "", "", "nutgraf-8017="}, Needs::Session, NoToken},
           Row{"a cookie for a cookie", {host, "", "", "", cookie}, Needs::Token, NoToken},
           Row{"the token for a cookie", {host, "http://" + host, "same-origin", bearer, ""}, Needs::Token, Allowed},
       }) {
    SUBCASE(row.name) {
      CHECK(access.judge(row.origins, row.needs) == row.verdict);
    }
  }
}

TEST_CASE("a session is no token, and no two are equal") {
  const Access one(1, "0123456789abcdef");
  const Access two(1, "0123456789abcdef");
  CHECK(one.cookie() != two.cookie());
  CHECK(one.cookie().find("; HttpOnly; SameSite=Strict") != std::string::npos);
  CHECK(one.cookie().find(one.token()) == std::string::npos);
  CHECK(new_secret().size() == 32);
}

TEST_CASE("a token is read from the first line of a file") {
  const test::TempDir folder;
  CHECK(read_token(folder.write("token", " 0123456789abcdef \nmore\n").string()) == "0123456789abcdef");
  CHECK_THROWS_WITH_AS((void)read_token(folder.write("short", "0123456789\n").string()),
                       doctest::Contains("shorter than 16"), Failure);
  CHECK_THROWS_WITH_AS((void)read_token((folder.path() / "absent").string()), doctest::Contains("absent"), Failure);
}

}  // namespace nutgraf::serve
