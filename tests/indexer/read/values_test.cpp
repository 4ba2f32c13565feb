// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "indexer/read/encoding.h"
#include "indexer/read/json/repair.h"
#include "indexer/read/people.h"
#include "indexer/read/roots.h"
#include "indexer/read/utf8.h"

using namespace nutgraf::read;
using Names = std::vector<std::string>;

TEST_CASE("authors") {
  struct Row {
    const char* text;
    Names expected;
  };
  const Row rows[] = {
      {"Jane Doe", {"Jane Doe"}},
      {"By Owen Tran", {"Owen Tran"}},
      {"Jane Doe and John Roe, Ann Lee", {"Jane Doe", "John Roe", "Ann Lee"}},
      {"A and B, C", {"A", "B", "C"}},
      {"Jane Doe, John Roe", {"Jane Doe", "John Roe"}},
      {"Doe, Jane", {"Doe, Jane"}},
      {"brenckman,m.", {"brenckman,m."}},
      {"John Roe, Jr.", {"John Roe, Jr."}},
      {"AFP, Reuters, DPA", {"AFP", "Reuters", "DPA"}},
      {"Doe, Jane; Roe, John", {"Doe, Jane", "Roe, John"}},
      {"Alexander Anderson", {"Alexander Anderson"}},
      {"Ann&nbsp;Lee; Bo&#39;s", {"Ann&nbsp;Lee", "Bo&#39;s"}},
      {"&nbsp;Bo Roe", {"&nbsp;Bo Roe"}},
      {"Smith &amp; Sons;R&D;x&copy", {"Smith &amp; Sons", "R&D", "x&copy"}},
      {"Smith & Sons", {"Smith & Sons"}},
      {"Ann Lee & Bo Poe", {"Ann Lee", "Bo Poe"}},
      {"Ann & Bo Poe", {"Ann", "Bo Poe"}},
      {"AFP & DPA", {"AFP", "DPA"}},
      {"", {}},
      {" ; ", {}},
      {"['Ann Lee', \"Bo O'Poe\"]", {"Ann Lee", "Bo O'Poe"}},  // as pandas prints a list
      {R"(["Ann \"A\" Lee","x@y"])", {"Ann \"A\" Lee", "x@y"}},
      {"[]", {}},
      {"[Reuters]", {"[Reuters]"}},
      {"['Ann", {"['Ann"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(split_authors(row.text) == row.expected);
  }
  CHECK(split_tags("China, Taiwan; trade|x") == Names{"China", "Taiwan", "trade", "x"});
  CHECK(split_tags("Arts &amp; Culture; R&D; &#x41;") == Names{"Arts &amp; Culture", "R&D", "&#x41;"});
  CHECK(split_tags(R"(["China, mainland", 'trade'])") == Names{"China, mainland", "trade"});
}

TEST_CASE("languages") {
  const std::pair<const char*, const char*> rows[] = {
      {"en", "en"},      {"en-GB", "en"}, {"EN_us", "en"},    {"eng", "en"},      {"English", "en"}, {"hau", "hau"},
      {"zh-Hans", "zh"}, {"", ""},        {"klingonish", ""}, {"français", "fr"}, {"1", ""}};
  for (const auto& row : rows) {
    const auto& written = row.first;
    const auto& expected = row.second;
    CAPTURE(written);
    CHECK(language_code(written) == expected);
  }
}

TEST_CASE("bytes that are not UTF-8 are replaced") {
  const std::pair<std::string, std::string> rows[] = {
      {"a\xFF"
       "b",
       "a\xEF\xBF\xBD"
       "b"},
      {"\xC0\xAF", "\xEF\xBF\xBD"},          // overlong
      {"\xED\xA0\x80x", "\xEF\xBF\xBDx"},    // a surrogate
      {"\xF4\x90\x80\x80", "\xEF\xBF\xBD"},  // above U+10FFFF
      {"\xE2\x82", "\xEF\xBF\xBD"},          // cut off
      {"\xE2\x82\xAC", "\xE2\x82\xAC"},
      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
      {"", ""},
  };
  for (const auto& [bytes, expected] : rows) {
    std::string text = bytes;
    repair_utf8(text);
    CHECK(text == expected);
  }
  CHECK(utf8_name("a\xFF/b\xC3\xA9") == "a%FF/b\xC3\xA9");
}

