// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/saved_page.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/base/ascii.h"
#include "indexer/read/hex_digit.h"
#include "indexer/read/html/blocks.h"
#include "indexer/read/html/dom.h"
#include "indexer/read/html/url.h"

namespace nutgraf::read::html {
namespace {

constexpr std::size_t kNear = 64UL * 1024;  // comments of programs come early

/// From `begin` to the next of `ends` in `text`, which starts after `mark`.
std::string_view after_mark(std::string_view text, std::string_view mark, std::string_view ends) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) {
    return {};
  }
  const std::string_view rest = text.substr(at + mark.size());
  return ascii::trimmed(rest.substr(0, rest.find_first_of(ends)));
}

/// <!-- saved from url=(0026)https://example.org/a -->, and SingleFile's comment with its line "url: ...".
std::string saved_from(std::string_view page) {
  const std::string_view front = page.substr(0, kNear);
  std::string_view url = after_mark(front, "saved from url=(", ">\n");
  if (const std::size_t number = url.find(')'); number != std::string_view::npos) {
    url = ascii::trimmed(url.substr(number + 1));
    return std::string(url.substr(0, url.find_first_of(" \t")));
  }
  if (front.find("SingleFile") != std::string_view::npos) {
    return std::string(after_mark(front, "url: ", " \r\n"));
  }
  return {};
}

void erase_between(std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  const std::size_t to = from == std::string::npos ? from : text.find(end, from);
  if (to != std::string::npos) {
    text.erase(from, to + end.size() - from);
  }
}

/// The archive's own address of the copy, from the links it rewrote in the page.
std::string archived_from(std::string_view page) {
  const std::string_view front = page.substr(0, kNear);
  const std::string_view copy = after_mark(front, "__wm.wombat(\"", "\"");
  return std::string(original_url(copy));
}

/// \n, \t, \\, \', \xE2; the backslash of anything else stays.
std::string unescaped(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest[0] != '\\' || rest.size() < 2) {
      bytes += rest[0];
      continue;
    }
    constexpr std::string_view kSigns = "nrt\\'\"";
    constexpr std::string_view kMeant = "\n\r\t\\'\"";
    if (const std::size_t sign = kSigns.find(rest[1]); sign != std::string_view::npos) {
      bytes += kMeant[sign];
      ++i;
    } else if (rest[1] == 'x' && rest.size() > 3 && hex_digit(rest[2]) >= 0 && hex_digit(rest[3]) >= 0) {
      bytes += static_cast<char>(hex_digit(rest[2]) * 16 + hex_digit(rest[3]));
      i += 3;
    } else {
      bytes += rest[0];
    }
  }
  return bytes;
}

/// Where a line begins with bytes as Python shows them; npos where none does from `from` on.
std::size_t find_python_bytes(std::string_view page, std::size_t from) {
  while (from < page.size()) {
    if (is_python_bytes(page.substr(from))) {
      return from;
    }
    const std::size_t end = page.find('\n', from);
    from = end == std::string_view::npos ? page.size() : end + 1;
  }
  return std::string_view::npos;
}

/// A script may write some lines as text and others as bytes.
void unescape_python_bytes(std::string& page) {
  std::string plain;
  std::size_t done = 0;
  for (std::size_t at = find_python_bytes(page, 0); at != std::string::npos; at = find_python_bytes(page, done)) {
    const char quote = page[at + 1];
    std::size_t end = at + 2;
    while (end < page.size() && page[end] != quote) {
      end += page[end] == '\\' ? 2U : 1U;
    }
    end = std::min(end, page.size());
    plain.append(page, done, at - done).append(unescaped(std::string_view(page).substr(at + 2, end - at - 2)));
    done = std::min(end + 1, page.size());
  }
  if (done > 0) {
    page = plain.append(page, done);
  }
}

/// The source of a page out of a browser's view of it, which is a page itself: a table with a row per line, or one
/// `pre`.
std::optional<std::string> viewed_source(std::string_view page) {
  const std::string_view front = page.substr(0, kNear);
  const bool table = front.find("class=\"line-content\"") != std::string_view::npos;
  const bool pre = front.find("id=\"viewsource\"") != std::string_view::npos;
  if (!table && !pre) {
    return std::nullopt;
  }
  const Dom dom(page);
  std::string source;
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    const bool holds = table ? dom.attribute(i, "class") == "line-content" : dom[i].tag == Tag::Pre;
    if (holds) {
      for (const NodeIndex end = dom[i].end; i < end; ++i) {
        source += dom.characters(i);
      }
      source += '\n';
      --i;
    }
  }
  return source.empty() ? std::nullopt : std::optional(std::move(source));
}

}  // namespace

bool is_python_bytes(std::string_view front) {
  return (front.starts_with("b'") || front.starts_with("b\"")) && front.size() > 3 &&
         ascii::trimmed(unescaped(front.substr(2, 64))).starts_with('<');
}

SavedPage unwrapped(std::string bytes) {
  SavedPage page;
  unescape_python_bytes(bytes);
  if (auto source = viewed_source(bytes)) {
    bytes = std::move(*source);
  }
  page.url = std::string(original_url(saved_from(bytes)));
  if (page.url.empty()) {
    page.url = archived_from(bytes);
  }
  erase_between(bytes, "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->");
  page.html = std::move(bytes);
  return page;
}

}  // namespace nutgraf::read::html
