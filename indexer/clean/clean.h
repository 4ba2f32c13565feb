// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Takes out of an article's text what no journalist wrote; what goes is kept for `preview`.
namespace nutgraf::clean {

struct Cut {
  std::string text;  // as it stood, with the white space between debris that was cut as one
  std::string rule;  // "template"
  friend bool operator==(const Cut&, const Cut&) = default;
};

struct Cleaned {
  std::string text;
  std::vector<Cut> cuts;
};

/// Template debris ({{...}}, {% %}, <% %>, ${}) goes, the sentence around it stays; white space that it leaves behind
/// is closed up, paragraph breaks are kept. Takes time linear in the text.
[[nodiscard]] Cleaned clean_text(std::string_view text);

}  // namespace nutgraf::clean
