// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/contract.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/base/failure.h"

using namespace nutgraf;

namespace {

Contract sample() {
  Contract contract = current_contract();
  contract.articles = 3;
  contract.passages = 9;
  contract.undated = 1;
  contract.tokens = 1200;
  contract.languages = {{"en", 2, 6, 900}, {"de", 1, 3, 300}};
  return contract;
}

std::string with(const std::string& key, const nlohmann::json& value) {
  nlohmann::json json = nlohmann::json::parse(encode_contract(sample()));
  json[key] = value;
  return json.dump();
}

std::string message(const std::string& json) {
  try {
    static_cast<void>(decode_contract(json));
  } catch (const Failure& e) {
    CHECK(e.code() == ExitCode::Missing);
    CHECK_FALSE(e.advice().empty());
    return e.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a contract comes back") {
  CHECK(decode_contract(encode_contract(sample())) == sample());
  CHECK(version_warning(sample()).empty());
}

TEST_CASE("a higher format or an unknown feature is refused") {
  CHECK(message(with("format", kFormatVersion + 1)).find("format version 2") != std::string::npos);
  CHECK(message(with("format", 0)).find("damaged") != std::string::npos);
  CHECK(message(with("features", {"classes", "telepathy"})).find("\"telepathy\"") != std::string::npos);
}

TEST_CASE("members that this program does not know are no harm") {
  CHECK(decode_contract(with("colour", "green")) == sample());
}

TEST_CASE("damage is refused") {
  const std::string whole = encode_contract(sample());
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    CHECK_FALSE(message(whole.substr(0, size)).empty());
  }
  for (const char* json : {"[]", "null", "7", "\"x\"", "{}", "{\"format\":\"1\"}", "\xFF\xFE"}) {
    CAPTURE(json);
    CHECK_FALSE(message(json).empty());
  }
  CHECK_FALSE(message(with("languages", "en")).empty());
  CHECK_FALSE(message(with("articles", "many")).empty());
}

TEST_CASE("another ICU or stemmer is a warning that names build") {
  Contract contract = sample();
  contract.icu = "60.1";
  contract.stemmer = "other";
  const std::string warning = version_warning(contract);
  CHECK(warning.find("ICU 60.1") != std::string::npos);
  CHECK(warning.find("stemmer other") != std::string::npos);
  CHECK(warning.find("nutgraf-index build") != std::string::npos);
  CHECK(warning.find("Unicode") == std::string::npos);
}
