// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

/// Runs the built programs as a user does.
namespace nutgraf::test {

struct Outcome {
  int exit = 0;  // 128 + the signal where one ended it
  std::string out;
  std::string err;
};

struct Command {
  std::filesystem::path folder;        // to run in
  std::vector<std::string> words;      // the program's name first
  std::string input;                   // of stdin
  std::vector<std::string> variables;  // "NUTGRAF_INDEX=news.idx"
  int signal = 0;                      // sent after `delay`; 0 = none
  std::chrono::milliseconds delay{0};
};

[[nodiscard]] Outcome run(const Command& command);

/// `sh -c script` with both programs on PATH.
[[nodiscard]] Outcome shell(const std::filesystem::path& folder, const std::string& script);

}  // namespace nutgraf::test
