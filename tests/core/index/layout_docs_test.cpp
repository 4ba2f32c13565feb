// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/index/class_table.h"
#include "core/index/contract.h"
#include "core/index/layout.h"
#include "core/schema/fields.h"
#include "core/schema/slots.h"
#include "tests/temp_dir.h"

using namespace nutgraf;

namespace {

std::string page() {
  return test::read_file(std::string(NUTGRAF_SOURCE_DIR) + "/docs/index-layout.md");
}

/// The constants of core/schema/terms.h whose names begin and end like this: the source is the list.
std::vector<std::string> constants(const std::string& ending) {
  const std::string source = test::read_file(std::string(NUTGRAF_SOURCE_DIR) + "/core/schema/terms.h");
  std::vector<std::string> values;
  const std::string sign = ending + " = \"";
  for (std::size_t at = source.find(sign); at != std::string::npos; at = source.find(sign, at + 1)) {
    const std::size_t begin = at + sign.size();
    values.push_back(source.substr(begin, source.find('"', begin) - begin));
  }
  return values;
}

}  // namespace

TEST_CASE("docs/index-layout.md names every prefix, mark, slot, key and file") {
  const std::string text = page();
  REQUIRE_FALSE(text.empty());
  std::vector<std::string> wanted;
  const std::vector<std::string> prefixes = constants("Prefix");
  const std::vector<std::string> marks = constants("Mark");
  CHECK(prefixes.size() >= 16);
  CHECK(marks.size() == 3);
  for (const std::string& constant : prefixes) {
    wanted.push_back(fmt::format("`{}`", constant));
  }
  for (const std::string& constant : marks) {
    wanted.push_back(fmt::format("`{}`", constant));
  }
  for (std::size_t slot = 0; slot < schema::kSlotCount; ++slot) {
    wanted.push_back(fmt::format("| {} | `{}` |", slot, schema::slot_name(static_cast<schema::Slot>(slot))));
  }
  for (const std::string_view key : {kContractKey, kClassKeys, kAccentKeys, kCompoundKeys, kCaseKeys}) {
    wanted.push_back(fmt::format("`{}", key));
  }
  for (const std::string_view file : {layout::kStub, layout::kLock, layout::kGenerations, layout::kPassages,
                                      layout::kManifest, layout::kSources, layout::kRejects, layout::kBlocked}) {
    wanted.push_back(fmt::format("`{}", file));
  }
  const nlohmann::json contract = nlohmann::json::parse(encode_contract(current_contract()));
  for (const auto& [member, value] : contract.items()) {
    wanted.push_back(fmt::format("`{}`", member));
  }
  wanted.push_back(fmt::format("now {};", kFormatVersion));
  for (const std::string& words : wanted) {
    CAPTURE(words);
    CHECK(text.find(words) != std::string::npos);
  }
}
