// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/pdf/lines.h"

namespace nutgraf::read::pdf {

/// How the lines of a paragraph are put together: by a line end; directly, between characters of Chinese and Japanese;
/// without the hyphen, where a word is cut by a soft one, or by a hard one and the document has the word whole
/// elsewhere and nowhere with that hyphen.
class LineJoints {
 public:
  explicit LineJoints(const std::vector<Page>& pages);
  void append(std::string& text, std::string_view line) const;

 private:
  [[nodiscard]] bool is_cut_word(std::string_view before, std::string_view behind) const;

  std::set<std::string, std::less<>> words_;  // inside lines, in lower case
};

}  // namespace nutgraf::read::pdf
