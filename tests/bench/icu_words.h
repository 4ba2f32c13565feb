// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/brkiter.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace nutgraf::bench {

/// What a program does that leaves words to ICU: its word boundaries (UAX #29), then its NFKC case fold of each word.
class IcuWords {
 public:
  IcuWords();
  /// How many words; their folds, one after the other, replace `folds`.
  std::size_t read(std::string_view text, std::string& folds);

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace nutgraf::bench
