// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/tame.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/ascii.h"

namespace nutgraf::read::html {
namespace {

constexpr std::size_t kDeepest = 512;
constexpr std::size_t kMostAttributes = 1000;

/// Elements that need no end tag: they end where the next one begins, so they nest in nothing but others.
bool ends_by_itself(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"area",   "base",  "br",    "col",   "colgroup", "dd",    "dt",     "embed", "frame",
       "hr",     "img",   "input", "li",    "link",     "meta",  "option", "p",     "param",
       "source", "tbody", "td",    "tfoot", "th",       "thead", "tr",     "track", "wbr"});
  return std::ranges::binary_search(kNames, name);
}

/// "![if !supportLists]": a comment for browsers, characters for the parser.
bool is_unknown_declaration(std::string_view tag) {
  if (!tag.starts_with('!')) {
    return false;
  }
  constexpr std::size_t kLongest = 8;
  const std::string name = ascii::lowered(tag.substr(1, kLongest));
  const std::string_view word = std::string_view(name).substr(name.starts_with('[') ? 1 : 0);
  return !word.empty() && ascii::is_letter(word[0]) && !name.starts_with("doctype") && !name.starts_with("[cdata[");
}

/// Walks over the tags of a page.
class Walker {
 public:
  explicit Walker(std::string_view html) : html_(html) {}

  /// Calls `take` with each piece of the page that is kept; says whether anything was not.
  template <typename Take>
  bool walk(const Take& take) {
    std::size_t kept = 0;  // up to here everything was taken or left out
    bool wild = false;
    const auto leave_out = [&](std::size_t begin, std::size_t end) {
      if (begin >= kept) {
        take(html_.substr(kept, begin - kept));
        kept = end;
        wild = true;
      }
    };
    for (std::size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
      if (section_end_ < at) {
        leave_out(section_end_, section_end_ + kSectionEnd.size());
        section_end_ = std::string_view::npos;
      }
      if (begins_section(at)) {
        leave_out(at, at + kSection.size());
        at += kSection.size();
        continue;
      }
      const std::size_t end = end_of_tag(at);
      if (!keeps(at, end)) {
        leave_out(at, end);
      }
      at = after_raw(at, end);
    }
    if (section_end_ != std::string_view::npos) {
      leave_out(section_end_, section_end_ + kSectionEnd.size());
    }
    take(html_.substr(kept));
    return wild;
  }

 private:
  static constexpr std::string_view kSection = "<![CDATA[";
  static constexpr std::string_view kSectionEnd = "]]>";

  /// Whether the marks of a section of characters begin at `at`: HTML has none, and readers would see them.
  bool begins_section(std::size_t at) {
    if (!html_.substr(at).starts_with(kSection)) {
      return false;
    }
    if (section_end_ == std::string_view::npos && sections_end_) {
      section_end_ = html_.find(kSectionEnd, at);
      sections_end_ = section_end_ != std::string_view::npos;
    }
    return section_end_ != std::string_view::npos;
  }

  /// After the tag or comment at `at`.
  std::size_t end_of_tag(std::size_t at) {
    attributes_ = 0;
    if (html_.substr(at).starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at);
      return end == std::string_view::npos ? at + 4 : end + 3;
    }
    char quote = '\0';
    std::size_t i = at + 1;
    for (; i < html_.size() && (quote != '\0' || html_[i] != '>'); ++i) {
      const char c = html_[i];
      const bool opens = quote == '\0' && (c == '"' || c == '\'') && html_[i - 1] == '=';
      quote = opens ? c : c == quote ? '\0' : quote;
      attributes_ += quote == '\0' && ascii::is_space(c) && !ascii::is_space(html_[i - 1]) ? 1U : 0U;
    }
    return i == html_.size() ? at + 1 : i + 1;
  }

  /// Signs in the source of a script or a style are not tags.
  [[nodiscard]] std::size_t after_raw(std::size_t at, std::size_t end) const {
    for (const std::string_view name : {"script", "style"}) {
      if (ascii::lowered(html_.substr(at + 1, name.size())) == name) {
        const std::size_t close = html_.find("</", end);
        return close == std::string_view::npos ? end : close;
      }
    }
    return end;
  }

  bool keeps(std::size_t at, std::size_t end) {
    std::string_view tag = html_.substr(at + 1, end - at - 1);
    if (is_unknown_declaration(tag)) {
      return false;
    }
    const bool closes = tag.starts_with('/');
    tag.remove_prefix(closes ? 1 : 0);
    if (tag.empty() || !ascii::is_letter(tag[0])) {
      return true;
    }
    constexpr std::size_t kLongestTag = 10;
    const auto stop = std::ranges::find_if_not(tag.substr(0, kLongestTag), ascii::is_alphanumeric);
    const std::string name = ascii::lowered(std::string_view(tag.begin(), stop));
    if (attributes_ > kMostAttributes) {
      return false;
    }
    return ends_by_itself(name) || tag.ends_with("/>") || (closes ? closed() : opened());
  }

  bool opened() {
    if (depth_ < kDeepest) {
      ++depth_;
      return true;
    }
    ++too_deep_;
    return false;
  }

  bool closed() {
    if (too_deep_ > 0) {
      --too_deep_;
      return false;
    }
    depth_ -= depth_ > 0 ? 1 : 0;
    return true;
  }

  std::string_view html_;
  std::size_t section_end_ = std::string_view::npos;  // of the section that is open
  bool sections_end_ = true;                          // false: no end follows
  std::size_t attributes_ = 0;                        // of the tag read last
  std::size_t depth_ = 0;                             // of elements that are open, as far as their tags tell
  std::size_t too_deep_ = 0;                          // of those left out
};

}  // namespace

std::optional<std::string> tamed(std::string_view html) {
  if (!Walker(html).walk([](std::string_view /*piece*/) {})) {
    return std::nullopt;
  }
  std::string kept;
  Walker(html).walk([&](std::string_view piece) { kept += piece; });
  return kept;
}

}  // namespace nutgraf::read::html
