// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/widgets.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
#include "core/text/stops.h"
#include "indexer/clean/lines.h"

namespace nutgraf::clean {
namespace {

constexpr std::size_t kLeastWidgetWordsLeft = 40;

constexpr auto kForms = std::to_array<std::string_view>(
    {"email", "emails", "mail", "inbox", "newsletter", "newsletters", "subscribe", "subscription", "sign", "signing",
     "join", "alerts", "updates", "briefing", "privacy", "address"});
// A line that runs on into a form has so many different ones of these.
constexpr std::size_t kLeastForms = 2;
constexpr std::size_t kMostFormWords = 30;  // beside the template

constexpr auto kNetworks = std::to_array<std::string_view>(
    {"facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "instagram", "flipboard",
     "messenger", "tumblr", "bluesky", "mastodon", "threads", "weibo", "wechat", "xing", "viber", "email"});
constexpr auto kSharing = std::to_array<std::string_view>(
    {"share", "tweet", "post", "send", "copy", "link", "print", "save", "this", "article", "story",
     "page",  "on",    "via",  "to",   "by",   "with", "a",     "the",  "url",  "mail"});
constexpr std::size_t kLeastNetworks = 2;
constexpr std::size_t kMostShareWords = 20;

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::any_of(
      words, [word](std::string_view known) { return std::ranges::equal(known, word, {}, {}, ascii::to_lower); });
}

/// Does it open, turn or close a section of a Mustache or Handlebars template?
bool has_section(std::string_view line) {
  for (std::size_t at = line.find("{{"); at != std::string_view::npos; at = line.find("{{", at + 2)) {
    const std::size_t sign = line.find_first_not_of(" {", at);
    if (sign != std::string_view::npos && std::string_view("#^/").find(line[sign]) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// How many different words of a form there are in it.
std::size_t form_words(std::string_view line) {
  std::array<bool, kForms.size()> seen{};
  each_word(line, [&seen](std::string_view word) {
    const auto* const found = std::ranges::find(kForms, ascii::lowered(word));
    if (found != kForms.end()) {
      seen.at(static_cast<std::size_t>(found - kForms.begin())) = true;
    }
  });
  return static_cast<std::size_t>(std::ranges::count(seen, true));
}

std::size_t count_words(std::string_view line) {
  std::size_t words = 0;
  each_word(line, [&words](std::string_view) { ++words; });
  return words;
}

bool is_form(std::string_view line) {
  if (!has_section(line)) {
    return false;
  }
  const std::string left = clean_text(line).text;
  return form_words(left) > 0 && count_words(left) <= kMostFormWords;
}

bool runs_into_form(std::string_view line) {
  return !ends_sentence(ascii::trimmed(line)) && form_words(line) >= kLeastForms;
}

bool is_share_bar(std::string_view line) {
  constexpr std::size_t kLongest = 200;  // bytes
  if (line.size() > kLongest) {
    return false;
  }
  std::size_t networks = 0;
  std::size_t words = 0;
  std::size_t at = 0;
  for (std::string_view word = next_word(line, at); !word.empty(); word = next_word(line, at)) {
    ++words;
    if (is_in(kNetworks, word)) {
      ++networks;
    } else if (!is_in(kSharing, word)) {
      return false;  // which the first word of most lines tells
    }
  }
  return networks >= kLeastNetworks && words <= kMostShareWords && line.find(',') == std::string_view::npos;
}

struct Piece {
  std::size_t begin = 0;  // of the line
  std::size_t end = 0;
  std::string_view rule;
};

std::vector<Piece> find_widgets(std::string_view text) {
  const bool has_template = text.find("{{") != std::string_view::npos;
  std::vector<Piece> found;
  std::optional<Piece> before;
  each_line(text, [&](std::size_t begin, std::size_t end) {
    const std::string_view line = text.substr(begin, end - begin);
    const bool form = has_template && is_form(line);
    if (form && before && runs_into_form(text.substr(before->begin, before->end - before->begin))) {
      found.push_back(*before);
    }
    if (form || is_share_bar(line)) {
      found.push_back({begin, end, form ? "form" : "share"});
      before.reset();
    } else {
      before = Piece{begin, end, "form"};
    }
  });
  return found;
}

/// What is left, and no more line feeds than there were before the piece.
std::string without_pieces(std::string_view text, const std::vector<Piece>& pieces) {
  std::string left;
  std::size_t done = 0;
  for (const Piece& piece : pieces) {
    left += text.substr(done, piece.begin - done);
    done = std::min(text.find_first_not_of(" \t\r\n", piece.end), text.size());
  }
  return left.append(text.substr(done));
}

}  // namespace

std::vector<Cut> cut_widgets(std::string& text) {
  const std::vector<Piece> pieces = find_widgets(text);
  if (pieces.empty()) {
    return {};
  }
  std::string left = without_pieces(text, pieces);
  if (count_words(left) < kLeastWidgetWordsLeft) {
    return {};
  }
  std::vector<Cut> cuts;
  cuts.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    cuts.push_back({std::string(ascii::trimmed(std::string_view(text).substr(piece.begin, piece.end - piece.begin))),
                    std::string(piece.rule)});
  }
  text = std::move(left);
  return cuts;
}

}  // namespace nutgraf::clean