TEST_CASE("encodings") {
  struct Row {
    std::string bytes;
    std::string text;
    std::string encoding;
  };
  using namespace std::string_literals;
  const Row rows[] = {
      {"\xEF\xBB\xBFriver", "river", ""},
      {"\xFF\xFEr\0i\0v\0"s, "riv", "UTF-16LE"},
      {"\xFE\xFF\0r\0i\0v"s, "riv", "UTF-16BE"},
      {"r\0i\0v\0e\0r\0 \0r\0o\0s\0e\0"s, "river rose", "UTF-16LE"},
      {"\0r\0i\0v\0e\0r"s, "river", "UTF-16BE"},
      {"\xFF\xFE\0\0r\0\0\0"s, "r", "UTF-32LE"},
      {"caf\xE9 au lait", "caf\xC3\xA9 au lait", "windows-1252"},
      {"plain", "plain", ""},
  };
  for (const Row& row : rows) {
    const Decoded decoded = decode(row.bytes);
    CHECK(decoded.text == row.text);
    CHECK(decoded.encoding == row.encoding);
  }
}

TEST_CASE("one bad byte does not make UTF-8 something else") {
  const Decoded decoded = decode("Zażółć gęślą jaźń \xFF i więcej");
  CHECK(decoded.text == "Zażółć gęślą jaźń \xEF\xBF\xBD i więcej");
  CHECK(decoded.encoding.empty());
  CHECK(decoded.bad == 1);
}

TEST_CASE("a stream decodes as a whole does, however it is cut") {
  std::string bytes = "\xFF\xFE";
  for (int i = 0; i < 50'000; ++i) {
    bytes += {'\x3D', '\xD8', '\x00', '\xDE', 'x', '\0'};  // an emoji and an x
  }
  const std::string whole = convert(std::string_view(bytes).substr(2), "UTF-16LE");
  CHECK(whole.size() == 50'000U * 5);
  TextSource source(std::string_view(bytes).substr(2));
  DecodedSource decoded(source, "UTF-16LE");
  std::string pieces;
  std::vector<char> small(7);
  for (std::size_t got = decoded.read(small); got > 0; got = decoded.read(small)) {
    pieces.append(small.data(), got);
  }
  CHECK(pieces == whole);
}

TEST_CASE("JSON repairs") {
  std::string halves = R"({"a":"\ud83d x","b":"\ud83d\ude00","c":"\\ud83d","d":"\ude00"})";
  CHECK(json::repair_surrogates(halves) == 2);
  CHECK(halves == R"({"a":"\ufffd x","b":"\ud83d\ude00","c":"\\ud83d","d":"\ufffd"})");
  std::string numbers = R"({"a":NaN,"b":-Infinity,"c":"NaN \" NaN"})";
  CHECK(json::repair_numbers(numbers) == 2);
  CHECK(numbers == R"({"a":null,"b":null,"c":"NaN \" NaN"})");
}

TEST_CASE("roots hold what is below them") {
  CHECK(holds("/a/b", "/a/b"));
  CHECK(holds("/a/b", "/a/b/c"));
  CHECK(holds("/", "/a"));
  CHECK_FALSE(holds("/a/b", "/a/bc"));
  CHECK(relative_to_root("/a/b/c.txt", {"/a", "/a/b"}) == "c.txt");
  CHECK(relative_to_root("/a/x/c.txt", {"/a", "/a/b"}) == "x/c.txt");
  CHECK(relative_to_root("/q/c.txt", {"/a"}) == "q/c.txt");
}
