// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/values.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::cli {
namespace {

/// What CLI11 gets to convert, or what is wrong with the value.
std::string read(const CLI::Validator& validator, std::string text) {
  const std::string wrong = validator(text);
  return wrong.empty() ? text : wrong;
}

}  // namespace

TEST_CASE("values become what CLI11 converts") {
  enum class Color : std::uint8_t { Red, Green };
  const CLI::Validator color = one_of<Color>({{"red", Color::Red}, {"green", Color::Green}});
  struct Row {
    const char* text;
    CLI::Validator validator;
    const char* read;
  };
  for (const Row& row : std::vector<Row>{
           {"7", whole_number(), "7"},
           {"010", whole_number(), "10"},
           {"0x10", whole_number(), "takes a whole number from 0 to 4294967295, not `0x10`\n"},
           {"-1", whole_number(), "takes a whole number from 0 to 4294967295, not `-1`\n"},
           {"+1", whole_number(), "takes a whole number from 0 to 4294967295, not `+1`\n"},
           {"4294967296", whole_number(), "takes a whole number from 0 to 4294967295, not `4294967296`\n"},
           {"all", whole_number({0, 9, "all", 99}), "99"},
           {"99", whole_number({0, 9, "all", 99}), "takes a whole number from 0 to 9 or all, not `99`\n"},
           {"0.5", real_number({0, 1}), "0.5"},
           {"1e-1", real_number({0, 1}), "1e-1"},
           {"nan", real_number({0, 1}), "takes a number from 0 to 1, not `nan`\n"},
           {"2", real_number({0, 1}), "takes a number from 0 to 1, not `2`\n"},
           {"4096", size_in_bytes(), "4096"},
           {"300M", size_in_bytes(), "314572800"},
           {"1.5GB", size_in_bytes(), "1610612736"},
           {"2GiB", size_in_bytes(), "2147483648"},
           {"much", size_in_bytes(), "takes a size such as 300M or 2G, not `much`\n"},
           {"0", size_in_bytes(), "takes a size such as 300M or 2G, not `0`\n"},
           {"1", seconds(), "1000"},
           {"0.5", seconds(), "500"},
           {"1h", seconds(), "takes a number of seconds such as 5 or 0.5, not `1h`\n"},
           {"1e3", seconds(), "takes a number of seconds such as 5 or 0.5, not `1e3`\n"},
           {"a=b=c", pair("FIELD=KEY", ""), "a=b=c"},
           {"a=", pair("FIELD=KEY", ", as x=y"), "takes FIELD=KEY, as x=y, not `a=`\n"},
           {"green", color, "1"},
           {"geren", color, "takes red or green, not `geren`\ngreen"},
           {"1", color, "takes red or green, not `1`\n"},
       }) {
    CAPTURE(row.text);
    CHECK(read(row.validator, row.text) == row.read);
  }
}

TEST_CASE("sizes and times are written as they may be typed") {
  struct Row {
    std::uint64_t bytes;
    const char* text;
  };
  for (const Row& row : {Row{1, "1B"}, Row{1023, "1023B"}, Row{300U << 20U, "300M"}, Row{1U << 30U, "1G"}}) {
    CHECK(size_text(row.bytes) == row.text);
    CHECK(read(size_in_bytes(), row.text) == std::to_string(row.bytes));
  }
  CHECK(seconds_text(10'000) == "10");
  CHECK(seconds_text(500) == "0.5");
}

TEST_CASE("help names the default of an option that takes names") {
  enum class Color : std::uint8_t { Red, Green };
  CLI::App app;
  Color color = Color::Green;
  const CLI::Option* option =
      take_one_of<Color>(app.add_option("--color", color), {{"red", Color::Red}, {"green", Color::Green}}, color);
  CHECK(option->get_default_str() == "green");
  app.parse("--color red");
  CHECK(color == Color::Red);
}

TEST_CASE("lists keep empty items, so that they are refused") {
  CHECK(split_list("a,b") == std::vector<std::string>{"a", "b"});
  CHECK(split_list("a,,") == std::vector<std::string>{"a", "", ""});
  CHECK(split_pair("a=b=c") == std::pair<std::string, std::string>{"a", "b=c"});
}

}  // namespace nutgraf::cli
