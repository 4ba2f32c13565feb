// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/variants.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf {
namespace {

std::size_t digits_at(std::string_view term, std::size_t at) {
  const auto* const begin = term.data() + at;
  return static_cast<std::size_t>(std::find_if_not(begin, term.data() + term.size(), ascii::is_digit) - begin);
}

/// The grouped digits at the beginning of a number.
struct Groups {
  std::size_t end = 0;         // after the last group
  std::size_t separators = 0;  // how many
};

Groups groups_of(std::string_view term, char separator) {
  constexpr std::size_t kThousands = 3;
  Groups groups;
  std::size_t size = digits_at(term, 0);
  groups.end = size;
  if (size == 0 || size > kThousands) {
    return {};
  }
  while (groups.end < term.size() && term[groups.end] == separator) {
    size = digits_at(term, groups.end + 1);
    if (size < 2 || size > kThousands) {
      return {};
    }
    groups.end += 1 + size;
    ++groups.separators;
  }
  return size == kThousands ? groups : Groups{};
}

}  // namespace

std::string_view without_possessive(std::string_view term) {
  constexpr std::string_view kEnding = "'s";
  constexpr std::string_view kMarks = ".!?";
  if (term.size() <= kEnding.size() || !term.ends_with(kEnding)) {
    return term;
  }
  term.remove_suffix(kEnding.size());
  // u.s.'s, yahoo!'s: by itself the word has no such mark.
  if (term.size() > 1 && kMarks.find(term.back()) != std::string_view::npos) {
    term.remove_suffix(1);
  }
  return term;
}

std::string_view without_pluses(std::string_view term) {
  constexpr std::string_view kPluses = "++";
  if (term.size() > kPluses.size() + 1 && term.ends_with(kPluses)) {
    term.remove_suffix(kPluses.size());
  }
  return term;
}

bool append_without_separators(std::string_view term, std::string& out) {
  const std::size_t first = digits_at(term, 0);
  if (first == 0 || first == term.size()) {
    return false;
  }
  const char separator = term[first];
  if (separator != ',' && separator != '\'' && separator != '.') {
    return false;
  }
  const Groups groups = groups_of(term, separator);
  if (groups.separators < (separator == '.' ? 2U : 1U)) {
    return false;
  }
  std::ranges::copy_if(term.substr(0, groups.end), std::back_inserter(out), ascii::is_digit);
  out += term.substr(groups.end);
  return true;
}

bool append_without_stops(std::string_view term, std::string& out) {
  bool single = false;
  std::string_view rest = term;
  while (true) {
    const std::size_t stop = rest.find('.');
    const std::string_view part = rest.substr(0, stop);
    const std::size_t size = utf8::count(part);
    if (size == 0 || size > 2 || std::ranges::any_of(part, [](char c) { return ascii::is_digit(c) || c == '\''; })) {
      return false;
    }
    single = single || size == 1;
    if (stop == std::string_view::npos) {
      break;
    }
    rest.remove_prefix(stop + 1);
  }
  if (!single || rest.size() == term.size()) {
    return false;
  }
  std::ranges::copy_if(term, std::back_inserter(out), [](char c) { return c != '.'; });
  return true;
}

bool is_marked_spelling(std::string_view term) {
  constexpr std::string_view kLeadingSigns = "#@.";
  if (term.size() > 1 && kLeadingSigns.find(term.front()) != std::string_view::npos) {
    return true;
  }
  std::string plain;
  return without_possessive(term).size() != term.size() || without_pluses(term).size() != term.size() ||
         append_without_separators(term, plain) || append_without_stops(term, plain);
}

}  // namespace nutgraf
