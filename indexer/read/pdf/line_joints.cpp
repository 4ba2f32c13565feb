// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/line_joints.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/lines/line_signs.h"

namespace nutgraf::read::pdf {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

bool is_word_byte(char c) {
  return ascii::is_word_byte(c) || c == '-';
}

/// The word, hyphens in it, that `text` ends with.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_word_byte(text[begin - 1])) {
    --begin;
  }
  return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_word_byte);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// Scripts that are written without blanks: CJK from the radicals on, and full-width forms.
bool is_unspaced(char32_t code) {
  return (code >= 0x2E80 && code < 0xA4D0) || (code >= 0xF900 && code < 0xFB00) || (code >= 0xFF00 && code < 0xFFF0) ||
         (code >= 0x20000 && code < 0x32000);
}

bool are_unspaced(std::string_view before, std::string_view behind) {
  return !before.empty() && !behind.empty() &&
         is_unspaced(utf8::decode(before, utf8::floor(before, before.size() - 1)).code) &&
         is_unspaced(utf8::decode(behind, 0).code);
}

}  // namespace

LineJoints::LineJoints(const std::vector<Page>& pages) {
  for (const Page& page : pages) {
    for (const Line& line : page.lines) {
      const std::string lowered = ascii::lowered(line.text);
      std::string_view rest = lowered;
      while (!rest.empty()) {
        const std::string_view word = first_word(rest);
        rest.remove_prefix(std::max<std::size_t>(word.size(), 1));
        if (!word.empty() && !rest.empty()) {  // what ends a line may be cut
          words_.emplace(word);
        }
      }
    }
  }
}

bool LineJoints::is_cut_word(std::string_view before, std::string_view behind) const {
  const std::string first = ascii::lowered(last_word(before));
  const std::string second = ascii::lowered(first_word(behind));
  if (first.size() < 3 || !first.ends_with('-') || second.empty() || !lines::begins_lower(behind)) {
    return false;
  }
  const std::string whole = first.substr(0, first.size() - 1) + second;
  return words_.contains(whole) && !words_.contains(first + second);
}

void LineJoints::append(std::string& text, std::string_view line) const {
  line = ascii::trimmed(line);
  if (text.ends_with(kSoftHyphen)) {
    text.resize(text.size() - kSoftHyphen.size());
  } else if (is_cut_word(text, line)) {
    text.pop_back();
  } else if (!text.empty() && !are_unspaced(text, line)) {
    text += '\n';
  }
  text += line;
}

}  // namespace nutgraf::read::pdf
