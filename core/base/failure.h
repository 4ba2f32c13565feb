// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace nutgraf {

/// The documented exit codes of both programs.
enum class ExitCode : int {
  Done = 0,
  NothingFound = 1,  // or --strict and records were rejected
  Usage = 2,         // wrong usage or query
  Missing = 3,       // index or input missing, corrupt or incompatible
  Busy = 4,          // another writer holds the lock
  Failed = 5,        // failed or refused on the way; the old index still answers
  Interrupted = 130,
};

/// Anything that ends a command. `what()` is one clear sentence; `advice()` is one line saying what to type or do
/// (may be empty). Only the programs' mains print it.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string& message, std::string advice = {})
      : std::runtime_error(message), code_(code), advice_(std::move(advice)) {}

  [[nodiscard]] ExitCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& advice() const noexcept { return advice_; }

 private:
  ExitCode code_;
  std::string advice_;
};

}  // namespace nutgraf
