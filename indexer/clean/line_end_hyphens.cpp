// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/line_end_hyphens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/ascii.h"

namespace nutgraf::clean {
namespace {

constexpr std::array<std::string_view, 3> kHyphens = {"-", "\u2010", "\u00AD"};
constexpr std::string_view kSoft = "\u00AD";
constexpr std::array<std::string_view, 2> kWrittenHyphens = {"-", "\u2010"};

/// Letters, roughly: all that is not ASCII counts, but for what begins as general punctuation does.
bool is_of_word(char c) {
  return ascii::is_letter(c) || (!ascii::is_ascii(c) && c != '\xE2');
}

/// Words that stand behind a hyphen which stays: "Vor- und Nachteile".
bool is_conjunction(std::string_view word) {
  constexpr std::array<std::string_view, 22> kWords = {"and", "or",  "to", "und", "oder",     "bis",  "et", "ou",
                                                       "y",   "o",   "e",  "en",  "of",       "och",  "og", "eller",
                                                       "ja",  "tai", "i",  "lub", "und/oder", "ou/et"};
  return std::ranges::find(kWords, word) != kWords.end();
}

std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_of_word(text[begin - 1])) {
    --begin;
  }
  return text.substr(begin, end - begin);
}

std::string_view word_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_of_word(text[end])) {
    ++end;
  }
  return text.substr(begin, end - begin);
}

/// A hyphen and the line feed behind it, between two parts of a word.
struct Break {
  std::string_view hyphen;
  std::string_view head;
  std::string_view tail;
  std::size_t feed;  // place of the line feed
};

std::optional<Break> break_at(std::string_view text, std::size_t feed) {
  const std::string_view line = text.substr(0, feed);
  const auto* const hyphen = std::ranges::find_if(kHyphens, [&](std::string_view h) { return line.ends_with(h); });
  if (hyphen == kHyphens.end()) {
    return std::nullopt;
  }
  Break found{*hyphen, word_before(text, feed - hyphen->size()), word_at(text, feed + 1), feed};
  const bool broken = !found.head.empty() && !found.tail.empty() && !is_conjunction(found.tail);
  return broken ? std::optional(found) : std::nullopt;
}

std::vector<Break> breaks_in(std::string_view text) {
  std::vector<Break> breaks;
  for (std::size_t feed = text.find('\n'); feed != std::string_view::npos; feed = text.find('\n', feed + 1)) {
    if (const auto found = break_at(text, feed)) {
      breaks.push_back(*found);
    }
  }
  return breaks;
}

enum class Spelling : std::uint8_t { Joined, Hyphened, Unknown };

/// How a text writes its broken words inside its lines, in lower case (ASCII's).
class Spellings {
 public:
  Spellings(std::string_view text, std::span<const Break> breaks) {
    for (const Break& broken : breaks) {
      want(key_of(broken.head, "", broken.tail));
      want(key_of(broken.head, "-", broken.tail));
    }
    look_through(text);
  }

  /// In one only if the text never writes the hyphen.
  Spelling operator()(const Break& broken) {
    if (is_written_.at(key_of(broken.head, "-", broken.tail))) {
      return Spelling::Hyphened;
    }
    return is_written_.at(key_of(broken.head, "", broken.tail)) ? Spelling::Joined : Spelling::Unknown;
  }

 private:
  /// Valid until the next call.
  const std::string& key_of(std::string_view head, std::string_view hyphen, std::string_view tail) {
    key_.assign(head).append(hyphen).append(tail);
    std::ranges::transform(key_, key_.begin(), ascii::to_lower);
    return key_;
  }

  void want(const std::string& word) {
    is_written_.emplace(word, false);
    is_first_[static_cast<unsigned char>(word.front())] = true;
  }

  void note(std::string_view head, std::string_view hyphen, std::string_view tail) {
    const std::string_view first = head.empty() ? tail : head;
    if (!is_first_[static_cast<unsigned char>(ascii::to_lower(first.front()))]) {
      return;  // most words
    }
    if (const auto wanted = is_written_.find(key_of(head, hyphen, tail)); wanted != is_written_.end()) {
      wanted->second = true;
    }
  }

  void look_through(std::string_view text) {
    std::string_view before;  // the word that ends at a hyphen
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view word = word_at(text, at);
      if (!word.empty()) {
        note(before, before.empty() ? "" : "-", word);
      }
      at += std::max<std::size_t>(word.size(), 1);
      const bool hyphen = !word.empty() && at < text.size() && text[at] == '-';
      before = hyphen ? word : std::string_view();
      at += hyphen ? 1U : 0U;
    }
  }

  std::unordered_map<std::string, bool> is_written_;
  std::array<bool, 256> is_first_{};  // byte of such a word
  std::string key_;
};

/// "South-" / "East" is no word that a line end has broken.
bool is_name(const Break& found) {
  const bool shouted = std::ranges::none_of(found.head, ascii::is_lower);
  return ascii::is_upper(found.tail.front()) && !shouted;
}

}  // namespace

void close_line_end_hyphens(std::string& text, const OnRepair& on_repair, std::vector<std::string>& undecided) {
  const std::vector<Break> breaks = breaks_in(text);
  if (breaks.empty()) {
    return;
  }
  Spellings spellings(text, breaks);
  std::string closed;
  std::size_t done = 0;
  for (const Break& broken : breaks) {
    const Spelling spelling = broken.hyphen == kSoft ? Spelling::Joined
                              : is_name(broken)      ? Spelling::Hyphened
                                                     : spellings(broken);
    const bool joined = spelling == Spelling::Joined;
    const std::size_t keep = joined ? broken.feed - broken.hyphen.size() : broken.feed;
    closed.append(text, done, keep - done);
    const std::string before = std::string(broken.head) + std::string(broken.hyphen);
    const std::string after = joined ? std::string(broken.head) : before;
    on_repair(before + "\n" + std::string(broken.tail), after + std::string(broken.tail));
    if (spelling == Spelling::Unknown) {
      undecided.push_back(before + std::string(broken.tail));
    }
    done = broken.feed + 1;
  }
  text = closed.append(text, done);
}

BrokenWord parts_of(std::string_view word) {
  const std::string_view head = word_at(word, 0);
  const std::string_view rest = word.substr(head.size());
  const auto* const hyphen = std::ranges::find_if(kHyphens, [&](std::string_view h) { return rest.starts_with(h); });
  return {head, hyphen == kHyphens.end() ? std::string_view() : rest.substr(hyphen->size())};
}

std::size_t join_words(std::string& text, const std::unordered_set<std::string>& words) {
  std::string joined;
  std::size_t done = 0;
  std::size_t count = 0;
  for (const std::string_view hyphen : kWrittenHyphens) {
    done = 0;
    joined.clear();
    for (std::size_t at = text.find(hyphen); at != std::string::npos; at = text.find(hyphen, at + hyphen.size())) {
      const std::string_view head = word_before(text, at);
      const std::string_view tail = word_at(text, at + hyphen.size());
      if (words.contains(std::string(head).append(hyphen).append(tail))) {
        joined.append(text, done, at - done);
        done = at + hyphen.size();
        ++count;
      }
    }
    text = joined.append(text, done);
  }
  return count;
}

}  // namespace nutgraf::clean
