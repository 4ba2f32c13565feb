// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/difference.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "core/base/ascii.h"

namespace nutgraf::view {
namespace {

std::vector<std::string> sentences(std::string_view text) {
  constexpr std::string_view kEnds = ".!?";
  std::vector<std::string> found;
  std::string sentence;
  const auto end = [&] {
    if (!sentence.empty()) {
      found.push_back(std::move(sentence));
    }
    sentence.clear();
  };
  for (const char c : text) {
    if (!ascii::is_space(c)) {
      sentence += c;
    } else if (c == '\n' || (!sentence.empty() && kEnds.find(sentence.back()) != std::string_view::npos)) {
      end();
    } else if (!sentence.empty() && sentence.back() != ' ') {
      sentence += ' ';
    }
  }
  end();
  return found;
}

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& left_out) {
  const std::unordered_set<std::string> known(left_out.begin(), left_out.end());
  std::vector<std::string> rest;
  std::ranges::copy_if(all, std::back_inserter(rest),
                       [&known](const std::string& sentence) { return !known.contains(sentence); });
  return rest;
}

}  // namespace

Difference difference(std::string_view text, std::string_view other) {
  const std::vector<std::string> ours = sentences(text);
  const std::vector<std::string> theirs = sentences(other);
  return {without(ours, theirs), without(theirs, ours)};
}

}  // namespace nutgraf::view
