// SPDX-License-Identifier: GPL-2.0-or-later
// Words that line ends broke are joined where the corpus has them in one.
#include <doctest/doctest.h>

#include <string>

#include "tests/cli/program.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

const std::string kBroken =
    "The inter-\nnational press wrote of a re-\nelection, a cease-\nfire and a pro-\nvisional budget.\n";

/// What an index has of it.
std::string text_of(const TempDir& folder, const std::string& index, const std::string& id) {
  return shell(folder.path(), "nutgraf-query show " + index + " " + id + " -f json").out;
}

}  // namespace

TEST_CASE("the corpus decides about words that line ends broke, an update agrees with a build") {
  const TempDir folder;
  (void)folder.write("all/late.txt", kBroken);
  (void)folder.write("late/late.txt", kBroken);
  for (const char* path : {"all/known.txt", "known/known.txt"}) {
    (void)folder.write(path,
                       "International news. Press from abroad said the re-election and the ceasefire were far off, as "
                       "the ceasefire and the cease-fire had been before.\n");
  }
  const auto sh = [&](const std::string& script) { return shell(folder.path(), script); };
  const Outcome built = sh("nutgraf-index build all.idx all --root all --report json");
  REQUIRE_MESSAGE(built.exit == 0, built.err);
  CHECK(built.out.find(R"("mended":{"line-end hyphens":4})") != std::string::npos);
  CHECK(built.out.find(R"("joined":2)") != std::string::npos);
  const std::string text = text_of(folder, "all.idx", "late.txt");
  CHECK(text.find("The international press wrote of a re-election, a ceasefire and a pro-visional budget.") !=
        std::string::npos);
  CHECK(text.find("line-end hyphens 4 (2 joined as the corpus writes them)") != std::string::npos);

  REQUIRE(sh("nutgraf-index build news.idx known --root known").exit == 0);
  const Outcome updated = sh("nutgraf-index update news.idx late --report json");
  REQUIRE_MESSAGE(updated.exit == 0, updated.err);
  CHECK(updated.out.find(R"("joined":2)") != std::string::npos);
  CHECK(text_of(folder, "news.idx", "late/late.txt")
            .find("The international press wrote of a re-election, a ceasefire and a "
                  "pro-visional budget.") != std::string::npos);

  for (const char* query : {"international", "inter-national", "'\"the international press\"'", "'\"inter-national\"'",
                            "provisional", "pro-visional", "reelection", "re-election"}) {
    CAPTURE(query);
    CHECK(sh(std::string("nutgraf-query search all.idx ") + query + " -f csv --fields id").out.find("late.txt") !=
          std::string::npos);
  }

  REQUIRE(sh("nutgraf-index build raw.idx all --root all --repair none").exit == 0);
  CHECK(text_of(folder, "raw.idx", "late.txt").find(R"(inter-\nnational)") != std::string::npos);
}

}  // namespace nutgraf::test
