// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/paragraphs.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"

using namespace nutgraf;

namespace {

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> found;
  for (std::string_view next = next_paragraph(text, 0); !next.empty();) {
    found.emplace_back(next);
    next = next_paragraph(text, static_cast<std::size_t>(next.data() + next.size() - text.data()));
  }
  return found;
}

struct Row {
  std::string_view text;
  std::vector<std::string> paragraphs;
};

const std::vector<Row> kRows = {
    {"", {}},
    {"\n \n\u3000\n", {}},
    {"One", {"One"}},
    {"One\ntwo", {"One\ntwo"}},
    {"One\n\ntwo\n", {"One", "two"}},
    {"\n\n  One \n \t\n\n two", {"One", "two"}},
    {"One\n\u00a0\ntwo", {"One", "two"}},
    {"一\n\u3000\u3000\n二", {"一", "二"}},
    {"One\n\u200b\u00ad\ntwo", {"One", "two"}},
    {"一\n\u3000\u3000二", {"一\n\u3000\u3000二"}},
    {"One\n-\ntwo", {"One\n-\ntwo"}},
};

}  // namespace

TEST_CASE("blank lines separate paragraphs, and lines of any white space are blank") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(paragraphs_of(row.text) == row.paragraphs);
  }
}

TEST_CASE("the analyzer finds the same paragraphs") {
  const Analyzer analyzer;
  Analyzer::Scratch scratch;
  Analysis analysis;
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    analyzer.analyze(row.text, scratch, analysis);
    CHECK(analysis.paragraphs.size() == row.paragraphs.size());
  }
}

TEST_CASE("lines that are blank") {
  CHECK(is_blank_line(""));
  CHECK(is_blank_line(" \t\u00a0\u3000\ufeff"));
  CHECK_FALSE(is_blank_line(" ."));
  CHECK_FALSE(is_blank_line("\xff"));
}
