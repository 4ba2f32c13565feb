// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/icu_words.h"

#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace nutgraf::bench {

IcuWords::IcuWords() {
  UErrorCode error = U_ZERO_ERROR;
  breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  if (U_FAILURE(error) != 0) {
    throw std::runtime_error("ICU has no word boundaries");
  }
}

std::size_t IcuWords::read(std::string_view text, std::string& folds) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2& fold = *icu::Normalizer2::getNFKCCasefoldInstance(error);
  const auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  folds.clear();
  breaks_->setText(units);
  std::size_t words = 0;
  icu::UnicodeString folded;
  std::int32_t begin = breaks_->first();
  for (std::int32_t end = breaks_->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks_->next()) {
    if (breaks_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) {
      continue;
    }
    fold.normalize(units.tempSubStringBetween(begin, end), folded, error);
    folded.toUTF8String(folds);
    ++words;
  }
  return words;
}

}  // namespace nutgraf::bench
