// SPDX-License-Identifier: GPL-2.0-or-later
// Documents are parsed by a process of nutgraf-index: a program that is called otherwise must not start itself instead,
// which would start itself again.
#include <doctest/doctest.h>

#include <string>

#include "tests/cli/program.h"
#include "tests/indexer/read/pdf/made_pdf.h"
#include "tests/temp_dir.h"

namespace nutgraf::test {

TEST_CASE("a program that is not called nutgraf-index parses no document, unless nutgraf-index is beside it") {
  const TempDir folder;
  (void)folder.write("flood.pdf", made_pdf({{{72, 720, "The river rose in the night and it took the bridge away."}}}));
  const auto sh = [&](const std::string& script) {
    return shell(folder.path(), script + " && ./reader preview flood.pdf");
  };
  const Outcome alone = sh("cp \"$(command -v nutgraf-index)\" reader");
  CHECK_MESSAGE(alone.out.find("it is parsed by nutgraf-index, which is not in ") != std::string::npos, alone.out);
  const Outcome beside = sh("cp \"$(command -v nutgraf-index)\" .");
  CHECK_MESSAGE(beside.out.find("took the bridge away") != std::string::npos, beside.err);
}

}  // namespace nutgraf::test
