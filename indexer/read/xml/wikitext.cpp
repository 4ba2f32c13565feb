// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/wikitext.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "indexer/read/html/fragment.h"

namespace nutgraf::read::xml {
namespace {

/// What is between `open` and `close`, nested ones inside, left out.
std::string without(std::string_view text, std::string_view open, std::string_view close) {
  std::string kept;
  std::size_t depth = 0;
  while (!text.empty()) {
    if (text.starts_with(open)) {
      ++depth;
      text.remove_prefix(open.size());
    } else if (depth > 0 && text.starts_with(close)) {
      --depth;
      text.remove_prefix(close.size());
    } else {
      if (depth == 0) {
        kept += text[0];
      }
      text.remove_prefix(1);
    }
  }
  return kept;
}

/// The content of an element that is no text: `<ref>...</ref>`, `<ref ... />`.
std::string without_element(std::string_view text, std::string_view name) {
  const std::string open = "<" + std::string(name);
  const std::string close = "</" + std::string(name) + ">";
  std::string kept;
  while (true) {
    const std::size_t begin = text.find(open);
    kept.append(text.substr(0, begin));
    if (begin == std::string_view::npos) {
      return kept;
    }
    text.remove_prefix(begin);
    const std::size_t tag_end = std::min(text.find('>'), text.size() - 1);
    const bool alone = tag_end > 0 && text[tag_end - 1] == '/';
    const std::size_t end = alone ? std::string_view::npos : text.find(close);
    text.remove_prefix(end == std::string_view::npos ? tag_end + 1 : end + close.size());
  }
}

/// Links to pictures and to the same page elsewhere show nothing in the text.
bool is_hidden_link(std::string_view target) {
  constexpr auto kSpaces =
      std::to_array<std::string_view>({"file:", "image:", "category:", "fichier:", "datei:", "bild:", "kategorie:",
                                       "catégorie:", "archivo:", "categoría:"});
  const std::string begin = ascii::lowered(target.substr(0, 16));
  return std::ranges::any_of(kSpaces, [&](std::string_view space) { return begin.starts_with(space); });
}

/// "[[target|label]]" as its label; a picture's caption may hold links itself.
std::string with_labels(std::string_view text) {
  std::string kept;
  while (true) {
    const std::size_t open = text.find("[[");
    kept.append(text.substr(0, open));
    if (open == std::string_view::npos) {
      return kept;
    }
    text.remove_prefix(open + 2);
    std::size_t depth = 1;
    std::size_t end = 0;
    while (end < text.size() && depth > 0) {
      const bool opens = text.substr(end).starts_with("[[");
      const bool closes = text.substr(end).starts_with("]]");
      depth = opens ? depth + 1 : closes ? depth - 1 : depth;
      end += opens || closes ? 2 : 1;
    }
    const std::string_view inside = text.substr(0, depth == 0 ? end - 2 : end);
    if (!is_hidden_link(inside)) {
      kept.append(inside.substr(inside.rfind('|') + 1));
    }
    text.remove_prefix(end);
  }
}

/// "[https://x.example label]" as its label.
std::string with_outer_labels(std::string_view text) {
  std::string kept;
  for (std::size_t open = text.find("[http"); open != std::string_view::npos; open = text.find("[http")) {
    kept.append(text.substr(0, open));
    const std::size_t end = text.find_first_of("]\n", open);
    const std::size_t blank = text.find(' ', open);
    if (end != std::string_view::npos && blank < end) {
      kept.append(text.substr(blank + 1, end - blank - 1));
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  kept.append(text);
  return kept;
}

/// A line without its signs of headings, lists and emphasis.
std::string plain_line(std::string_view line) {
  line = ascii::trimmed(line);
  if (line.starts_with("__") && line.ends_with("__")) {
    return {};
  }
  if (line.starts_with('=') && line.ends_with('=')) {
    while (!line.empty() && line.front() == '=') {
      line.remove_prefix(1);
    }
    while (!line.empty() && line.back() == '=') {
      line.remove_suffix(1);
    }
  }
  line.remove_prefix(std::min(line.find_first_not_of("*#:;"), line.size()));
  std::string plain(ascii::trimmed(line));
  for (std::size_t quotes = plain.find("''"); quotes != std::string::npos; quotes = plain.find("''", quotes)) {
    plain.erase(quotes, std::min(plain.find_first_not_of('\'', quotes), plain.size()) - quotes);
  }
  return plain;
}

}  // namespace

std::string wikitext_to_text(std::string_view wikitext) {
  std::string text = without(wikitext, "<!--", "-->");
  for (const std::string_view element : {"ref", "gallery", "math", "nowiki"}) {
    text = without_element(text, element);
  }
  text = without(text, "{{", "}}");
  text = without(text, "{|", "|}");
  text = with_outer_labels(with_labels(text));
  std::string lines;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line = plain_line(rest.substr(0, end));
    if (!line.empty()) {
      lines.append("<p>").append(line);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return html::html_to_text(lines);  // entities, and the little HTML that wikis allow
}

}  // namespace nutgraf::read::xml
